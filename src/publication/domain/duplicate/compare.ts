import { countShared, lettersOf, shinglesOf } from './shingles.ts';

/** How much two texts have in common, each as a share from 0 to 1. */
export interface Likeness {
  /** Shared shingles against all of both (Jaccard). */
  similarity: number;
  /** Against those of this text: how much of it stands in the other. */
  containedHere: number;
  /** Against those of the other. */
  containedThere: number;
}

/** Texts with fewer shingles are the same or they are not. */
const leastShingles = 30;

/** Compares two texts exactly. */
export function compareTexts(here: string, there: string): Likeness {
  const one = lettersOf(here).text;
  const other = lettersOf(there).text;
  return compareShingles(shinglesOf(one), shinglesOf(other), one === other);
}

/** The same of texts whose shingles are known already. */
export function compareShingles(one: Uint32Array, other: Uint32Array, isSame = false): Likeness {
  if (one.length < leastShingles || other.length < leastShingles) {
    const share = isSame && one.length > 0 ? 1 : 0;
    return { similarity: share, containedHere: share, containedThere: share };
  }
  const shared = countShared(one, other);
  return {
    similarity: shared / (one.length + other.length - shared),
    containedHere: shared / one.length,
    containedThere: shared / other.length,
  };
}

/** From which share on a text counts as a repetition. */
export interface DuplicateThreshold {
  similarity: number;
  contained: number;
}

/** Whether one text repeats another. */
export const isDuplicate = (
  { similarity, containedHere, containedThere }: Likeness,
  threshold: DuplicateThreshold,
): boolean =>
  similarity >= threshold.similarity || containedHere >= threshold.contained || containedThere >= threshold.contained;

/** The same words in two texts; offsets of the originals, from … to before …. */
export interface Passage {
  here: { start: number; end: number };
  there: { start: number; end: number };
  text: string;
}

/** Characters by which a passage is found, and that it has at least. */
const seed = 12;
const leastPassage = 30;
/** A run that stands more often is a formula. */
const mostPlaces = 32;

/**
 * The passages two texts share, letter by letter but for punctuation, the longest first.
 *
 * @example sharedPassages('一、总体要求。' + long, '前言。' + long)[0]?.text // long
 */
export function sharedPassages(here: string, there: string, most = 20): Passage[] {
  const one = lettersOf(here);
  const other = lettersOf(there);
  const places = new Map<string, number[]>();
  for (let at = 0; at + seed <= other.text.length; at += 1) {
    const run = other.text.slice(at, at + seed);
    const known = places.get(run);
    if (known === undefined) places.set(run, [at]);
    else if (known.length < mostPlaces) known.push(at);
  }
  const passages: Passage[] = [];
  let at = 0;
  while (at + seed <= one.text.length) {
    let longest = 0;
    let from = 0;
    for (const place of places.get(one.text.slice(at, at + seed)) ?? []) {
      let length = seed;
      while (at + length < one.text.length && one.text[at + length] === other.text[place + length]) length += 1;
      if (length > longest) [longest, from] = [length, place];
    }
    if (longest >= leastPassage) {
      const [start, end] = [one.at[at] as number, (one.at[at + longest - 1] as number) + 1];
      passages.push({
        here: { start, end },
        there: { start: other.at[from] as number, end: (other.at[from + longest - 1] as number) + 1 },
        text: here.slice(start, end),
      });
    }
    at += Math.max(1, longest >= leastPassage ? longest : 1);
  }
  return passages.sort((a, b) => b.text.length - a.text.length).slice(0, most);
}
