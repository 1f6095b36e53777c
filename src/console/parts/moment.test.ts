import { describe, expect, test } from 'vitest';
import { formatDay, formatExactInstant, formatInstant, formatTerm } from './moment.ts';

describe('moments on screen', () => {
  test.each([
    ['2026-05-06T01:02:03.000Z', '2026-05-06 09:02'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01 00:00'],
    ['2026-05-06T15:59:59Z', '2026-05-06 23:59'],
  ])('%s is %s in China, wherever the machine stands', (instant, shown) => {
    expect(formatInstant(instant)).toBe(shown);
  });

  test('records that follow each other closely show their seconds', () => {
    expect(formatExactInstant('2025-12-31T16:00:07Z')).toBe('2026-01-01 00:00:07');
  });

  test('a day has its weekday', () => {
    expect(formatDay('2026-05-06')).toBe('2026年5月6日（周三）');
    expect(formatDay('2026-11-01')).toBe('2026年11月1日（周日）');
  });

  test.each([
    ['2026-01-01', '2026-06-30', '2026-01-01 至 2026-06-30'],
    ['2026-01-01', undefined, '2026-01-01 起'],
    [undefined, '2026-06-30', '至 2026-06-30'],
    [null, null, '长期'],
  ])('a term from %s to %s: %s', (from, to, shown) => {
    expect(formatTerm(from, to)).toBe(shown);
  });
});
