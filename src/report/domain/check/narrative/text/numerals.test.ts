import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChineseNumeral } from './numerals.ts';

describe('Chinese numerals are read', () => {
  test.each([
    ['零', 0],
    ['〇', 0],
    ['七', 7],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十三', 123],
    ['一百零五', 105],
    ['一百五', 150],
    ['两千零五', 2005],
    ['三千五', 3500],
    ['两千两百', 2200],
    ['一万零三百', 10_300],
    ['一万二', 12_000],
    ['十二万', 120_000],
    ['一百二十万', 1_200_000],
    ['三千五百万', 35_000_000],
    ['一亿二千万', 120_000_000],
    ['二〇二一', 2021],
    ['一九九八', 1998],
    ['百', 100],
    ['万', 10_000],
  ])('%s is %i', (numeral, value) => {
    expect(parseChineseNumeral(numeral)).toBe(value);
  });

  test.each(['', '三五', '二三十', '一二三', '十百', '百千', '一一百', '两两', '廿'])('%j is no number', (numeral) => {
    expect(parseChineseNumeral(numeral)).toBeUndefined();
  });

  test('whatever is written in the regular way reads back as itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 999 }),
          fc.integer({ min: 0, max: 99_999 }),
          fc.integer({ min: 0, max: 999_999_999_999 }),
        ),
        (value) => {
          expect(parseChineseNumeral(write(value))).toBe(value);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const digits = '零一二三四五六七八九';

/** A number in the regular Chinese way: 10300 → 一万零三百. */
function write(value: number): string {
  if (value < 10_000) return writeGroup(value);
  const [scale, name] = value >= 100_000_000 ? [100_000_000, '亿'] : [10_000, '万'];
  const high = Math.floor(value / scale);
  const low = value % scale;
  const gap = low > 0 && low < scale / 10 ? '零' : '';
  return `${write(high)}${name}${low === 0 ? '' : gap + write(low)}`;
}

function writeGroup(value: number): string {
  if (value === 0) return '零';
  let words = '';
  let isZero = false;
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) isZero = words !== '';
    else {
      words += `${isZero ? '零' : ''}${digits[digit]}${name}`;
      isZero = false;
    }
  }
  return words;
}
