import type { Form } from './form.ts';
import { count, remediesTable, requestsTable, resultsLabel, row, sections, sums } from './parts.ts';

const other = [resultsLabel, '（六）其他处理'];
const otherRows = [
  row(
    'otherNotSupplemented',
    '1.',
    '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    ['申请人无正当理由逾期不补正', '无正当理由逾期不补正', '逾期不补正'],
    other,
    '条例第三十条',
  ),
  row(
    'otherFeeUnpaid',
    '2.',
    '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    [
      '申请人逾期未按收费通知要求缴纳费用',
      '逾期未按收费通知要求缴纳费用',
      '逾期未缴费',
      '逾期未缴纳费用',
      '逾期不缴费',
    ],
    other,
    '国办函〔2020〕109号',
  ),
  row('otherReason', '3.', '其他', [], other),
];

const decisions = [count('decisions', '本年处理决定数量', ['处理决定数量', '本年处理决定数'])];

/** The form for reports of 2021 and later: 国办公开办函〔2021〕30号. */
export const form2021: Form = {
  id: '2021',
  instrument: '国办公开办函〔2021〕30号',
  years: { from: 2021 },
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
            count('issued', '本年制发件数', ['本年度制发件数', '制发件数', '本年制发数']),
            count('repealed', '本年废止件数', ['本年度废止件数', '本年度止件数', '废止件数', '本年废止数']),
            count('inForce', '现行有效件数', ['现行有效数', '有效件数']),
          ],
          rows: [row('rules', '', '规章'), row('normativeDocuments', '', '行政规范性文件', ['规范性文件'])],
        },
        {
          caption: '第二十条第（五）项',
          labelHeader: '信息内容',
          columns: decisions,
          rows: [row('licences', '', '行政许可')],
        },
        {
          caption: '第二十条第（六）项',
          labelHeader: '信息内容',
          columns: decisions,
          rows: [row('penalties', '', '行政处罚'), row('compulsions', '', '行政强制')],
        },
        {
          caption: '第二十条第（八）项',
          labelHeader: '信息内容',
          columns: [
            {
              key: 'amount',
              label: '本年收费金额（单位：万元）',
              variants: ['本年收费金额（单位：万元，保留4位小数）', '本年收费金额', '收费金额'],
              kind: 'money',
              unit: '万元',
            },
          ],
          rows: [row('fees', '', '行政事业性收费', ['行政事业收费'])],
        },
      ],
    },
    requests: requestsTable(otherRows),
    remedies: remediesTable,
  },
  sums: sums(otherRows),
};
