import { describe, expect, test } from 'vitest';
import { modelReport } from '../examples/index.ts';
import { checkReport } from '../index.ts';
import { narrativeRules } from './index.ts';
import { longestPassage, quote, quoteAround, readNarrative } from './narrative.ts';

describe('the narrative of a report', () => {
  test('is read once and kept with the report', () => {
    const report = modelReport();
    expect(readNarrative(report)).toBe(readNarrative(report));
    expect(readNarrative(modelReport())).not.toBe(readNarrative(report));
  });

  test('has the preamble and six sections, with the paths of their texts', () => {
    const { passages, sections } = readNarrative(modelReport());
    expect(passages.map(({ path }) => path)).toEqual([
      'preamble',
      ...[0, 1, 2, 3, 4, 5].map((index) => `sections.${index}.text`),
    ]);
    expect(sections.map(({ name }) => name)).toEqual([...'一二三四五六'].map((ordinal) => `第${ordinal}部分`));
  });

  test('is quoted as written, shortened in the middle of nowhere', () => {
    const [passage] = readNarrative(
      modelReport({ set: { 'sections.0.text': '前一句。本年共 收到申请 12 件（含网络申请3件），已办结。' } }),
    ).sections;
    if (!passage) throw new Error('no section');
    const at = passage.folded.text.indexOf('3件');
    expect(quoteAround(passage, at, at + 2)).toBe('本年共 收到申请 12 件（含网络申请3件）');
    expect(quote(passage, 0, passage.folded.text.length, 10)).toBe('前一句。本年共 收…');
  });
});

describe('a hostile text', () => {
  test.each([
    ['a count in a count in a count', '1件，其中1件，'],
    ['brackets that never close', '（1件'],
    ['brackets that never open', '1件）'],
    ['nothing but denials', '没有因'],
    ['nothing but shares', '1件占1%，'],
    ['titles that never close', '《费'],
    ['nothing but digits', '1'],
    ['years without end', '2022年将'],
    ['one sentence of channels', '公开信息共1条，通过微信公开1条，'],
  ])(
    '%s is read in bounded time',
    (_, words) => {
      const text = words.repeat(Math.ceil(longestPassage / words.length));
      const report = modelReport({ set: { 'sections.0.text': text } });
      const previous = modelReport({ year: 2022, set: { 'sections.0.text': text } });
      expect(() => checkReport(report, { file: 'x', rules: narrativeRules, previous })).not.toThrow();
    },
    20_000,
  );
});
