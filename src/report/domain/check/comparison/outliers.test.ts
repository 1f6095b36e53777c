import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOutlier, splitProbability } from './outliers.ts';

/** The same probability counted out with whole numbers. */
function countedOut(a: number, b: number): number {
  const n = a + b;
  if (a === b) return 1;
  let choose = 1n;
  let ways = 0n;
  for (let k = 0; k <= Math.min(a, b); k += 1) {
    ways += choose;
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  return Math.min(1, Number((2n * ways * 10n ** 18n) / 2n ** BigInt(n)) / 1e18);
}

describe('the probability of an uneven split over two years', () => {
  test.each([
    [0, 0, 1],
    [3, 3, 1],
    [0, 3, 0.25],
    [5, 15, 0.0414],
    [1, 19, 0.00004],
  ])('%i and %i: %f', (a, b, probability) => {
    expect(splitProbability(a, b)).toBeCloseTo(probability, 4);
  });

  test('agrees with counting the ways', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (a, b) => {
        expect(splitProbability(a, b)).toBeCloseTo(countedOut(a, b), 9);
        expect(splitProbability(a, b)).toBe(splitProbability(b, a));
      }),
    );
  });
});

describe('what counts as an outlier', () => {
  test.each([
    [3, 12, false],
    [0, 19, false],
    [1, 19, true],
    [0, 20, true],
    [400, 800, false],
    [10, 30, false],
    [10, 50, true],
    [1000, 2999, false],
    [1000, 3000, true],
    [9_000_000, 1, true],
  ])('%i last year, %i this year: %s', (before, now, outlier) => {
    expect(isOutlier(before, now)).toBe(outlier);
    expect(isOutlier(now, before)).toBe(outlier);
  });
});
