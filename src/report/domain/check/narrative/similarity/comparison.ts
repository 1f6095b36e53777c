import { type Paragraph, pieceLength } from './paragraphs.ts';

/** A paragraph and the paragraph of another report it is most alike. */
export interface Likeness {
  paragraph: Paragraph;
  other: Paragraph;
  /** Part of the paragraph's characters that stand in common runs of eight characters or more, 0 to 1. */
  share: number;
  /** The longest common run: where it begins in the two texts, and its length. */
  run: { at: number; otherAt: number; length: number };
}

/** Where each print of a report's paragraphs stands. */
export type PrintIndex = ReadonlyMap<number, readonly number[]>;

/** The paragraphs by their prints. */
export function indexPrints(paragraphs: readonly Paragraph[]): PrintIndex {
  const index = new Map<number, number[]>();
  for (const [position, { prints }] of paragraphs.entries()) {
    for (const print of prints) {
      const known = index.get(print);
      if (known) known.push(position);
      else index.set(print, [position]);
    }
  }
  return index;
}

/** Of a paragraph's prints so many have to be found again before the two are compared in full. */
const worthComparing = 0.25;

/**
 * For each paragraph the paragraph of another report that is most alike, by the share of prints
 * found again; only those at or above `least` are given.
 *
 * @param index of `paragraphs`, made once for many others
 */
export function findLikenesses(
  paragraphs: readonly Paragraph[],
  index: PrintIndex,
  others: readonly Paragraph[],
  least: number,
): Likeness[] {
  const best = new Map<number, { other: Paragraph; common: number }>();
  const counts = new Int32Array(paragraphs.length);
  for (const other of others) {
    counts.fill(0);
    for (const print of other.prints) {
      const positions = index.get(print);
      if (positions) for (const position of positions) counts[position] = (counts[position] as number) + 1;
    }
    for (const [position, { prints }] of paragraphs.entries()) {
      const common = counts[position] as number;
      if (common < prints.length * worthComparing || common <= (best.get(position)?.common ?? 0)) continue;
      best.set(position, { other, common });
    }
  }
  const likenesses: Likeness[] = [];
  for (const [position, { other }] of best) {
    const likeness = compare(paragraphs[position] as Paragraph, other);
    if (likeness.share >= least) likenesses.push(likeness);
  }
  return likenesses.sort((a, b) => paragraphs.indexOf(a.paragraph) - paragraphs.indexOf(b.paragraph));
}

/** Compares two paragraphs piece by piece. */
function compare(paragraph: Paragraph, other: Paragraph): Likeness {
  const places = new Map<number, number>();
  for (const [at, piece] of other.pieces.entries()) if (!places.has(piece)) places.set(piece, at);
  let covered = 0;
  let coveredTo = 0;
  const run = { at: 0, otherAt: 0, length: 0 };
  for (let at = 0; at < paragraph.pieces.length; at++) {
    const otherAt = places.get(paragraph.pieces[at] as number);
    if (otherAt === undefined) continue;
    covered += at + pieceLength - Math.max(at, coveredTo);
    coveredTo = at + pieceLength;
    if (at + run.length > paragraph.text.length) continue;
    let length = pieceLength;
    while (
      at + length < paragraph.text.length &&
      otherAt + length < other.text.length &&
      paragraph.text[at + length] === other.text[otherAt + length]
    ) {
      length++;
    }
    if (length > run.length) Object.assign(run, { at, otherAt, length });
  }
  return { paragraph, other, share: paragraph.text.length === 0 ? 0 : covered / paragraph.text.length, run };
}
