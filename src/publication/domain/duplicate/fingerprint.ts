import { hashOf, mix, shinglesOf } from './shingles.ts';

/** Bands of the MinHash signature, and rows in each: two texts that share 70 of 100 shingles meet in one of them in 96 of 100 cases. */
const bands = 12;
const rows = 4;
/** The smallest shingles, by which a short text is found within a long one. */
const anchors = 16;

/** Keys of a kind lie above `kind × 2^32`; those of the smallest shingles lie lowest. */
const step = 2 ** 32;

/** The permutations of the shingles: odd factors and offsets that look like chance and are always the same. */
const count = bands * rows;
const factors = Int32Array.from({ length: count }, (_, at) => mix(at * 2 + 1) | 1);
const offsets = Int32Array.from({ length: count }, (_, at) => mix(at * 2 + 2));

/** What a text is found by in the index. */
export interface Fingerprint {
  shingles: number;
  /** Whole numbers below 2^53, each once. Those from `bandKeys` upward are the more telling ones. */
  keys: readonly number[];
}

/** Keys from here upward stand for several shingles at once. */
export const bandKeys = step;

/**
 * The keys under which a text stands in the index (MinHash with locality-sensitive hashing): texts that say much the same
 * have some of them in common, others practically none.
 *
 * @param letters as `lettersOf` gives them
 */
export function fingerprintOf(letters: string): Fingerprint {
  const shingles = shinglesOf(letters);
  if (shingles.length === 0) return { shingles: 0, keys: [] };
  const keys = new Set<number>([...shingles.subarray(0, anchors)]);
  const smallest = new Uint32Array(count).fill(0xffffffff);
  for (let at = 0; at < count; at += 1) {
    const factor = factors[at] as number;
    const offset = offsets[at] as number;
    let least = 0xffffffff;
    for (let index = 0; index < shingles.length; index += 1) {
      const turned = (Math.imul(shingles[index] as number, factor) + offset) | 0;
      const hash = (turned ^ (turned >>> 15)) >>> 0;
      if (hash < least) least = hash;
    }
    smallest[at] = least;
  }
  for (let band = 0; band < bands; band += 1) {
    let hash = band;
    for (let row = 0; row < rows; row += 1) hash = mix(hash ^ (smallest[band * rows + row] as number)) + row;
    keys.add((band + 1) * step + (hash >>> 0));
  }
  keys.add((bands + 1) * step + hashOf(letters));
  return { shingles: shingles.length, keys: [...keys] };
}
