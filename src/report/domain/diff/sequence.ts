/** A pair of positions that hold the same element in two sequences. */
export type Match = readonly [before: number, after: number];

// Above this many comparisons the exact answer is given up for a good one.
const budget = 2_000_000;

/**
 * The places at which two sequences agree, in order: a longest common subsequence where the
 * sequences are of ordinary length, else one that keeps elements that are unique in both.
 *
 * @example matchSequences(['a', 'b', 'c'], ['a', 'c']) = [[0, 0], [2, 1]]
 */
export function matchSequences(before: readonly string[], after: readonly string[]): Match[] {
  const ids = new Map<string, number>();
  const number = (element: string): number => {
    const known = ids.get(element);
    if (known !== undefined) return known;
    ids.set(element, ids.size);
    return ids.size - 1;
  };
  const matches: Match[] = [];
  matchRange({ a: before.map(number), b: after.map(number), matches }, 0, before.length, 0, after.length);
  return matches;
}

interface Sequences {
  a: readonly number[];
  b: readonly number[];
  matches: Match[];
}

/** Adds the matches between a[from, to) and b[start, end). */
function matchRange(sequences: Sequences, from: number, to: number, start: number, end: number): void {
  const { a, b, matches } = sequences;
  while (from < to && start < end && a[from] === b[start]) matches.push([from++, start++]);
  let tail = 0;
  while (from < to - tail && start < end - tail && a[to - tail - 1] === b[end - tail - 1]) tail += 1;
  if (from < to - tail && start < end - tail) {
    if ((to - tail - from) * (end - tail - start) <= budget) {
      matchExactly(sequences, from, to - tail, start, end - tail);
    } else {
      matchByAnchors(sequences, from, to - tail, start, end - tail);
    }
  }
  for (let left = tail; left > 0; left -= 1) matches.push([to - left, end - left]);
}

/** Longest common subsequence by the table of lengths. */
function matchExactly({ a, b, matches }: Sequences, from: number, to: number, start: number, end: number): void {
  const width = end - start + 1;
  const lengths = new Uint32Array((to - from + 1) * width);
  const at = (i: number, j: number) => (i - from) * width + (j - start);
  for (let i = to - 1; i >= from; i -= 1) {
    for (let j = end - 1; j >= start; j -= 1) {
      lengths[at(i, j)] =
        a[i] === b[j]
          ? (lengths[at(i + 1, j + 1)] ?? 0) + 1
          : Math.max(lengths[at(i + 1, j)] ?? 0, lengths[at(i, j + 1)] ?? 0);
    }
  }
  for (let i = from, j = start; i < to && j < end; ) {
    if (a[i] === b[j]) matches.push([i++, j++]);
    else if ((lengths[at(i + 1, j)] ?? 0) >= (lengths[at(i, j + 1)] ?? 0)) i += 1;
    else j += 1;
  }
}

/** Splits both ranges at elements that stand once in each, in the same order, and matches between them. */
function matchByAnchors(sequences: Sequences, from: number, to: number, start: number, end: number): void {
  const { a, b, matches } = sequences;
  const once = (list: readonly number[], first: number, last: number): Map<number, number> => {
    const places = new Map<number, number>();
    for (let at = first; at < last; at += 1) {
      const element = list[at] ?? -1;
      places.set(element, places.has(element) ? -1 : at);
    }
    return places;
  };
  const inB = once(b, start, end);
  const pairs: Match[] = [];
  for (const [element, i] of once(a, from, to)) {
    const j = inB.get(element) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  let [i, j] = [from, start];
  // Without anchors the two ranges are taken as having nothing in common.
  for (const [nextI, nextJ] of risingPairs(pairs)) {
    matchRange(sequences, i, nextI, j, nextJ);
    matches.push([nextI, nextJ]);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  if (i > from) matchRange(sequences, i, to, j, end);
}

/** The longest chain of pairs (ordered by their first position) whose second position rises, too. */
function risingPairs(pairs: readonly Match[]): Match[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, [, j]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
    ends[low] = at;
  }
  const chain: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
