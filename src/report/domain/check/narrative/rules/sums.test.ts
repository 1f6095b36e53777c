import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isShareOf } from './shares.ts';
import { isReadable } from './sums.ts';

describe('counts that add up to more than the whole', () => {
  test.each<[number[], number, boolean, string]>([
    [[10, 6, 4], 12, true, 'the first is the sum of those behind it'],
    [[8, 4, 7, 5], 12, true, 'the whole is divided twice'],
    [[12, 9, 3], 12, true, 'the first is all of them'],
    [[22, 1, 13, 4, 4, 1, 7, 3, 2, 3, 2, 1], 41, true, 'a part has parts in the middle'],
    [[8, 5], 12, false, 'two parts too many'],
    [[121, 53, 35], 189, false, 'three parts too many'],
  ])('%j of %i: %s, %s', (values, whole, expected) => {
    expect(isReadable(values, whole)).toBe(expected);
  });

  test('parts that add up to the whole or less can always be read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 50 }),
        (parts, more) => {
          const sum = parts.reduce((total, part) => total + part, 0);
          expect(isReadable(parts, sum + more)).toBe(true);
        },
      ),
    );
  });
});

describe('a percentage is what two counts give', () => {
  const share = (value: number, step: number) => ({ value, step, precision: 'exact' as const });

  test('rounded and cut off are both right, to any number of places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.nat({ max: 2 }),
        (part, whole, places) => {
          const step = 1 / 10 ** places;
          const percent = (part / whole) * 100;
          const rounded = Number(percent.toFixed(places));
          const cut = Math.floor(percent * 10 ** places + 1e-9) / 10 ** places;
          expect(isShareOf(share(rounded, step), part / whole)).toBe(true);
          expect(isShareOf(share(cut, step), part / whole)).toBe(true);
        },
      ),
    );
  });

  test('what is off by two of its last place is wrong', () => {
    expect(isShareOf(share(41.67, 0.01), 5 / 12)).toBe(true);
    expect(isShareOf(share(41.69, 0.01), 5 / 12)).toBe(false);
    expect(isShareOf(share(43, 1), 5 / 12)).toBe(false);
  });
});
