import type { AnnualReport } from '../annual-report.ts';
import { type Match, matchSequences } from './sequence.ts';

/** A piece of a changed paragraph. */
export interface TextMark {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A paragraph that stands in one report only, or that was reworded. */
export interface ParagraphChange {
  kind: 'removed' | 'added' | 'changed';
  /** As in the first report; null when added. */
  before: string | null;
  /** As in the second report; null when removed. */
  after: string | null;
  /** For `changed`: the two paragraphs in one, piece by piece. Empty otherwise. */
  marks: TextMark[];
}

/** What changed in one part of the text. */
export interface TextChange {
  /** `preamble` or `sections.0` to `sections.5`. */
  path: string;
  /** The headings; null for the preamble. */
  heading: { before: string; after: string } | null;
  /** How many paragraphs are the same in both. */
  same: number;
  paragraphs: ParagraphChange[];
}

/** Compares preamble and sections; a part without any change is left out. */
export function textChanges(before: AnnualReport, after: AnnualReport): { changes: TextChange[]; same: number } {
  const parts: TextChange[] = [
    { path: 'preamble', heading: null, ...compareText(before.preamble, after.preamble) },
    ...before.sections.map((section, at) => {
      const other = after.sections[at] ?? { heading: '', text: '' };
      return {
        path: `sections.${at}`,
        heading: { before: section.heading, after: other.heading },
        ...compareText(section.text, other.text),
      };
    }),
  ];
  const isChanged = ({ heading, paragraphs }: TextChange) =>
    paragraphs.length > 0 || (heading !== null && heading.before !== heading.after);
  return { changes: parts.filter(isChanged), same: parts.reduce((sum, part) => sum + part.same, 0) };
}

function compareText(before: string, after: string): Pick<TextChange, 'same' | 'paragraphs'> {
  const [a, b] = [paragraphsOf(before), paragraphsOf(after)];
  const matches = matchSequences(a.map(spaceless), b.map(spaceless));
  const paragraphs: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...matches, [a.length, b.length] as Match]) {
    paragraphs.push(...compareGap(a.slice(i, nextI), b.slice(j, nextJ)));
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return { same: matches.length, paragraphs };
}

const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Spaces do not make a different paragraph. */
const spaceless = (paragraph: string): string => paragraph.replace(/\s+/gu, '');

const similarEnough = 0.4;
const mostPairs = 10_000;

/** Paragraphs between two that agree: reworded ones are paired with what they became. */
function compareGap(removed: readonly string[], added: readonly string[]): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  const take = (toI: number, toJ: number): void => {
    for (; i < toI; i += 1) changes.push({ kind: 'removed', before: removed[i] ?? '', after: null, marks: [] });
    for (; j < toJ; j += 1) changes.push({ kind: 'added', before: null, after: added[j] ?? '', marks: [] });
  };
  for (const [pairI, pairJ] of pairSimilar(removed, added)) {
    take(pairI, pairJ);
    const [before = '', after = ''] = [removed[pairI], added[pairJ]];
    changes.push({ kind: 'changed', before, after, marks: markChanges(before, after) });
    [i, j] = [pairI + 1, pairJ + 1];
  }
  take(removed.length, added.length);
  return changes;
}

/** Pairs in order that are similar enough, with the greatest similarity altogether. */
function pairSimilar(removed: readonly string[], added: readonly string[]): Match[] {
  const [rows, columns] = [removed.length, added.length];
  if (rows === 0 || columns === 0 || rows * columns > mostPairs) return [];
  const [left, right] = [removed.map(bigrams), added.map(bigrams)];
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const likeness = new Float64Array(rows * columns);
  const score = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const alike = similarity(left[i] ?? new Map(), right[j] ?? new Map());
      likeness[i * columns + j] = alike;
      const paired = alike >= similarEnough ? alike + score(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, score(i + 1, j), score(i, j + 1));
    }
  }
  const pairs: Match[] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (score(i, j) === score(i + 1, j)) i += 1;
    else if (score(i, j) === score(i, j + 1)) j += 1;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const signs = spaceless(text);
  for (let at = 0; at < Math.max(1, signs.length - 1); at += 1) {
    const pair = signs.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** Share of pairs of signs that two texts have in common, 0 to 1 (Dice). */
function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let [common, total] = [0, 0];
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
}

// A number or a Latin word changes as a whole, Chinese sign by sign.
const words = /\d+(?:\.\d+)?|[A-Za-z]+|[\s\S]/gu;

// Nobody reads the marks of a paragraph as long as a book.
const longestMarked = 100_000;

function markChanges(before: string, after: string): TextMark[] {
  if (before.length + after.length > longestMarked) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  const [a, b] = [before.match(words) ?? [], after.match(words) ?? []];
  const marks: TextMark[] = [];
  const put = (kind: TextMark['kind'], text: string): void => {
    if (text === '') return;
    const last = marks.at(-1);
    if (last?.kind === kind) last.text += text;
    else marks.push({ kind, text });
  };
  const matches = slideGaps(withoutIslands(matchSequences(a, b), a, b), a, b);
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...matches, [a.length, b.length] as Match]) {
    put('removed', a.slice(i, nextI).join(''));
    put('added', b.slice(j, nextJ).join(''));
    put('same', a[nextI] ?? '');
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return marks;
}

/** Moves a pure addition or removal as far back as it goes: 文件[-4件-], not 文[-件4-]件. */
function slideGaps(matches: readonly Match[], a: readonly string[], b: readonly string[]): Match[] {
  const slid: Match[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of matches) {
    const match: Match =
      j === nextJ && a[i] === a[nextI] ? [i, nextJ] : i === nextI && b[j] === b[nextJ] ? [nextI, j] : [nextI, nextJ];
    slid.push(match);
    [i, j] = [match[0] + 1, match[1] + 1];
  }
  return slid;
}

/** Leaves out agreements of a single sign amid changes: they are chance, and tear words apart. */
function withoutIslands(matches: readonly Match[], a: readonly string[], b: readonly string[]): Match[] {
  const joined = (one: Match | undefined, next: Match | undefined) =>
    one !== undefined && next !== undefined && one[0] + 1 === next[0] && one[1] + 1 === next[1];
  return matches.filter((match, at) => {
    if ((a[match[0]] ?? '').length > 1 || /[，。；、]/u.test(a[match[0]] ?? '')) return true;
    const atEdge = (match[0] === 0 && match[1] === 0) || (match[0] === a.length - 1 && match[1] === b.length - 1);
    return atEdge || joined(matches[at - 1], match) || joined(match, matches[at + 1]);
  });
}
