import {
  add,
  compare,
  type Decimal,
  decimalText,
  findDecimal,
  percentChange,
  subtract,
  zero,
} from '../../../kernel/decimal.ts';
import type { AnnualReport, CellValue } from '../annual-report.ts';
import type { FormCell } from '../forms/index.ts';
import type { CellPair } from './correspondence.ts';

/** What a cell holds: a figure, words, or nothing, and why nothing. */
export type CellState = 'figure' | 'text' | 'blank' | 'missing' | 'ambiguous';

/** One side of a change. */
export interface CellSide {
  /** More than one where this form divides what the other counts in one row. */
  paths: string[];
  state: CellState;
  /** The cell, or the sum of the cells; null when there is none. */
  value: CellValue;
}

/**
 * - `increased`, `decreased`: both sides are figures.
 * - `filled`: nothing before, something after; `emptied`: the reverse. Blank is not 0.
 * - `different`: words are involved, so that there is no direction.
 */
export type ChangeKind = 'increased' | 'decreased' | 'filled' | 'emptied' | 'different';

export interface CellChange {
  /** The cell as a sentence calls it. */
  name: string;
  kind: ChangeKind;
  before: CellSide;
  after: CellSide;
  /** after − before as a decimal string; null unless both are figures. */
  difference: string | null;
  /** The difference in per cent of before, one digit; null where it would say nothing, see the message. */
  percent: string | null;
  /** The change in Chinese words. */
  message: string;
}

/** Counts below this change by a large percentage through mere chance, so that none is given. */
const smallestBase = 30;

/** Compares the cells of a pair: a change, or whether they are the same or cannot be judged. */
export function compareCells(
  pair: CellPair,
  before: AnnualReport,
  after: AnnualReport,
): CellChange | 'same' | 'unknown' {
  const [old, now] = [sideOf(before, pair.before), sideOf(after, pair.after)];
  const [a, b] = [figureOf(old), figureOf(now)];
  if (a && b) return compare(a, b) === 0 ? 'same' : figureChange(pair, old, now, a, b);
  const base = { name: pair.name, before: old, after: now, difference: null, percent: null };
  const [had, has] = [isFilled(old), isFilled(now)];
  if (!had && !has) return 'unknown';
  if (!had) return { ...base, kind: 'filled', message: `原来${words(old)}，现在填${words(now)}` };
  if (!has) return { ...base, kind: 'emptied', message: `原来填${words(old)}，现在${words(now)}` };
  if (old.value === now.value) return 'same';
  return { ...base, kind: 'different', message: `由${words(old)}变为${words(now)}，不都是数字，不能比较增减` };
}

function figureChange(pair: CellPair, before: CellSide, after: CellSide, a: Decimal, b: Decimal): CellChange {
  const difference = subtract(b, a);
  const grows = difference.units > 0n;
  const size = decimalText(grows ? difference : subtract(a, b));
  const { percent, remark } = percentOf(pair, a, b);
  const share = percent === null ? '' : `，${grows ? '增长' : '下降'} ${percent.replace('-', '')}%`;
  return {
    name: pair.name,
    kind: grows ? 'increased' : 'decreased',
    before,
    after,
    difference: decimalText(difference),
    percent,
    message: `由 ${decimalText(a)} ${grows ? '增' : '减'}至 ${decimalText(b)}，${grows ? '增加' : '减少'} ${size}${share}${remark}`,
  };
}

/** The percentage, where it says something; else why it is left out. */
function percentOf(pair: CellPair, a: Decimal, b: Decimal): { percent: string | null; remark: string } {
  const kind = pair.before[0]?.column.kind;
  // A change of a change says nothing in per cent.
  if (kind === 'change') return { percent: null, remark: '' };
  if (compare(a, zero) === 0) return { percent: null, remark: '（原数为 0，不计百分比）' };
  if (kind === 'count' && compare(a, { units: BigInt(smallestBase), scale: 0 }) < 0) {
    return { percent: null, remark: `（原数不足 ${smallestBase}，不计百分比）` };
  }
  return { percent: percentChange(b, a) ?? null, remark: '' };
}

function sideOf(report: AnnualReport, cells: readonly FormCell[]): CellSide {
  const sides = cells.map((cell) => cellSide(report, cell));
  const [first, ...rest] = sides;
  if (first && rest.length === 0) return first;
  const paths = cells.map(({ path }) => path);
  // A sum with an unknown part is unknown; it is called by the first part that is not a figure.
  const unknown = sides.find((side) => figureOf(side) === undefined);
  if (unknown) return { paths, state: unknown.state, value: unknown.state === 'text' ? unknown.value : null };
  const total = decimalText(sides.reduce((sum, side) => add(sum, figureOf(side) ?? zero), zero));
  return { paths, state: 'figure', value: cells[0]?.column.kind === 'money' ? total : Number(total) };
}

function cellSide(report: AnnualReport, { path, table, row, column }: FormCell): CellSide {
  const value = report[table][row.key]?.[column.key] ?? null;
  if (typeof value === 'number') return { paths: [path], state: 'figure', value };
  if (value !== null) {
    const isAmount = column.kind === 'money' && findDecimal(value) !== undefined;
    return { paths: [path], state: isAmount ? 'figure' : 'text', value };
  }
  const note = report.notes.find((each) => each.path === path);
  const state = note?.kind === 'missing' || note?.kind === 'ambiguous' ? note.kind : 'blank';
  return { paths: [path], state, value: null };
}

/** The figure of a side, exactly; a JSON number is taken by the digits it is written with. */
function figureOf({ state, value }: CellSide): Decimal | undefined {
  return state === 'figure' ? findDecimal(String(value)) : undefined;
}

const isFilled = ({ state }: CellSide): boolean => state === 'figure' || state === 'text';

function words({ state, value }: CellSide): string {
  if (state === 'figure') return ` ${value} `;
  if (state === 'text') return `“${value}”`;
  return { blank: '空白', missing: '没有这一格', ambiguous: '读不准' }[state];
}
