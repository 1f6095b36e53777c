import { describe, expect, test } from 'vitest';
import { modelReport } from './examples/index.ts';
import { checkReport, ruleGroups } from './index.ts';

/** The rules of this part; those on the narrative have tests of their own. */
const rules = ruleGroups.slice(0, -1).flatMap((group) => group.rules);
const length = 300_000;

function check(text: string): number {
  const report = modelReport({
    set: { title: text, organ: text, preamble: text, 'sections.0.text': text, 'sections.5.text': text },
  });
  const begin = performance.now();
  checkReport(report, { file: 'x', rules });
  return performance.now() - begin;
}

describe('a text as long as a book is checked in the time it takes to read it', () => {
  test.each([
    'a',
    '_',
    '（',
    '【',
    '2',
    '2021',
    '年',
    '1月',
    ' ',
    '\n',
    'X',
    '某',
    '统计',
    '报告',
    '关于2021年度',
    '《石桥',
    '令第',
    'www.',
    '数据截至',
  ])('of nothing but %j', (unit) => {
    // Twice the text may take about twice the time; a rule that takes the square is far beyond it.
    expect(check(unit.repeat(length / unit.length))).toBeLessThan(5000);
  });
});
