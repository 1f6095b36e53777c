/** A source of chance that gives the same answers for the same seed. */
export interface Random {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  next(): number;
  /** An integer from `from` to `to`, both inclusive. */
  integer(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of the list. */
  pick<T>(list: readonly T[]): T;
  /** A source of its own, so that one part drawing more does not change what another part draws. */
  fork(): Random;
}

/** Chance from a seed (mulberry32); small, quick, and good enough for test data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[integer(0, list.length - 1)] as T;
    },
    fork: () => seededRandom(Math.floor(next() * 4294967296)),
  };
}

/**
 * The seed that belongs to a text (FNV-1a), so that each thing has chance of its own whatever else is drawn.
 *
 * @example seedOf('') // 2166136261
 */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
