import type { AnnualReport, CellValue } from '../../annual-report.ts';
import type { NamedReport, Rule } from '../rule.ts';
import { listNames } from '../tables/figures.ts';
import { type FormPlan, listCells, planForm } from '../tables/form-plan.ts';
import { figureIn } from './previous.ts';

const known = new WeakMap<AnnualReport, readonly CellValue[]>();

/** The cells of a sibling, laid out once however many reports are compared with it. */
function cellsOf(report: AnnualReport, plan: FormPlan): readonly CellValue[] {
  const cells = known.get(report) ?? listCells(report, plan);
  known.set(report, cells);
  return cells;
}

/** Fewest cells above 0 for equal tables to be no chance. */
const fewestCells = 4;

const sameTables: Rule = {
  id: 'SIB-IDENTICAL',
  severity: 'warning',
  title: '三张表与其他单位完全相同',
  formula: `三张表不与其他单位同年度的报告逐格相同（至少有 ${fewestCells} 格大于 0 才比较）`,
  source: '国办公开办函〔2021〕30号（内容雷同）',
  needs: 'siblings',
  *check({ report, form, cells, siblings }) {
    const plan = planForm(form);
    if (cells.filter((value) => Number(value) > 0).length < fewestCells) return;
    const same = siblings.filter(
      (sibling) =>
        isOther(sibling, report) && cellsOf(sibling.report, plan).every((value, position) => value === cells[position]),
    );
    if (same.length === 0) return;
    const names = same.map((sibling) => `“${sibling.report.organ ?? sibling.name}”`);
    yield {
      paths: ['proactive', 'requests', 'remedies'],
      message: `三张表每一格都与${listNames(names, '个单位')}的报告相同，请核对是否填错了单位或者复制了他人的报告。`,
      expected: '',
      found: same.map(({ name }) => name).join('、'),
    };
  },
};

/** A sibling in the same form and year; the report itself may lie in the folder too. */
function isOther({ report: other }: NamedReport, report: AnnualReport): boolean {
  return other !== report && other.form === report.form && other.year === report.year && other.organ !== report.organ;
}

/** Fewest siblings with a fee for a median to mean something. */
const fewestFees = 5;

const feeMedian: Rule = {
  id: 'SIB-FEE',
  severity: 'warning',
  title: '收费金额远高于其他单位',
  formula: `收费金额小于其他单位中位数的 1000 倍（至少有 ${fewestFees} 个单位收费才比较）`,
  source: '常见差错：元与万元混用',
  needs: 'siblings',
  *check({ report, siblings, value }) {
    const path = 'proactive.fees.amount';
    const amount = figureIn(report, path);
    if (amount === undefined || amount <= 0) return;
    const fees = siblings
      .filter((sibling) => isOther(sibling, report))
      .map((sibling) => figureIn(sibling.report, path) ?? 0)
      .filter((fee) => fee > 0)
      .sort((a, b) => a - b);
    const median = fees[Math.floor(fees.length / 2)];
    if (fees.length < fewestFees || median === undefined || amount < 1000 * median) return;
    yield {
      paths: [path],
      message: `行政事业性收费 ${amount} 万元，是其他 ${fees.length} 个收费单位中位数（${median} 万元）的 1000 倍以上，请核对是否把元当作万元填写。`,
      expected: '',
      found: String(value(path)),
    };
  },
};

/** Rules that compare the tables with those of other organs. */
export const siblingRules: readonly Rule[] = [sameTables, feeMedian];
