import { describe, expect, test } from 'vitest';
import { findPeriods, plainDates } from './chinese-dates.ts';

const day = (year: number | undefined, month: number, date: number | undefined, damaged = false) => ({
  year,
  month,
  day: date,
  damaged,
});

describe('a stretch of time is found however it is written', () => {
  test.each([
    ['自2020年1月1日起至2020年12月31日止', day(2020, 1, 1), day(2020, 12, 31)],
    ['从2021年1月1日至12月31日', day(2021, 1, 1), day(undefined, 12, 31)],
    ['2021 年 1 月 1 日 至 2021 年 12 月 31 日', day(2021, 1, 1), day(2021, 12, 31)],
    ['２０２１年１月１日到１２月３１日', day(2021, 1, 1), day(undefined, 12, 31)],
    ['二〇二一年一月一日至二〇二一年十二月三十一日', day(2021, 1, 1), day(2021, 12, 31)],
    ['二○二一年一月一日—十二月三十一日', day(2021, 1, 1), day(undefined, 12, 31)],
    ['2021年1月1日起至当年12月31日', day(2021, 1, 1), day(undefined, 12, 31)],
    ['2021年1月1日起，至2021年12月31日止', day(2021, 1, 1), day(2021, 12, 31)],
    ['2021年1月1日 —— 12月31日', day(2021, 1, 1), day(undefined, 12, 31)],
    ['2021.1.1-2021.12.31', day(2021, 1, 1), day(2021, 12, 31)],
    ['2021年01月01日～2021年12月31号', day(2021, 1, 1), day(2021, 12, 31)],
    ['2021年1月至12月', day(2021, 1, undefined), day(undefined, 12, undefined)],
    ['本年度1月1日至12月31日', day(undefined, 1, 1), day(undefined, 12, 31)],
    ['2022年2月10日至11月20日', day(2022, 2, 10), day(undefined, 11, 20)],
  ])('%s', (text, from, to) => {
    expect(findPeriods(text).map(({ from, to }) => ({ from, to }))).toEqual([{ from, to }]);
  });

  test.each([
    ['202211日至20221231日', day(2022, 1, 1, true), day(2022, 12, 31, true)],
    ['20221月1日至20221231日', undefined, undefined],
  ])('lost characters are marked, and nothing is made up: %s', (text, from, to) => {
    expect(findPeriods(text).map(({ from, to }) => ({ from, to }))).toEqual(from ? [{ from, to }] : []);
  });

  test.each(['2022111日至20221231日', '截至2021年12月31日', '2021年全年', '共公开信息2021条', '1月和12月'])(
    'no stretch of time in %s',
    (text) => {
      expect(findPeriods(text)).toEqual([]);
    },
  );
});

describe('dates in plain digits', () => {
  test.each([
    ['二〇二三年三月十五日', '2023年3月15日'],
    ['二零二四年十月二十日', '2024年10月20日'],
    ['十一件', '十一件'],
    ['第 3 章', '第 3 章'],
  ])('%s → %s', (text, plain) => {
    expect(plainDates(text)).toBe(plain);
  });
});
