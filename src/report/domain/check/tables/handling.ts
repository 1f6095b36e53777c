import type { CheckContext, Rule } from '../rule.ts';
import { listApplicantColumns } from './applicants.ts';

const countAt = (context: CheckContext, path: string): number | undefined => {
  const value = context.value(path);
  return typeof value === 'number' ? value : undefined;
};

const overdue: Rule = {
  id: 'REQ-OVERDUE',
  severity: 'notice',
  title: '上年结转的申请仍未办结',
  formula: '每列：结转下年度 ≤ 本年新收',
  source: '条例第三十三条（20个工作日，经同意可延长20个工作日）',
  *check(context) {
    const columns = listApplicantColumns(context.form).filter(({ key }) => {
      const received = countAt(context, `requests.newlyReceived.${key}`);
      const carriedOut = countAt(context, `requests.carriedOut.${key}`);
      return received !== undefined && carriedOut !== undefined && carriedOut > received;
    });
    const first = columns.at(-1);
    if (!first) return;
    const received = countAt(context, `requests.newlyReceived.${first.key}`);
    const carriedOut = countAt(context, `requests.carriedOut.${first.key}`);
    yield {
      paths: columns.map(({ key }) => `requests.carriedOut.${key}`),
      message: `表三“${first.label}”列结转下年度 ${carriedOut} 件，多于本年新收 ${received} 件：有申请从上年收到起到本年年底还没有办结，超过条例第三十三条的期限，请核对。`,
      expected: `不多于 ${received}`,
      found: String(carriedOut),
    };
  },
};

/** The first report year in which refusals had to go to reconsideration first. */
const reconsiderationFirst = 2024;

const directSuit: Rule = {
  id: 'REM-DIRECT-SUIT',
  severity: 'notice',
  title: '未经复议直接起诉',
  formula: '2024年度起：有不予公开结果而有“未经复议直接起诉”的，核对是否属于复议前置',
  source: '《行政复议法》（2023年修订，2024年1月1日起施行）第二十三条第一款第四项；法释〔2025〕8号',
  *check(context) {
    const { year } = context.report;
    const suits = countAt(context, 'remedies.directSuit.total');
    if (year === null || year < reconsiderationFirst || suits === undefined || suits <= 0) return;
    const rows = Object.keys(context.report.requests).filter((row) => row.startsWith('withheld'));
    const refusals = rows.map((row) => countAt(context, `requests.${row}.total`));
    // Without a refusal in this year the suits are about something else, or about an older answer.
    if (refusals.every((each) => each === 0)) return;
    yield {
      paths: ['remedies.directSuit.total'],
      message: `有 ${suits} 件未经复议直接起诉。2024年1月1日起，对不予公开决定不服的应当先申请行政复议（《行政复议法》第二十三条）；请核对这些案件是否针对不予公开决定。针对无法提供、不予处理的，或者2024年以前起诉的，不受此限。`,
      expected: '',
      found: String(suits),
    };
  },
};

const allZero: Rule = {
  id: 'REPORT-ALL-ZERO',
  severity: 'notice',
  title: '全部为 0 的报告',
  formula: '三张表全部为 0 时，第五部分写明问题和改进情况',
  source: '国办公开办函〔2021〕30号（如实、全面，不得敷衍）',
  *check(context) {
    if (!context.cells.every((value) => value === 0 || value === '0')) return;
    const text = context.report.sections[4]?.text.trim() ?? '';
    if (text.length >= 30 || !/无|没有|未发现|不存在/.test(text)) return;
    yield {
      paths: ['proactive', 'requests', 'remedies', 'sections.4.text'],
      message: '三张表全部为 0，第五部分又写没有问题，请核对是不是没有统计就填了 0。',
      expected: '',
      found: text,
    };
  },
};

/** Rules on how requests and remedies were handled. */
export const handlingRules: readonly Rule[] = [overdue, directSuit, allZero];
