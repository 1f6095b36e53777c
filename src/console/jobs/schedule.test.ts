import { expect, test } from 'vitest';
import { describeSchedule } from './schedule.ts';

test.each([
  ['10 0 * * *', '每天 00:10'],
  ['0 3 * * 1', '每周一 03:00'],
  ['0 3 * * 7', '每周日 03:00'],
  ['30 4 1 * *', '每月 1 日 04:30'],
  ['*/5 * * * *', '每 5 分钟'],
  ['15 * * * *', '每小时第 15 分'],
  ['0 8-18 * * 1-5', '0 8-18 * * 1-5'],
  ['0 3 1 1 *', '0 3 1 1 *'],
])('the times %s are told as “%s”', (cron, words) => {
  expect(describeSchedule(cron)).toBe(words);
});
