import type { AnnualReport } from '../../annual-report.ts';
import { getForm, rowName } from '../../forms/index.ts';
import { isSamePlace } from '../organ-name.ts';
import type { CheckContext, Rule, RuleFinding } from '../rule.ts';
import { listApplicantColumns } from '../tables/applicants.ts';
import { nameLines } from '../tables/cell-names.ts';
import { findFigure, quoteCell } from '../tables/figures.ts';
import { getCell, listCells, planForm } from '../tables/form-plan.ts';

/** How the report of the year before fits the report that is checked. */
type Fit = 'fits' | 'unsure' | 'other-year' | 'other-organ';

function fitOf(report: AnnualReport, previous: AnnualReport): Fit {
  if (report.year !== null && previous.year !== null && previous.year !== report.year - 1) return 'other-year';
  if (report.organ !== null && previous.organ !== null && !isSamePlace(report.organ, previous.organ))
    return 'other-organ';
  const known = report.year !== null && previous.year !== null && report.organ !== null && previous.organ !== null;
  return known ? 'fits' : 'unsure';
}

/**
 * The report of the year before, when comparing with it makes sense: not when it is another year's
 * or another organ's. What cannot be told does not stand in the way; PREV-REPORT says so.
 */
export function findPredecessor(context: CheckContext): AnnualReport | undefined {
  const { previous } = context;
  if (!previous) return undefined;
  const fit = fitOf(context.report, previous);
  return fit === 'fits' || fit === 'unsure' ? previous : undefined;
}

function hasCell(report: AnnualReport, path: string): boolean {
  return planForm(getForm(report.form)).positions.has(path);
}

/** The figure of a cell in a report, or undefined when there is none. */
export function figureIn(report: AnnualReport, path: string): number | undefined {
  const plan = planForm(getForm(report.form));
  const position = plan.positions.get(path);
  if (position === undefined) return undefined;
  const { table, row, column } = getCell(plan, position);
  return findFigure(report[table][row.key]?.[column.key], column.kind);
}

const previousReport: Rule = {
  id: 'PREV-REPORT',
  severity: 'warning',
  title: '上年报告不对应',
  formula: '上年报告的年度 = 本报告年度 − 1，机关相同',
  source: '跨年度核对的前提',
  needs: 'previous',
  *check({ report, previous }) {
    if (!previous) return;
    const fit = fitOf(report, previous);
    if (fit === 'fits') return;
    const name = (each: AnnualReport) =>
      `${each.organ ?? '机关不明'}${each.year === null ? '年度不明' : `${each.year}年`}`;
    const messages: Record<Exclude<Fit, 'fits'>, string> = {
      'other-year': `用来比较的报告是${previous.year}年度的，不是上一年度（${(report.year ?? 0) - 1}年），没有作跨年度核对。`,
      'other-organ': `用来比较的报告是“${previous.organ}”的，与“${report.organ}”不是同一机关，没有作跨年度核对。`,
      unsure: '看不出用来比较的报告是不是本机关上一年度的，跨年度核对的结果仅供参考。',
    };
    yield {
      severity: fit === 'unsure' ? 'unknown' : 'warning',
      paths: fit === 'other-organ' ? ['organ'] : ['year'],
      message: messages[fit],
      expected: report.year === null ? '' : `${report.organ ?? ''}${report.year - 1}年`,
      found: name(previous),
    };
  },
};

const carry: Rule = {
  id: 'PREV-CARRY',
  severity: 'error',
  title: '上年结转与上年报告',
  formula: '每列：本年“上年结转” = 上年报告“结转下年度继续办理”',
  source: '国办公开办函〔2021〕30号 表格（同一批申请在两年报告中各报一次）；不一致的应当在报告中说明',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous) return;
    const open: string[] = [];
    for (const { key, label } of listApplicantColumns(context.form)) {
      const path = `requests.carriedIn.${key}`;
      const carriedIn = figureIn(context.report, path);
      const carriedOut = figureIn(previous, `requests.carriedOut.${key}`);
      if (carriedIn === undefined || carriedOut === undefined) open.push(key);
      else if (carriedIn !== carriedOut) {
        yield {
          paths: [path],
          message: `表三“${label}”列上年结转 ${carriedIn} 件，上年报告结转下年度 ${carriedOut} 件，两者应当相等；因机构调整等原因不一致的，在第六部分说明。`,
          expected: String(carriedOut),
          found: String(carriedIn),
        };
      }
    }
    if (open.length > 0) yield describeOpenCarry(context, previous, open);
  },
};

function describeOpenCarry(context: CheckContext, previous: AnnualReport, keys: readonly string[]): RuleFinding {
  const labels = listApplicantColumns(context.form)
    .filter(({ key }) => keys.includes(key))
    .map(({ label }) => `“${label}”`);
  const here = keys.some((key) => figureIn(context.report, `requests.carriedIn.${key}`) === undefined);
  const there = keys.some((key) => figureIn(previous, `requests.carriedOut.${key}`) === undefined);
  const where = here && there ? '两年的报告都' : here ? '本报告' : '上年报告';
  return {
    severity: 'unknown',
    paths: keys.map((key) => `requests.carriedIn.${key}`),
    message: `表三${nameLines(labels, '列')}无法与上年报告核对结转件数：${where}有空白或者不是数字的格。`,
    expected: '',
    found: '',
  };
}

const inForce: Rule = {
  id: 'PREV-IN-FORCE',
  severity: 'warning',
  title: '现行有效件数的变化',
  formula: '“规章”“行政规范性文件”各行：现行有效 = 上年现行有效 + 本年制发 − 本年废止',
  source: '通行核对（没有明文规定）；清理口径、职能划转等原因不一致的，应当说明',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous) return;
    for (const key of ['rules', 'normativeDocuments']) {
      const base = `proactive.${key}`;
      // The form of 2019 has no such column; its 对外公开总数量 counts something else.
      if (!hasCell(context.report, `${base}.inForce`) || !hasCell(previous, `${base}.inForce`)) continue;
      const before = figureIn(previous, `${base}.inForce`);
      const issued = figureIn(context.report, `${base}.issued`);
      const repealed = figureIn(context.report, `${base}.repealed`);
      const now = figureIn(context.report, `${base}.inForce`);
      const plan = planForm(context.form);
      const row = rowName(context.form, getCell(plan, plan.positions.get(`${base}.inForce`) as number));
      const paths = [`${base}.inForce`, `${base}.issued`, `${base}.repealed`];
      if (before === undefined || issued === undefined || repealed === undefined || now === undefined) {
        const message = `${row}无法与上年报告核对现行有效件数：有空白或者不是数字的格。`;
        yield { severity: 'unknown', paths, message, expected: '', found: '' };
      } else if (before + issued - repealed !== now) {
        yield {
          paths,
          message: `${row}现行有效 ${now} 件；上年 ${before} 件，加本年制发 ${issued} 件，减本年废止 ${repealed} 件，应为 ${before + issued - repealed} 件。因清理、职能划转等原因不一致的，请说明。`,
          expected: `${before} + ${issued} - ${repealed} = ${before + issued - repealed}`,
          found: String(now),
        };
      }
    }
  },
};

const pending: Rule = {
  id: 'PREV-PENDING',
  severity: 'warning',
  title: '上年未审结的案件',
  formula: '表四每项：上年“尚未审结” ≤ 本年“总计”',
  source: '上年未审结的案件本年或者审结，或者仍未审结，都应计入本年（通行核对）',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous) return;
    for (const row of planForm(context.form).rows) {
      if (row.table !== 'remedies') continue;
      const path = `remedies.${row.key}.total`;
      const name = rowName(context.form, getCell(planForm(context.form), row.first));
      const before = figureIn(previous, `remedies.${row.key}.pending`);
      const total = figureIn(context.report, path);
      if (before === 0) continue;
      if (before === undefined || total === undefined) {
        const shown = before === undefined ? '上年报告的“尚未审结”' : '本年“总计”';
        yield {
          severity: 'unknown',
          paths: [path],
          message: `${name}无法核对上年未审结的案件是否计入本年：${shown}是空白或者不是数字。`,
          expected: '',
          found: quoteCell(context.value(path)),
        };
      } else if (before > total) {
        yield {
          paths: [path],
          message: `${name}上年有 ${before} 件尚未审结，本年总计只有 ${total} 件：上年未审结的案件应当计入本年，请核对是否漏报。`,
          expected: `不少于 ${before}`,
          found: String(total),
        };
      }
    }
  },
};

const items: Rule = {
  id: 'PREV-ITEMS',
  severity: 'warning',
  title: '上一年项目数量（2019年格式）',
  formula: '本年“上一年项目数量” = 上年“上一年项目数量” + 上年“本年增/减”',
  source: '国办公开办函〔2019〕60号 表格结构',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous) return;
    const plan = planForm(context.form);
    for (const row of plan.rows) {
      if (row.table !== 'proactive' || !row.columns.includes('itemsLastYear')) continue;
      const path = `proactive.${row.key}.itemsLastYear`;
      const now = figureIn(context.report, path);
      const before = figureIn(previous, path);
      const change = figureIn(previous, `proactive.${row.key}.change`);
      if (now === undefined || before === undefined || change === undefined || before + change === now) continue;
      yield {
        paths: [path],
        message: `${rowName(context.form, getCell(plan, row.first))}上一年项目数量填 ${now} 项，上年报告为 ${before} 项、增减 ${change} 项，应为 ${before + change} 项。`,
        expected: String(before + change),
        found: String(now),
      };
    }
  },
};

const identical: Rule = {
  id: 'PREV-IDENTICAL',
  severity: 'notice',
  title: '表格与上年完全相同',
  formula: '三张表不与上年逐格相同（全部为 0、现行有效件数除外，至少有 4 格大于 0 才比较）',
  source: '国办公开办函〔2021〕30号（内容雷同）',
  needs: 'previous',
  *check(context) {
    const previous = findPredecessor(context);
    if (!previous || previous.form !== context.form.id) return;
    const plan = planForm(context.form);
    const before = listCells(previous, plan);
    if (context.cells.some((value, position) => value !== before[position])) return;
    // A stock such as 现行有效 stays the same without anyone copying it.
    const flows = plan.cells.filter(({ column }) => !/inForce|totalDisclosed|itemsLastYear/.test(column.key));
    const positive = flows.filter((cell) => (figureIn(context.report, cell.path) ?? 0) > 0);
    if (positive.length < 4) return;
    yield {
      paths: ['proactive', 'requests', 'remedies'],
      message: `三张表每一格都与上年相同（其中 ${positive.length} 格大于 0），请核对是否沿用了上年的数据。`,
      expected: '',
      found: '',
    };
  },
};

/** Rules that compare with the same organ's report of the year before. */
export const previousRules: readonly Rule[] = [previousReport, carry, inForce, pending, items, identical];
