import { isForeign, type TableVocabulary } from './labels.ts';
import type { Token } from './tokens.ts';

/** Values that stand together: what one row of the table may have been. */
export interface Run {
  /** Indexes of its tokens (values and, in rows of cells, blanks). */
  tokens: number[];
  /** In a row of cells, where empty cells can be seen. */
  celled: boolean;
}

/**
 * Gathers the values into runs. Values on one line belong together; lines that hold one value
 * each are a column of values and are joined until a label comes.
 *
 * @param keepBlankFrom length from which a run of empty cells without a label is a row all the same
 */
export function gatherRuns(
  tokens: readonly Token[],
  assigned: Int16Array,
  keepBlankFrom = Number.POSITIVE_INFINITY,
): Run[] {
  const runs: Run[] = [];
  let current: Run | undefined;
  let lineOfCurrent = -1;
  let valuesOnLine = 0;
  const close = () => {
    if (current) {
      const hasValue = current.tokens.some((index) => tokens[index]?.kind === 'value');
      const first = current.tokens[0] ?? 0;
      const labelled = first > 0 && (assigned[first - 1] ?? -1) >= 0 && tokens[first - 1]?.line === tokens[first]?.line;
      if (hasValue || labelled || current.tokens.length >= keepBlankFrom) runs.push(current);
    }
    current = undefined;
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.kind === 'label') {
      // A stray character of a vertical label does not end a run of values on one line.
      if (token.core.length > 0) close();
      continue;
    }
    if (current && token.line !== lineOfCurrent) {
      const nextOnLine = tokens[index + 1]?.line === token.line && tokens[index + 1]?.kind !== 'label';
      const aloneBefore = valuesOnLine === 1 && !current.celled;
      if (!aloneBefore || nextOnLine || token.setting !== 'words') close();
    }
    if (!current) current = { tokens: [], celled: token.setting !== 'words' };
    if (token.line !== lineOfCurrent) {
      lineOfCurrent = token.line;
      valuesOnLine = 0;
    }
    valuesOnLine += 1;
    current.tokens.push(index);
  }
  close();
  return runs;
}

/**
 * Takes back the label of a foreign row that heads rows of this form, when more than one row of
 * values stands under it: it is then the group label, and the labels of its rows are lost.
 */
export function releaseGroupLabels(assigned: Int16Array, runs: readonly Run[], vocabulary: TableVocabulary): void {
  for (const [row, anchor] of vocabulary.rows.entries()) {
    if (anchor.heads.length === 0) continue;
    const at = assigned.lastIndexOf(row);
    if (at < 0) continue;
    const next = assigned.findIndex((each, index) => index > at && each > row);
    const under = runs.filter((run) => (run.tokens[0] ?? 0) > at && (next < 0 || (run.tokens[0] ?? 0) < next));
    if (under.length < 2) continue;
    for (const [index, each] of assigned.entries()) if (each === row) assigned[index] = -1;
  }
}

/** A column of values without labels between them is cut into rows of equal length. */
export function cutLongRuns(runs: readonly Run[], length: number): Run[] {
  return runs.flatMap((run) => {
    if (run.celled || run.tokens.length <= length || run.tokens.length % length !== 0) return [run];
    const parts: Run[] = [];
    for (let from = 0; from < run.tokens.length; from += length) {
      parts.push({ celled: false, tokens: run.tokens.slice(from, from + length) });
    }
    return parts;
  });
}

/**
 * Joins the pieces of rows that were torn over two lines: two short runs without a label between
 * that make up a whole row together. A lone number behind a short row may be a page number: it is
 * taken only when the row then adds up.
 */
export function joinTornRuns(tokens: readonly Token[], runs: readonly Run[], length: number): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const whole = before && tornTogether(tokens, before, run, length);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(run);
  }
  return joined;
}

/** Two pieces as one whole row of `length` values; undefined when they are not that. */
export function tornTogether(tokens: readonly Token[], before: Run, run: Run, length: number): Run | undefined {
  if (run.tokens[0] !== (before.tokens.at(-1) ?? -2) + 1) return undefined;
  const values = [...before.tokens, ...run.tokens].filter((index) => tokens[index]?.kind === 'value');
  const first = before.tokens.filter((index) => tokens[index]?.kind === 'value').length;
  if (values.length !== length) return undefined;
  const piece = Math.min(first, length - first);
  // A label and its empty cells on one line, the values on the next.
  return piece !== 1 || addsUp(tokens, values) ? { tokens: values, celled: false } : undefined;
}

function addsUp(tokens: readonly Token[], indexes: readonly number[]): boolean {
  const numbers = indexes.map((index) => Number(tokens[index]?.text));
  return numbers.slice(0, -1).reduce((left, right) => left + right, 0) === numbers.at(-1);
}

/** What one row of the form got: its run, and how its place was found. */
export interface Assignment {
  run: Run;
  /** False when the row's own label was not found or the values do not stand behind it. */
  byLabel: boolean;
}

/**
 * Gives each run to at most one row, in order, at the lowest total cost: a run belongs to the
 * label on its line, inside it, before it or behind it; only then to a row whose label is lost.
 */
export function assignRuns(
  tokens: readonly Token[],
  assigned: Int16Array,
  runs: readonly Run[],
  vocabulary: TableVocabulary,
): (Assignment | undefined)[] {
  const rowCount = vocabulary.rows.length;
  const found = new Array<boolean>(rowCount).fill(false);
  for (const row of assigned) if (row >= 0) found[row] = true;
  const neighbours = runs.map((run) => neighbourhood(tokens, assigned, run, vocabulary));
  const lengths = vocabulary.rows.map((row) => row.columns.length);
  const fullRuns = runs.filter((run) => run.tokens.length === lengths[0]).length;
  // All labels first and all numbers after them: the order alone can tell, if nothing is missing.
  const orderAlone =
    fullRuns === runs.length && runs.length === found.filter(Boolean).length && new Set(lengths).size === 1;

  const cost =
    (behindLabels: boolean) =>
    (row: number, at: number): number => {
      const near = neighbours[at];
      const run = runs[at];
      if (!near || !run) return Number.POSITIVE_INFINITY;
      const misfit =
        Math.abs((lengths[row] ?? 0) - run.tokens.length) * (run.celled ? 0.01 : 0.08) +
        (near.foreign && near.linesBefore > 0 ? 20 : 0);
      // Headers between a label and values part them more than distance does.
      const apart = (lines: number, headers: number) => Math.min(lines, 8) * 0.01 + Math.min(headers, 4) * 0.3;
      if (row === near.before && row === near.after) return misfit;
      if (row === near.before)
        return near.linesBefore === 0
          ? misfit
          : (behindLabels ? 0.1 : 0.6) + apart(near.linesBefore, near.headersBefore) + misfit;
      // Values right behind a label on its line are that label's.
      if (near.before >= 0 && near.linesBefore === 0 && near.headersBefore === 0) return Number.POSITIVE_INFINITY;
      if (row === near.after) return (behindLabels ? 0.6 : 0.1) + apart(near.linesAfter, near.headersAfter) + misfit;
      if (!found[row] && !vocabulary.rows[row]?.foreign && row > near.before && (near.after < 0 || row < near.after))
        return 1 + misfit;
      return orderAlone ? 3 : Number.POSITIVE_INFINITY;
    };
  const skipRun = (at: number): number =>
    neighbours[at]?.foreign ? 0.5 : (runs[at]?.tokens.length ?? 0) <= 1 ? 0.7 : 6;
  const skipRow = (row: number): number => (found[row] ? 1 : 0);
  // A page sets its numbers behind the labels or before them; a page that does both is decided row by row.
  const way = (behindLabels: boolean) => alignInOrder(rowCount, runs.length, cost(behindLabels), skipRow, skipRun);
  const behind = way(true);
  // Nearly free means that all values stand on the lines of their labels.
  const before = behind.total < 0.5 ? behind : way(false);
  // Values stand behind their labels unless much speaks for the other way.
  const best = before.total + 3 < behind.total ? before : behind;
  return vocabulary.rows.map((_, row) => {
    const at = best.partner[row] ?? -1;
    const near = neighbours[at];
    const run = runs[at];
    // Values against the way of the page are given with a note.
    return (
      run && { run, byLabel: best === behind ? near?.before === row : near?.before === row || near?.after === row }
    );
  });
}

/**
 * Pairs rows with runs, both in order, at the lowest total cost.
 *
 * @returns the cost, and for every row the index of its run or −1
 */
function alignInOrder(
  rowCount: number,
  runCount: number,
  cost: (row: number, run: number) => number,
  skipRow: (row: number) => number,
  skipRun: (run: number) => number,
): { total: number; partner: Int16Array } {
  const width = runCount + 1;
  const best = new Float64Array((rowCount + 1) * width);
  const step = new Uint8Array((rowCount + 1) * width);
  for (let at = 1; at <= runCount; at += 1) {
    best[at] = (best[at - 1] ?? 0) + skipRun(at - 1);
    step[at] = 1;
  }
  for (let row = 1; row <= rowCount; row += 1) {
    for (let at = 0; at <= runCount; at += 1) {
      const here = row * width + at;
      let value = (best[here - width] ?? 0) + skipRow(row - 1);
      let how = 2;
      if (at > 0) {
        const match = (best[here - width - 1] ?? 0) + cost(row - 1, at - 1);
        if (match < value) {
          value = match;
          how = 3;
        }
        const skip = (best[here - 1] ?? 0) + skipRun(at - 1);
        if (skip < value) {
          value = skip;
          how = 1;
        }
      }
      best[here] = value;
      step[here] = how;
    }
  }
  const partner = new Int16Array(rowCount).fill(-1);
  let row = rowCount;
  let at = runCount;
  while (row > 0 || at > 0) {
    const how = step[row * width + at];
    if (how === 3) {
      partner[row - 1] = at - 1;
      row -= 1;
      at -= 1;
    } else if (how === 2) row -= 1;
    else at -= 1;
  }
  return { total: best[rowCount * width + runCount] ?? 0, partner };
}

interface Neighbourhood {
  /** Row of the nearest label before and after the run, −1 for none. */
  before: number;
  after: number;
  linesBefore: number;
  linesAfter: number;
  /** Words that are no row's label between it and the run. */
  headersBefore: number;
  headersAfter: number;
  /** The label next before the run is none of this table's. */
  foreign: boolean;
}

function neighbourhood(
  tokens: readonly Token[],
  assigned: Int16Array,
  run: Run,
  vocabulary: TableVocabulary,
): Neighbourhood {
  const first = run.tokens[0] ?? 0;
  const last = run.tokens.at(-1) ?? 0;
  const near: Neighbourhood = {
    before: -1,
    after: -1,
    linesBefore: 0,
    linesAfter: 0,
    headersBefore: 0,
    headersAfter: 0,
    foreign: false,
  };
  let next = true;
  for (let index = first - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const row = assigned[index] ?? -1;
    if (row >= 0) {
      near.before = row;
      near.linesBefore = (tokens[first]?.line ?? 0) - (token?.line ?? 0);
      break;
    }
    if (!token || token.kind === 'blank') continue;
    // Only a label right before the run can make it a foreign row's.
    if (next && token.kind === 'label') near.foreign = isForeign(token, vocabulary);
    next = false;
    if (isWord(token)) near.headersBefore += 1;
  }
  for (let index = last + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    const row = assigned[index] ?? -1;
    if (row >= 0) {
      near.after = row;
      near.linesAfter = (token?.line ?? 0) - (tokens[last]?.line ?? 0);
      break;
    }
    if (token && isWord(token)) near.headersAfter += 1;
  }
  return near;
}

/** A label of some length: single characters are pieces of a vertical label. */
const isWord = (token: Token): boolean => token.kind === 'label' && token.core.length >= 2;
