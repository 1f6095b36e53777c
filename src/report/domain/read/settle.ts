import type { CellValue, Note } from '../annual-report.ts';
import type { ColumnDeclaration, Form } from '../forms/index.ts';
import type { RowAnchor } from './labels.ts';
import type { Placement, Reading } from './placement.ts';
import type { Run } from './runs.ts';
import { canHold, equationsOf } from './sums.ts';
import type { Token } from './tokens.ts';
import { readCell } from './values.ts';

/** A row of the form with all the ways its values can be laid into its cells. */
export interface OpenRow {
  anchor: RowAnchor | undefined;
  slots: readonly Slot[];
  run: Run | undefined;
  labelFound: boolean;
  byLabel: boolean;
  placement: Placement;
  /** Why the row is not read although its values are there. */
  doubt?: string;
}

export interface Slot {
  path: string;
  row: string;
  column: ColumnDeclaration;
  /** False for a row that only another form has. */
  own: boolean;
}

export interface SettledCell {
  value: CellValue;
  note?: Omit<Note, 'path'>;
}

/**
 * Decides where the values of every row stand. What position leaves open is decided by the sums
 * of the form; what they leave open too stays without a value.
 */
export function settle(
  form: Form,
  rows: readonly OpenRow[],
  tokens: readonly Token[],
  headerUnit: '元' | '万元' | undefined,
): Map<OpenRow, SettledCell[]> {
  const known = new Map<string, number>();
  const open = new Map<OpenRow, Reading[]>();
  const numberOf = (slot: Slot, indexes: readonly number[] | undefined): number | undefined => {
    if (!indexes) return undefined;
    const value = readCell(textOf(tokens, indexes), slot.column, headerUnit).value;
    return typeof value === 'number' ? value : undefined;
  };
  const learn = (row: OpenRow, reading: Reading) => {
    row.slots.forEach((slot, index) => {
      const value = numberOf(slot, reading[index]);
      if (value !== undefined) known.set(slot.path, value);
    });
  };
  for (const row of rows) {
    const only = row.placement.readings[0];
    if (!(row.placement.certain && only) && row.placement.readings.length > 0) open.set(row, row.placement.readings);
  }
  if (open.size > 0) {
    for (const row of rows) {
      const only = row.placement.readings[0];
      if (row.placement.certain && only) learn(row, only);
    }
  }

  const holds = (row: OpenRow, reading: Reading): boolean => {
    const own = new Map<string, number | undefined>();
    row.slots.forEach((slot, index) => {
      own.set(slot.path, numberOf(slot, reading[index]));
    });
    const look = (path: string) => (own.has(path) ? own.get(path) : known.get(path));
    return row.slots.every((slot) => equationsOf(form, slot.path).every((equation) => canHold(equation, look)));
  };
  // What one row settles can settle the next.
  for (let pass = 0; pass < 6 && open.size > 0; pass += 1) {
    let changed = false;
    for (const [row, readings] of open) {
      const left = readings.filter((reading) => holds(row, reading));
      if (left.length > 0 && left.length < readings.length) {
        open.set(row, left);
        changed = true;
      }
      const [only, second] = open.get(row) ?? [];
      if (only && !second) {
        learn(row, only);
        open.set(row, [only]);
      }
    }
    if (!changed) break;
  }
  preferUsual(form, rows, open, tokens);

  const settled = new Map<OpenRow, SettledCell[]>();
  for (const row of rows) {
    const readings = open.get(row);
    if (!row.run || row.placement.readings.length === 0) settled.set(row, unreadable(row, tokens));
    else if (!readings)
      settled.set(row, cellsOf(row, row.placement.readings[0] ?? [], tokens, headerUnit, row.byLabel));
    else if (readings.length === 1) settled.set(row, cellsOf(row, readings[0] ?? [], tokens, headerUnit, false));
    else settled.set(row, agreed(row, readings, tokens, numberOf));
  }
  return settled;
}

/**
 * What sums cannot tell, the habits of this table can: labels in the same cell have the same
 * padding behind them, and a table that lost its last column lost it in every row.
 */
function preferUsual(
  form: Form,
  rows: readonly OpenRow[],
  open: Map<OpenRow, Reading[]>,
  tokens: readonly Token[],
): void {
  const isFilled = (indexes: readonly number[] | undefined) =>
    indexes !== undefined && tokens[indexes[0] ?? -1]?.kind === 'value';
  const lostLast = (reading: Reading) => reading.slice(0, -1).every(isFilled) && !isFilled(reading.at(-1));
  const shortRows = [...open].filter(([row]) => {
    const values = row.run?.tokens.filter((index) => tokens[index]?.kind === 'value').length;
    return row.run?.celled === true && row.slots.length > 3 && values === row.slots.length - 1;
  });
  const cutOff =
    shortRows.length >= 2 &&
    shortRows.length >= rows.filter((row) => row.run).length * 0.7 &&
    shortRows.every(([, readings]) => readings.some(lostLast));
  for (const [row, readings] of open) {
    if (readings.length < 2 || !row.run?.celled) continue;
    if (cutOff) {
      const cut = readings.filter(lostLast);
      if (cut[0]) {
        open.set(row, [cut[0]]);
        continue;
      }
    }
    // Empty cells beside one total: the total is the last column.
    const values = row.run.tokens.filter((index) => tokens[index]?.kind === 'value').length;
    const withTotal = readings.filter(
      (reading) => reading.every((slot) => slot !== undefined) && isFilled(reading.at(-1)),
    );
    const hasTotal = equationsOf(form, row.slots.at(-1)?.path ?? '').length > 0;
    if (hasTotal && values === 1 && withTotal.length === 1 && withTotal[0]) open.set(row, [withTotal[0]]);
  }
}

const textOf = (tokens: readonly Token[], indexes: readonly number[]): string =>
  indexes.map((index) => tokens[index]?.text ?? '').join('');

const quoteOf = (tokens: readonly Token[], run: Run | undefined): string =>
  (run?.tokens ?? [])
    .map((index) => tokens[index]?.text || '□')
    .join(' ')
    .slice(0, 200);

function cellsOf(
  row: OpenRow,
  reading: Reading,
  tokens: readonly Token[],
  headerUnit: '元' | '万元' | undefined,
  byPosition: boolean,
): SettledCell[] {
  return row.slots.map((slot, index) => {
    const indexes = reading[index];
    if (!indexes) {
      // Words on a page show no empty cells: what is not there may have been left blank.
      return missing('原文此行少了一格，未填数', quoteOf(tokens, row.run));
    }
    const quote = textOf(tokens, indexes);
    const cell = readCell(quote, slot.column, headerUnit);
    if (cell.kind && cell.message)
      return { value: cell.value, note: { kind: cell.kind, message: cell.message, quote } };
    if (byPosition) return { value: cell.value };
    const message =
      row.byLabel || row.anchor === undefined
        ? '原文此行的格数与表样不符，按表内勾稽关系和列序对位读取'
        : '原文此行的行名缺失或者不在数字前面，按行序对位读取';
    return { value: cell.value, note: { kind: 'repaired', message, quote: quoteOf(tokens, row.run) } };
  });
}

const missing = (message: string, quote: string): SettledCell => ({
  value: null,
  note: { kind: 'missing', message, quote },
});

function unreadable(row: OpenRow, tokens: readonly Token[]): SettledCell[] {
  if (row.run) {
    const quote = quoteOf(tokens, row.run);
    return row.slots.map(() => ({
      value: null,
      note: {
        kind: 'ambiguous',
        message:
          row.doubt ??
          `原文此行有${row.run?.tokens.length ?? 0}个数，表样为${row.slots.length}格，无法确定各数属于哪一格`,
        quote,
      },
    }));
  }
  return row.slots.map(() => missing(row.labelFound ? '原文有此行的行名，没有可读的数' : '原文没有此行', ''));
}

/** The values on which all remaining readings agree; the rest stays open. */
function agreed(
  row: OpenRow,
  readings: readonly Reading[],
  tokens: readonly Token[],
  numberOf: (slot: Slot, indexes: readonly number[] | undefined) => number | undefined,
): SettledCell[] {
  const quote = quoteOf(tokens, row.run);
  return row.slots.map((slot, index): SettledCell => {
    // A cell that any reading leaves empty may have been left empty: the sums do not fill it.
    const values = [...new Set(readings.map((reading) => numberOf(slot, reading[index])))];
    if (values.length === 1 && values[0] !== undefined) {
      return {
        value: values[0],
        note: { kind: 'repaired', message: '原文此行的格数与表样不符，各种对位读法在此格一致', quote },
      };
    }
    const named = values.filter((value) => value !== undefined).slice(0, 6);
    const message =
      named.length > 0
        ? `原文此行的格数与表样不符，此格可能是${named.join('或')}，也可能为空，未填数`
        : '原文此行的格数与表样不符，此格无法确定，未填数';
    return { value: null, note: { kind: 'ambiguous', message, quote } };
  });
}
