import type { CellValue } from '../../annual-report.ts';
import { cellName } from '../../forms/index.ts';
import type { CheckContext } from '../rule.ts';
import { type FormPlan, getCell, type PlannedSum } from './form-plan.ts';

/** A guess at what went wrong in a broken sum, and the cell to look at first. */
export interface SumHint {
  message: string;
  suspect?: string;
}

/**
 * What probably went wrong in a sum whose cells are all figures, or undefined when nothing stands out.
 *
 * A cell is suspected when all its sums are broken, all of them (at least two) by the same amount,
 * and no other cell of this sum explains as much: row and column then cross in it.
 *
 * @example row 予以公开 and column 自然人 both 2 short → the cell where they cross should be 2 more
 */
export function explainBreach(context: CheckContext, plan: FormPlan, sum: PlannedSum): SumHint | undefined {
  const { cells } = context;
  const suspects = [...sum.left, ...sum.right].flatMap((position) => {
    const wanted = correct(position, plan, cells);
    return wanted === undefined ? [] : [{ position, wanted }];
  });
  const slip = explainSlip(sum, cells);
  const [only] = suspects;
  if (only && suspects.length === 1) {
    const { path } = getCell(plan, only.position);
    const name = cellName(plan.form, path);
    const count = plan.sumsOfCell[only.position]?.length ?? 0;
    return {
      suspect: path,
      message: `${name}如果由 ${cells[only.position]} 改为 ${only.wanted}，它所在的${count}处合计就同时相符，请先核对这一格。${slip}`,
    };
  }
  return slip === '' ? undefined : { message: slip };
}

/** The figure with which all sums of a cell would hold, when all of them are broken by the same amount. */
function correct(position: number, plan: FormPlan, cells: readonly CellValue[]): number | undefined {
  const sums = plan.sumsOfCell[position] ?? [];
  const value = cells[position];
  if (sums.length < 2 || typeof value !== 'number') return undefined;
  const offsets = new Set(sums.map((sum) => offset(position, sum, cells)));
  const [only] = offsets;
  if (offsets.size !== 1 || only === undefined || only === 0) return undefined;
  const wanted = value + only;
  return Number.isInteger(wanted) && wanted >= 0 ? wanted : undefined;
}

/** By how much the cell would have to grow for the sum to hold; undefined when a figure is missing. */
function offset(position: number, sum: PlannedSum, cells: readonly CellValue[]): number | undefined {
  const left = total(sum.left, cells);
  const right = total(sum.right, cells);
  if (left === undefined || right === undefined) return undefined;
  return sum.left.includes(position) ? right - left : left - right;
}

function total(positions: readonly number[], cells: readonly CellValue[]): number | undefined {
  let sum = 0;
  for (const position of positions) {
    const value = cells[position];
    if (typeof value !== 'number') return undefined;
    sum += value;
  }
  return sum;
}

/** Slips of the hand that show in the figures of one sum with a single total; empty when none does. */
function explainSlip(sum: PlannedSum, cells: readonly CellValue[]): string {
  const parts = total(sum.left, cells);
  const written = total(sum.right, cells);
  if (parts === undefined || written === undefined) return '';
  if (sum.right.length > 1) return explainBalance(parts, sum, cells);
  if (parts > 0 && written === 2 * parts) return '总计正好是各格之和的两倍，可能把合计也加了一遍。';
  const split = findSplit(sum, cells, parts, written);
  if (split) return split;
  return isTransposed(parts, written) ? '两个数的数字相同、顺序不同，可能输颠倒了。' : '';
}

/** The balance of table 三: what came in against what was done with it. */
function explainBalance(received: number, sum: PlannedSum, cells: readonly CellValue[]): string {
  const carriedOut = Number(cells[sum.right.at(-1) as number]);
  if (received === 0) return '没有收到和结转来的申请，却有办理结果或者结转下年度。';
  return carriedOut > received ? '结转下年度的件数多于收到和结转来的全部申请。' : '';
}

/** 1 | 2 in two neighbouring cells for 12 in one. */
function findSplit(sum: PlannedSum, cells: readonly CellValue[], parts: number, written: number): string | undefined {
  for (const [index, position] of sum.left.slice(0, -1).entries()) {
    const first = Number(cells[position]);
    const second = Number(cells[sum.left[index + 1] as number]);
    const joined = Number(`${first}${second}`);
    if (first > 0 && second >= 0 && second <= 9 && parts - first - second + joined === written) {
      return `相邻两格的 ${first} 和 ${second} 可能是一个 ${joined} 拆成了两格。`;
    }
  }
  return undefined;
}

function isTransposed(a: number, b: number): boolean {
  const digits = (figure: number) => [...String(figure)].sort().join('');
  return a !== b && a > 9 && b > 9 && digits(a) === digits(b);
}
