import { describe, expect, test } from 'vitest';
import { modelReport } from '../examples/index.ts';
import { narrativeMarks } from './index.ts';

const marksOf = (text: string) => {
  const report = modelReport({ set: { 'sections.2.text': text, 'sections.0.text': '', 'sections.5.text': '' } });
  return narrativeMarks(report).map(({ start, end, ...mark }) => ({ ...mark, words: text.slice(start, end) }));
};

describe('the page marks the numbers that speak of cells', () => {
  test('a count is marked where it stands in the text as written, and whether it agrees', () => {
    expect(marksOf('　本年共 收到政府信息公开申请 １２ 件，办结１３件；接待来访40人次。')).toEqual([
      { section: 3, kind: 'count', state: 'agrees', paths: ['requests.newlyReceived.total'], words: '１２ 件' },
      { section: 3, kind: 'count', state: 'differs', paths: ['requests.handledTotal.total'], words: '１３件' },
    ]);
  });

  test('a statement that denies two things is one mark with the cells of both', () => {
    expect(marksOf('未发生政府信息公开行政复议、行政诉讼。')).toEqual([
      {
        section: 3,
        kind: 'zero',
        state: 'differs',
        paths: [
          'remedies.reconsideration.total',
          'remedies.directSuit.total',
          'remedies.suitAfterReconsideration.total',
        ],
        words: '未发生政府信息公开行政复议、行政诉讼',
      },
    ]);
  });

  test('an amount leads to the fee', () => {
    expect(marksOf('行政事业性收费4.25万元。')).toEqual([
      { section: 3, kind: 'money', state: 'unknown', paths: ['proactive.fees.amount'], words: '4.25万元' },
    ]);
  });

  test('marks are in order and do not overlap', () => {
    const report = modelReport({
      set: { 'sections.0.text': '收到政府信息公开申请12件，申请人均为自然人，未发生政府信息公开行政复议、行政诉讼。' },
    });
    const marks = narrativeMarks(report);
    expect(marks.length).toBeGreaterThan(2);
    for (const [index, mark] of marks.entries()) {
      const next = marks[index + 1];
      if (next?.section === mark.section) expect(next.start).toBeGreaterThanOrEqual(mark.end);
    }
  });
});
