import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';
import { isPlainNumber } from './values.ts';

/**
 * One way to lay the values of a run into the cells of a row. Each slot holds the index of a
 * token (a merged number has two), or nothing when the cell is not in the source.
 */
export type Reading = (readonly number[] | undefined)[];

/** All ways that the run can be laid into `length` cells, and how sure the first one is. */
export interface Placement {
  readings: Reading[];
  /** One reading, by position alone. */
  certain: boolean;
}

const maximumReadings = 600;
/** Empty cells that can belong to a label merged over the label columns. */
const maximumPadding = 2;

/**
 * Lists how a run can be laid into a row of `length` cells, by position only.
 *
 * In rows of cells the empty ones are seen: what is open is how many empty cells belong to the
 * label before and to the padding behind. In other lines an empty cell leaves no trace, and any
 * cell may be the missing one.
 *
 * @param columns where the columns stand, when that is known
 * @param padding what other rows with their label in the same cell have around their values
 */
export function placementsOf(
  tokens: readonly Token[],
  run: Run,
  length: number,
  columns: Columns | undefined,
  padding?: Padding,
): Placement {
  const indexes = run.tokens;
  const isBlank = (at: number) => tokens[indexes[at] ?? -1]?.kind === 'blank';
  let leading = 0;
  while (leading < indexes.length && isBlank(leading)) leading += 1;
  const setting = tokens[indexes[0] ?? -1]?.setting ?? 'words';
  const one = (at: number) => [indexes[at] as number] as const;
  const inOrder = indexes.length === length ? indexes.map((_, at) => one(at)) : undefined;

  if (inOrder && setting === 'words') return { readings: [inOrder], certain: true };
  const byColumns = columns ? placeByColumns(tokens, run, length, columns.centres) : undefined;
  if (byColumns && columns?.proven) return { readings: [byColumns], certain: true };
  if (inOrder && setting === 'grid') return { readings: [inOrder], certain: true };
  if (padding && leading >= padding.before) {
    const inside = indexes.slice(padding.before, indexes.length - padding.after);
    const outside = indexes.slice(indexes.length - padding.after);
    if (outside.every((index) => tokens[index]?.kind === 'blank')) {
      const filled = inside.findLastIndex((index) => tokens[index]?.kind === 'value') + 1;
      const fullUpTo = inside.slice(0, filled).every((index) => tokens[index]?.kind === 'value');
      // Empty cells at the end alone may be the padding that lost cells left behind.
      if (inside.length === length && fullUpTo && filled < length && filled >= Math.max(2, length - 2)) {
        const readings = [inside.map((index) => [index]), ...choices(inside.slice(0, filled), length)];
        return { readings, certain: false };
      }
      if (inside.length === length) return { readings: [inside.map((index) => [index])], certain: true };
      if (inside.length < length && inside.length > 0) return { readings: choices(inside, length), certain: false };
    }
  }
  if (byColumns && setting !== 'cells') return { readings: [byColumns], certain: setting === 'grid' };

  if (run.celled) {
    const filled = indexes.filter((_, at) => !isBlank(at));
    if (length === 1 && filled.length <= 1) return { readings: [[[filled[0] ?? indexes[0] ?? -1]]], certain: true };
    if (indexes.length === length && !isBlank(0) && !isBlank(length - 1))
      return { readings: [indexes.map((_, at) => one(at))], certain: true };
    if (filled.length > length) return { readings: readingsOfTooMany(tokens, filled, length), certain: false };
    if (filled.length === 0 && indexes.length >= length)
      return { readings: [indexes.slice(0, length).map((index) => [index])], certain: true };
    const first = indexes.indexOf(filled[0] ?? -1);
    const last = indexes.indexOf(filled.at(-1) ?? -1);
    if (filled.length === length && last - first + 1 === length)
      return { readings: [filled.map((index) => [index])], certain: true };
    // Any empty cell at an edge may be padding, and a row left too short may have lost any cell.
    const readings = new Map<string, Reading>();
    for (let from = 0; from <= Math.min(first, maximumPadding); from += 1) {
      for (let to = last + 1; to <= indexes.length; to += 1) {
        if (to - from > length || to - from < length - 3) continue;
        for (const reading of choices(indexes.slice(from, to), length))
          readings.set(reading.map((slot) => slot?.[0] ?? '').join(), reading);
      }
    }
    return { readings: readings.size > maximumReadings ? [] : [...readings.values()], certain: false };
  }
  if (indexes.length > length) return { readings: readingsOfTooMany(tokens, indexes, length), certain: false };
  return { readings: choices(indexes, length), certain: false };
}

/** Empty cells around the values of a row that are no cells of the form. */
export interface Padding {
  before: number;
  after: number;
}

/**
 * Learns the padding of rows of cells from those whose values are all there, by the place of
 * their label; where they contradict each other nothing is learnt.
 *
 * @param rows runs with the index of their label's cell
 */
export function learnPadding(
  tokens: readonly Token[],
  rows: readonly { run: Run; labelIndex: number }[],
  length: number,
): Map<number, Padding> {
  const learnt = new Map<number, Padding | undefined>();
  for (const { run, labelIndex } of rows) {
    const filled = run.tokens.map((index) => tokens[index]?.kind === 'value');
    const first = filled.indexOf(true);
    const last = filled.lastIndexOf(true);
    if (first < 0 || last - first + 1 !== length || filled.slice(first, last).includes(false)) continue;
    const own = { before: first, after: filled.length - 1 - last };
    const known = learnt.get(labelIndex);
    if (!learnt.has(labelIndex)) learnt.set(labelIndex, own);
    else if (known?.before !== own.before || known.after !== own.after) learnt.set(labelIndex, undefined);
  }
  // Rows that all have as many cells as the form have no padding at all.
  const even = rows.every(({ run }) => run.tokens.length === length);
  const padding = new Map<number, Padding>();
  let explained = 0;
  for (const { run, labelIndex } of rows) {
    const own = learnt.get(labelIndex) ?? (even && !learnt.has(labelIndex) ? { before: 0, after: 0 } : undefined);
    if (!own) continue;
    padding.set(labelIndex, own);
    if (run.tokens.length === own.before + length + own.after) explained += 1;
  }
  // In a ragged table a habit seen once is a coincidence.
  const plain = [...padding.values()].every((each) => each.before === 0);
  return explained >= rows.length * 0.7 && (plain || rows.length >= 4) ? padding : new Map();
}

/** The values in order in all choices of cells. */
function choices(indexes: readonly number[], length: number): Reading[] {
  const readings: Reading[] = [];
  const missing = length - indexes.length;
  if (missing < 0 || combinations(length, missing) > maximumReadings) return readings;
  const fill = (slot: number, at: number, reading: Reading): void => {
    if (slot === length) {
      readings.push(reading.slice());
      return;
    }
    if (at < indexes.length) {
      reading[slot] = [indexes[at] as number];
      fill(slot + 1, at + 1, reading);
    }
    if (length - slot > indexes.length - at) {
      reading[slot] = undefined;
      fill(slot + 1, at, reading);
    }
  };
  fill(0, 0, new Array(length));
  return readings;
}

function combinations(of: number, choose: number): number {
  let count = 1;
  for (let index = 1; index <= choose; index += 1) count = (count * (of - choose + index)) / index;
  return count;
}

/** Too many values: some are no cells (a page number) or one number was torn in two (1 | 2). */
function readingsOfTooMany(tokens: readonly Token[], indexes: readonly number[], length: number): Reading[] {
  const surplus = indexes.length - length;
  if (surplus > 2) return [];
  let readings: number[][][] = [indexes.map((index) => [index])];
  for (let round = 0; round < surplus; round += 1) {
    readings = readings.flatMap((reading) => {
      const shorter: number[][][] = [];
      for (let at = 0; at < reading.length; at += 1) {
        shorter.push([...reading.slice(0, at), ...reading.slice(at + 1)]);
        const [left, right] = [reading[at], reading[at + 1]];
        if (left && right && canJoin(tokens, left, right))
          shorter.push([...reading.slice(0, at), [...left, ...right], ...reading.slice(at + 2)]);
      }
      return shorter;
    });
  }
  const unique = new Map(readings.map((reading) => [JSON.stringify(reading), reading]));
  return unique.size > maximumReadings ? [] : [...unique.values()];
}

function canJoin(tokens: readonly Token[], left: readonly number[], right: readonly number[]): boolean {
  const first = tokens[left[0] ?? -1]?.text ?? '';
  return (
    [...left, ...right].every((index) => isPlainNumber(tokens[index]?.text ?? '') && tokens[index]?.kind === 'value') &&
    !/^0/.test(first)
  );
}

/** Each value into the column it stands in; undefined when one stands in none or two in one. */
function placeByColumns(
  tokens: readonly Token[],
  run: Run,
  length: number,
  columns: readonly number[],
): Reading | undefined {
  const reading: Reading = new Array(length).fill(undefined);
  const gap = smallestGap(columns);
  let before = -1;
  for (const index of run.tokens) {
    const token = tokens[index];
    if (token?.left === undefined || token.right === undefined) return undefined;
    // A figure merged over several columns stands in none of them.
    if (token.setting === 'grid' && token.kind === 'value' && token.right - token.left > gap * 1.5) return undefined;
    const centre = (token.left + token.right) / 2;
    let slot = 0;
    for (let each = 1; each < columns.length; each += 1) {
      if (Math.abs((columns[each] ?? 0) - centre) < Math.abs((columns[slot] ?? 0) - centre)) slot = each;
    }
    if (Math.abs((columns[slot] ?? 0) - centre) > gap * 0.45) {
      if (token.kind === 'blank') continue;
      return undefined;
    }
    if (slot <= before) return undefined;
    before = slot;
    reading[slot] = [index];
  }
  return reading;
}

const smallestGap = (columns: readonly number[]): number => {
  let gap = Number.POSITIVE_INFINITY;
  for (let index = 1; index < columns.length; index += 1)
    gap = Math.min(gap, (columns[index] ?? 0) - (columns[index - 1] ?? 0));
  return gap;
};

/** Where the columns of a table stand. */
export interface Columns {
  /** Centre of each column, in the units of the tokens' extents. */
  centres: readonly number[];
  /** Every value of every row of cells stands in one of them. */
  proven: boolean;
}

/**
 * Learns where the columns stand: from their headers, or from the rows that are complete.
 *
 * @param headers where the headers stand
 * @returns undefined when neither tells, or they do not agree with the rows
 */
export function learnColumns(
  tokens: readonly Token[],
  runs: readonly Run[],
  length: number,
  headers: { centres: readonly number[] | undefined; width: number } | undefined,
): Columns | undefined {
  const complete = centresOfComplete(tokens, runs, length) ?? centresOfClusters(tokens, runs, length);
  const celled = runs.filter((run) => run.celled);
  // Rows written as text are a grid only when all of them have the same number of cells.
  const widths = new Set(
    celled.map((run) => tokens[run.tokens[0] ?? -1]).map((token) => (token?.setting === 'cells' ? token.width : 0)),
  );
  // One row cannot prove by itself where its cells belong.
  if (headers && headers.width > 0) widths.add(headers.width);
  for (const centres of [headers?.centres, celled.length >= 3 ? complete : undefined]) {
    if (!centres || celled.length === 0 || widths.size > 1 || !(smallestGap(centres) > 0.5)) continue;
    if (celled.every((run) => placeByColumns(tokens, run, length, centres))) return { centres, proven: true };
  }
  const centres = complete ?? headers?.centres;
  return centres && smallestGap(centres) > 0 ? { centres, proven: false } : undefined;
}

/**
 * Centres of the columns in which words of a page stand, when the words of all rows together fill
 * just so many columns.
 */
export function centresOfClusters(
  tokens: readonly Token[],
  runs: readonly Run[],
  length: number,
): number[] | undefined {
  const centres: number[] = [];
  for (const run of runs) {
    if (run.celled) return undefined;
    for (const index of run.tokens) {
      const token = tokens[index];
      if (token?.left === undefined || token.right === undefined) return undefined;
      centres.push((token.left + token.right) / 2);
    }
  }
  centres.sort((a, b) => a - b);
  const clusters: number[][] = [];
  for (const centre of centres) {
    const last = clusters.at(-1);
    if (last && centre - (last.at(-1) ?? 0) < 6) last.push(centre);
    else clusters.push([centre]);
  }
  const tight = clusters.every((cluster) => (cluster.at(-1) ?? 0) - (cluster[0] ?? 0) < 14);
  if (clusters.length !== length || !tight) return undefined;
  return clusters.map((cluster) => cluster[Math.floor(cluster.length / 2)] ?? 0);
}

function centresOfComplete(tokens: readonly Token[], runs: readonly Run[], length: number): number[] | undefined {
  const centres: number[][] = Array.from({ length }, () => []);
  for (const run of runs) {
    if (run.tokens.length !== length || run.tokens.some((index) => tokens[index]?.kind !== 'value')) continue;
    for (const [slot, index] of run.tokens.entries()) {
      const token = tokens[index];
      if (token?.left === undefined || token.right === undefined) return undefined;
      centres[slot]?.push((token.left + token.right) / 2);
    }
  }
  if ((centres[0]?.length ?? 0) === 0) return undefined;
  const columns = centres.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0);
  const gap = smallestGap(columns);
  if (!(gap > 0)) return undefined;
  const spread = Math.max(
    ...centres.map((each, slot) => Math.max(...each.map((centre) => Math.abs(centre - (columns[slot] ?? 0))))),
  );
  return spread < gap * 0.4 ? columns : undefined;
}
