import { describe, expect, test } from 'vitest';
import { findWrittenDay } from './written-day.ts';

describe('a day as people write it', () => {
  test.each([
    ['2001-02-03', '2001-02-03'],
    ['2001/2/3', '2001-02-03'],
    ['2001年2月3日', '2001-02-03'],
    ['2001.2.3', '2001-02-03'],
    ['20010203', '2001-02-03'],
    ['2001/2/3 0:00:00', '2001-02-03'],
    ['2001-02-30', undefined],
    ['2001年', undefined],
    ['36925', undefined],
  ])('the day “%s” is %s', (written, day) => {
    expect(findWrittenDay(written)).toBe(day);
  });
});
