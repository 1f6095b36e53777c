import { type AnnualReport, annualReportSchema, type CellValue, type TableValues } from '../../annual-report.ts';
import { type Form, formCells, getForm, type TableKey } from '../../forms/index.ts';
import type { ModelChange } from './example.ts';

/** Figures of the model report that are not 0, by dotted path; they satisfy every rule. */
const figures: Record<Form['id'], Record<string, CellValue>> = {
  '2021': {
    'proactive.normativeDocuments.issued': 2,
    'proactive.normativeDocuments.repealed': 2,
    'proactive.normativeDocuments.inForce': 7,
    'proactive.penalties.decisions': 18,
    'proactive.compulsions.decisions': 3,
    'proactive.fees.amount': '4.25',
    ...applicants('newlyReceived', { natural: 9, business: 3 }),
    ...applicants('carriedIn', { natural: 1 }),
    ...applicants('disclosed', { natural: 5, business: 2 }),
    ...applicants('partlyDisclosed', { natural: 1 }),
    ...applicants('withheldThirdParty', { business: 1 }),
    ...applicants('unavailableNotHeld', { natural: 2 }),
    ...applicants('otherReason', { natural: 1 }),
    ...applicants('handledTotal', { natural: 9, business: 3 }),
    ...applicants('carriedOut', { natural: 1 }),
    'remedies.reconsideration.upheld': 1,
    'remedies.reconsideration.pending': 1,
    'remedies.reconsideration.total': 2,
  },
  '2019': {
    'proactive.normativeDocuments.made': 2,
    'proactive.normativeDocuments.disclosed': 2,
    'proactive.normativeDocuments.totalDisclosed': 8,
    'proactive.licences.itemsLastYear': 14,
    'proactive.otherServices.itemsLastYear': 5,
    'proactive.otherServices.decisions': 31,
    'proactive.penalties.itemsLastYear': 6,
    'proactive.penalties.decisions': 17,
    'proactive.procurement.projects': 6,
    'proactive.procurement.amount': '976800',
    ...applicants('newlyReceived', { natural: 6, business: 1 }),
    ...applicants('carriedIn', { natural: 1 }),
    ...applicants('disclosed', { natural: 4, business: 1 }),
    ...applicants('otherHandling', { natural: 2 }),
    ...applicants('handledTotal', { natural: 6, business: 1 }),
    ...applicants('carriedOut', { natural: 1 }),
    'remedies.reconsideration.upheld': 1,
    'remedies.reconsideration.pending': 1,
    'remedies.reconsideration.total': 2,
  },
};

const modelYear = { '2021': 2023, '2019': 2020 } as const;
const instruments = { '2021': '国办公开办函〔2021〕30号', '2019': '国办公开办函〔2019〕60号' } as const;

function applicants(row: string, counts: Record<string, number>): Record<string, number> {
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return Object.fromEntries(
    Object.entries({ ...counts, total }).map(([column, count]) => [`requests.${row}.${column}`, count]),
  );
}

/**
 * The report of a fictional township in which no rule finds anything, with the changes of a case.
 * The model of a year fits the model of the year before.
 */
export function modelReport(change: ModelChange = {}): AnnualReport {
  const form = getForm(change.form ?? '2021');
  const year = change.year ?? modelYear[form.id];
  const report: AnnualReport = {
    schema: annualReportSchema,
    form: form.id,
    title: `云溪县石桥镇人民政府${year}年政府信息公开工作年度报告`,
    organ: '云溪县石桥镇人民政府',
    year,
    preamble: `本报告依照《中华人民共和国政府信息公开条例》和${instruments[form.id]}编制。统计期限自${year}年1月1日起至${year}年12月31日止。`,
    sections: form.sections.map(({ number, heading }, index) => ({
      number,
      heading,
      text: textsOf(year)[index] ?? '',
    })),
    proactive: modelTable(form, 'proactive'),
    requests: modelTable(form, 'requests'),
    remedies: modelTable(form, 'remedies'),
    notes: [],
  };
  // So that no two years are the same, cell by cell.
  setAt(report, 'proactive.licences.decisions', 100 + (year % 100));
  for (const [path, value] of Object.entries(change.set ?? {})) setAt(report, path, value);
  return report;
}

/** The six texts; the long paragraph differs between a year and the next. */
const textsOf = (year: number) => [
  [
    '（一）主动公开。门户网站专栏按月更新，公示栏同步张贴。',
    '（二）依申请公开。登记、答复、送达各环节留有记录。',
    '（三）政府信息管理。先审查后公开，公开属性随文确定。',
    '（四）政府信息公开平台建设。便民服务大厅设查阅点。',
    '（五）监督保障。组织业务培训，接受群众评议，行政复议案件按期提交答复。',
  ].join('\n'),
  '',
  '',
  '',
  year % 2 === 0
    ? '存在的主要问题：部分村的公示栏没有按时更新，年轻工作人员不熟悉答复文书。改进情况：建立了季度巡查，安排老同志带新同志，答复文书由司法所先行审核。'
    : '存在的主要问题：专栏里的办事指南与窗口口径不一致，政策解读多是转发文字。改进情况：每次调整窗口事项时同步改写指南，新出台的文件配发一图读懂和短视频。',
  '本年度没有发出信息处理费收费通知，表二所列行政事业性收费为其他项目。没有其他需要报告的事项。',
];

function modelTable(form: Form, table: TableKey): TableValues {
  const values: TableValues = {};
  for (const { path, row, column, table: key } of formCells(form)) {
    if (key !== table) continue;
    const cells = values[row.key] ?? {};
    cells[column.key] = figures[form.id][path] ?? (column.kind === 'money' ? '0' : 0);
    values[row.key] = cells;
  }
  return values;
}

/** Sets a value deep in the report; a path that leads nowhere is a fault of the example. */
function setAt(report: AnnualReport, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let place: unknown = report;
  for (const key of keys) place = (place as Record<string, unknown>)[key];
  if (typeof place !== 'object' || place === null || !(last in place)) throw new Error(`no place ${path} in a report`);
  (place as Record<string, unknown>)[last] = value;
}
