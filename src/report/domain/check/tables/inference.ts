import type { CellValue } from '../../annual-report.ts';
import { findFigure } from './figures.ts';
import { type FormPlan, getCell, type PlannedSum } from './form-plan.ts';

/**
 * What the cells without a figure would have to be if everything else is right and the sums of the
 * form hold. Only a hint for the clerk: nothing is filled in, and no sum passes because of it.
 *
 * Two steps are repeated until nothing new follows: the single gap of a sum is what is left over;
 * the gaps of a sum whose figures already reach its total are 0.
 *
 * @returns position of the cell → figure, for the cells that follow
 * @example 总计 0, six blank columns beside it → all six are 0
 */
export function inferFigures(cells: readonly CellValue[], plan: FormPlan): Map<number, number> {
  const inferred = new Map<number, number>();
  const figureAt = (position: number): number | undefined =>
    findFigure(cells[position], getCell(plan, position).column.kind) ?? inferred.get(position);
  let open = plan.sums.filter((sum) => [...sum.left, ...sum.right].some((each) => figureAt(each) === undefined));
  for (let before = -1; before !== inferred.size; ) {
    before = inferred.size;
    open = open.filter((sum) => !close(sum, figureAt, inferred));
  }
  return inferred;
}

/** Fills the gaps of one sum when they follow; true when nothing is left to fill. */
function close(
  sum: PlannedSum,
  figureAt: (position: number) => number | undefined,
  inferred: Map<number, number>,
): boolean {
  const left = weigh(sum.left, figureAt);
  const right = weigh(sum.right, figureAt);
  const gaps = [...left.gaps, ...right.gaps];
  const lacking = left.gaps.length > 0 ? right.total - left.total : left.total - right.total;
  const oneSided = left.gaps.length === 0 || right.gaps.length === 0;
  if (!oneSided || lacking < 0 || !Number.isInteger(lacking)) return gaps.length === 0;
  if (gaps.length > 1 && lacking > 0) return false;
  for (const gap of gaps) inferred.set(gap, lacking);
  return true;
}

function weigh(positions: readonly number[], figureAt: (position: number) => number | undefined) {
  const gaps: number[] = [];
  let total = 0;
  for (const position of positions) {
    const figure = figureAt(position);
    if (figure === undefined) gaps.push(position);
    else total += figure;
  }
  return { gaps, total };
}
