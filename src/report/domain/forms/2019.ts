import type { Form } from './form.ts';
import { count, remediesTable, requestsTable, resultsLabel, row, sections, sums } from './parts.ts';

const otherRows = [row('otherHandling', '（六）', '其他处理', [], [resultsLabel])];

const itemsLastYear = count('itemsLastYear', '上一年项目数量', ['上一年度项目数量', '上年项目数量']);
const change = { ...count('change', '本年增/减', ['本年增减', '本年增／减', '本年度增/减']), kind: 'change' as const };
const handling = [itemsLastYear, change, count('decisions', '处理决定数量', ['本年处理决定数量'])];

/** The form for reports of 2019 and 2020: 国办公开办函〔2019〕60号（试行）. */
export const form2019: Form = {
  id: '2019',
  instrument: '国办公开办函〔2019〕60号',
  years: { from: 2019, to: 2020 },
  sections,
  tables: {
    proactive: {
      key: 'proactive',
      section: 2,
      blocks: [
        {
          caption: '第二十条第（一）项',
          labelHeader: '信息内容',
          columns: [
            count('made', '本年新制作数量', ['本年制作数量', '新制作数量', '制作数量']),
            count('disclosed', '本年新公开数量', ['本年公开数量', '新公开数量', '公开数量']),
            count('totalDisclosed', '对外公开总数量', ['公开总数量', '对外公开数量']),
          ],
          rows: [row('rules', '', '规章'), row('normativeDocuments', '', '规范性文件', ['行政规范性文件'])],
        },
        {
          caption: '第二十条第（五）项',
          labelHeader: '信息内容',
          columns: handling,
          rows: [
            row('licences', '', '行政许可'),
            row('otherServices', '', '其他对外管理服务事项', ['其他管理服务事项']),
          ],
        },
        {
          caption: '第二十条第（六）项',
          labelHeader: '信息内容',
          columns: handling,
          rows: [row('penalties', '', '行政处罚'), row('compulsions', '', '行政强制')],
        },
        {
          caption: '第二十条第（八）项',
          labelHeader: '信息内容',
          columns: [itemsLastYear, change],
          rows: [row('fees', '', '行政事业性收费', ['行政事业收费'])],
        },
        {
          caption: '第二十条第（九）项',
          labelHeader: '信息内容',
          columns: [
            count('projects', '采购项目数量', ['项目数量']),
            { key: 'amount', label: '采购总金额', variants: ['采购金额', '总金额'], kind: 'money', unit: '元' },
          ],
          rows: [row('procurement', '', '政府集中采购', ['集中采购'])],
        },
      ],
    },
    requests: requestsTable(otherRows),
    remedies: remediesTable,
  },
  sums: sums(otherRows),
};
