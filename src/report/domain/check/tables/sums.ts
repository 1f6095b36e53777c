import type { CellValue } from '../../annual-report.ts';
import { columnName, forms, rowName, type SumDeclaration, tableName } from '../../forms/index.ts';
import type { CheckContext, Rule, RuleFinding } from '../rule.ts';
import { nameLines } from './cell-names.ts';
import { addUp, quoteCell, writeSum } from './figures.ts';
import { type FormPlan, getCell, type PlannedSum, planForm } from './form-plan.ts';
import { listEmptyTables } from './gaps.ts';
import { explainBreach } from './sum-hints.ts';

/** One side of a sum: its figures, and the cells that have none. */
interface Side {
  figures: number[];
  total: number;
  gaps: number[];
}

/**
 * - `holds`: every cell is a figure and both sides are equal.
 * - `broken`: both sides are known and differ, or what is known of one side already exceeds the other.
 * - `open`: a cell has no figure, and nothing follows without it.
 */
type Verdict = 'holds' | 'broken' | 'open';

/** True when every cell of the sum is a figure and both sides are equal: the common case, kept fast. */
function holds(sum: PlannedSum, cells: readonly CellValue[]): boolean {
  let difference = 0;
  for (const position of sum.left) {
    const value = cells[position];
    if (typeof value !== 'number') return false;
    difference += value;
  }
  for (const position of sum.right) {
    const value = cells[position];
    if (typeof value !== 'number') return false;
    difference -= value;
  }
  return difference === 0 || Math.abs(difference) < 1e-9;
}

function weighSide(positions: readonly number[], cells: readonly CellValue[]): Side {
  const figures: number[] = [];
  const gaps: number[] = [];
  for (const position of positions) {
    const value = cells[position];
    if (typeof value === 'number') figures.push(value);
    else gaps.push(position);
  }
  return { figures, total: addUp(figures), gaps };
}

/**
 * Judges a sum that does not hold outright. Parts that are missing can only add to their side, so a
 * side that is complete and smaller than the known part of the other is broken already; that step
 * is left out when a figure is negative.
 *
 * @example 3 + 4 + blank = 5 → broken; 3 + blank = 5 → open
 */
function judge(left: Side, right: Side): Verdict {
  if (left.gaps.length === 0 && right.gaps.length === 0) return left.total === right.total ? 'holds' : 'broken';
  if ([...left.figures, ...right.figures].some((figure) => figure < 0)) return 'open';
  if (right.gaps.length === 0 && left.total > right.total) return 'broken';
  if (left.gaps.length === 0 && right.total > left.total) return 'broken';
  return 'open';
}

function* checkSums(context: CheckContext, rule: string): Iterable<RuleFinding> {
  const plan = planForm(context.form);
  let open: PlannedSum[] | undefined;
  for (const sum of plan.sumsOfRule.get(rule) ?? []) {
    if (holds(sum, context.cells)) continue;
    const left = weighSide(sum.left, context.cells);
    const right = weighSide(sum.right, context.cells);
    const verdict = judge(left, right);
    if (verdict === 'broken') yield describeBreach(context, plan, sum, left, right);
    if (verdict === 'open') open = [...(open ?? []), sum];
  }
  if (open) yield* describeOpen(context, plan, open);
}

function describeBreach(context: CheckContext, plan: FormPlan, sum: PlannedSum, left: Side, right: Side): RuleFinding {
  const gaps = left.gaps.length + right.gaps.length;
  const hint = gaps === 0 ? explainBreach(context, plan, sum) : undefined;
  const paths = [...sum.equation.left, ...sum.equation.right];
  return {
    paths: hint?.suspect ? [hint.suspect, ...paths.filter((path) => path !== hint.suspect)] : paths,
    message: `${nameSum(plan, sum)}不符：${shortWords(sum.equation.sum)}。${compare(left, right)}${hint?.message ?? ''}`,
    expected: writeSum(left.figures),
    found: String(right.total),
  };
}

function compare(left: Side, right: Side): string {
  const gap = Math.abs(addUp([left.total, -right.total]));
  const leftText = `左边 ${writeSum(left.figures)}`;
  const rightText = `右边 ${writeSum(right.figures)}`;
  if (left.gaps.length > 0)
    return `右边 ${right.total}；左边有${left.gaps.length}格没有数，已填的 ${writeSum(left.figures)} 已经超过右边。`;
  if (right.gaps.length > 0)
    return `${leftText}；右边有${right.gaps.length}格没有数，已填的 ${writeSum(right.figures)} 已经超过左边。`;
  return `${leftText}，${rightText}，相差 ${gap}。`;
}

/** One finding for all sums of a rule that a gap keeps from being judged. */
function* describeOpen(context: CheckContext, plan: FormPlan, open: readonly PlannedSum[]): Iterable<RuleFinding> {
  const { sum } = (open[0] as PlannedSum).equation;
  // An empty table is reported as such; that its sums cannot be judged needs no further finding.
  if (listEmptyTables(context).includes(sum.table)) return;
  const all = plan.sumsOfRule.get(sum.rule)?.length ?? 0;
  const line = sum.along === 'columns' ? '行' : '列';
  const names = open.map((each) => nameLine(plan, each));
  const gaps = new Set(
    open.flatMap(({ left, right }) => [...left, ...right].filter((each) => typeof context.cells[each] !== 'number')),
  );
  const results = open.flatMap(({ right }) => right);
  const count = open.length === all && all > 1 ? `全部${all}${line}` : nameLines(names, line);
  yield {
    severity: 'unknown',
    paths: [...new Set([...gaps, ...results])].sort((a, b) => a - b).map((each) => getCell(plan, each).path),
    message: `${tableName(plan.form, sum.table)}${count}无法核对“${shortWords(sum)}”：有${gaps.size}格空白或者不是数字，补全后再查。`,
    expected: '',
    found: [...new Set([...gaps].map((gap) => quoteCell(context.cells[gap])))].slice(0, 5).join('、'),
  };
}

/** 表三“自然人”列, 表三“（一）予以公开”行 */
function nameSum(plan: FormPlan, sum: PlannedSum): string {
  const { table } = sum.equation.sum;
  return `${tableName(plan.form, table)}${nameLine(plan, sum)}${sum.equation.sum.along === 'columns' ? '行' : '列'}`;
}

/** “自然人”, “（一）予以公开” */
function nameLine(plan: FormPlan, sum: PlannedSum): string {
  const { along, table } = sum.equation.sum;
  const cell = getCell(plan, sum.right[0] as number);
  const name =
    along === 'columns' ? rowName(plan.form, cell).slice(tableName(plan.form, table).length) : columnName(cell);
  return name.slice(0, -1);
}

/** The formula as a message has it, short enough to be read beside the figures. */
const shortWords = (sum: SumDeclaration) => shortFormulas[sum.rule] ?? sum.words;

const shortFormulas: Record<string, string> = {
  'REQ-ROW-SUM': '六类申请人之和 = 总计',
  'REQ-RESULT-SUM': '（一）至（六）之和 = （七）总计',
  'REM-SUM': '四种结果之和 = 总计',
};

const titles: Record<string, string> = {
  'REQ-ROW-SUM': '表三各行合计',
  'REQ-RESULT-SUM': '表三办理结果合计',
  'REQ-BALANCE': '表三勾稽关系',
  'REM-SUM': '表四各项合计',
};

const declared = new Map<string, SumDeclaration>();
for (const form of forms) for (const sum of form.sums) if (!declared.has(sum.rule)) declared.set(sum.rule, sum);

/** One rule for every sum that a form declares. */
export const sumRules: readonly Rule[] = [...declared.values()].map((sum) => ({
  id: sum.rule,
  severity: 'error',
  title: titles[sum.rule] ?? sum.words,
  formula: `${sum.along === 'columns' ? '每行' : '每列'}：${sum.words}；有空白或非数字的格时不判断`,
  source: sum.source,
  check: (context) => checkSums(context, sum.rule),
}));
