import type { ColumnDeclaration } from '../forms/index.ts';
import { columnsAt, findHeaders, spreadCentres } from './headers.ts';
import {
  type Columns,
  centresOfClusters,
  learnColumns,
  learnPadding,
  type Padding,
  type Placement,
  placementsOf,
} from './placement.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** What the rows under the same headers have in common. */
export interface Habit {
  /** Form columns in the order of the source; undefined when that cannot be told. */
  order: readonly number[] | undefined;
  columns: Columns | undefined;
  padding: Map<number, Padding>;
}

/**
 * Learns from the headers and from all rows under them where the columns stand.
 *
 * @param runs the values of these rows
 */
export function habitOf(tokens: readonly Token[], runs: readonly Run[], columns: readonly ColumnDeclaration[]): Habit {
  const whole = columns.map((_, index) => index);
  const celled = runs.filter((run) => run.celled).map((run) => ({ run, labelIndex: labelIndex(tokens, run) }));
  if (columns.length === 1) return { order: whole, columns: undefined, padding: learnPadding(tokens, celled, 1) };
  const headers = findHeaders(tokens.slice(0, Math.min(...runs.map((run) => run.tokens[0] ?? 0))), columns);
  let order: readonly number[] | undefined = whole;
  if (headers.lastNamedFirst && addsUpFromTheFirst(tokens, runs, columns.length)) order = undefined;
  else if (headers.order === undefined || headers.order.length === columns.length) order = headers.order;
  else {
    // A column that has no header and no values in most rows is not in the table; words without
    // cells do not show whether a column is gone or only empty.
    const values = (run: Run) => run.tokens.filter((index) => tokens[index]?.kind === 'value').length;
    const present = headers.order.length;
    const short = headers.centres && present > 1 ? centresOfClusters(tokens, runs, columns.length - 1) : undefined;
    const told = short && columnsAt(short, headers, columns.length);
    if (told) order = told;
    else if (
      present > 1 &&
      runs.every((run) => run.celled) &&
      runs.filter((run) => values(run) === present).length > runs.length * 0.6
    )
      order = headers.order;
  }
  const length = order?.length ?? columns.length;
  const spread = length === columns.length ? spreadCentres(headers, length) : undefined;
  return {
    order,
    columns: learnColumns(
      tokens,
      runs,
      length,
      headers.order?.length === length ? headers : spread && { centres: spread, width: headers.width },
    ),
    padding: learnPadding(tokens, celled, length),
  };
}

/** Whether the figures say that the first column is the sum of the others, not the last. */
function addsUpFromTheFirst(tokens: readonly Token[], runs: readonly Run[], length: number): boolean {
  let first = 0;
  let last = 0;
  for (const run of runs) {
    const numbers = run.tokens.map((index) => Number(tokens[index]?.text.normalize('NFKC')));
    if (numbers.length !== length || numbers.some(Number.isNaN)) continue;
    const sum = numbers.reduce((left, right) => left + right, 0);
    if (sum === 0) continue;
    if (sum === 2 * (numbers[0] ?? 0)) first += 1;
    if (sum === 2 * (numbers.at(-1) ?? 0)) last += 1;
  }
  return first > last;
}

/** The ways to lay a run into the columns of the source, given in the columns of the form. */
export function placed(tokens: readonly Token[], run: Run, length: number, habit: Habit): Placement {
  const order = habit.order ?? [];
  const { readings, certain } = placementsOf(
    tokens,
    run,
    order.length,
    habit.columns,
    habit.padding.get(labelIndex(tokens, run)),
  );
  if (order.length === length && order.every((column, index) => column === index)) return { readings, certain };
  const inForm = readings.map((reading) => {
    const own: (readonly number[] | undefined)[] = new Array(length).fill(undefined);
    for (const [at, column] of order.entries()) own[column] = reading[at];
    return own;
  });
  return { readings: inForm, certain: false };
}

/** Index of the label's cell within its line, for rows of cells; −1 elsewhere. */
function labelIndex(tokens: readonly Token[], run: Run | undefined): number {
  const first = run?.tokens[0];
  if (!run?.celled || first === undefined) return -1;
  const line = tokens[first]?.line;
  let cells = 0;
  for (let index = first - 1; index >= 0 && tokens[index]?.line === line; index -= 1) cells += 1;
  return cells - 1;
}
