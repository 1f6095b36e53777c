import { describe, expect, test } from 'vitest';
import { addDays, dayInChina, findPlainDate, getPlainDate } from './plain-date.ts';

describe('a calendar day', () => {
  test.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['0000-01-01', false],
    ['0001-01-01', true],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['', false],
  ])('%s is a day: %s', (written, is) => {
    expect(findPlainDate(written)).toBe(is ? written : undefined);
  });

  test('in China begins at 16:00 UTC of the day before, wherever the machine stands', () => {
    expect(dayInChina(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31');
    expect(dayInChina(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
  });

  test('moves over the ends of months and years', () => {
    expect(addDays(getPlainDate('2026-02-27'), 2)).toBe('2026-03-01');
    expect(addDays(getPlainDate('2026-01-01'), -1)).toBe('2025-12-31');
  });

  test('that does not exist is a bug where a program wrote it', () => {
    expect(() => getPlainDate('2026-02-30')).toThrow('not a day');
  });
});
