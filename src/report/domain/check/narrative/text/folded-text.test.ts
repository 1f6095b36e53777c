import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, originalSpan } from './folded-text.ts';

describe('a text is folded into one way of typing', () => {
  test.each([
    ['收到１２件（含３件）', '收到12件（含3件）'],
    ['收到12件(含3件),办结', '收到12件（含3件），办结'],
    ['2023 年，共 收 到 15 件', '2023年，共收到15件'],
    ['共2,188条,其中1,400条', '共2,188条，其中1,400条'],
    ['8:30至17:30', '8:30至17:30'],
    ['其中:网站3条;微信2条', '其中：网站3条；微信2条'],
    ['占８６.９２％', '占86.92%'],
    ['二○二三年', '二〇二三年'],
    ['國辦公開辦函[2021]30號', '國办公开办函〔2021〕30号'],
    ['收到申請３件，結轉下年１件，行政複議１件', '收到申请3件，结转下年1件，行政复议1件'],
    ['第 20 条　规定', '第20条规定'],
    ['138 1234 5678', '138 1234 5678'],
    ['一行\n二行\t三行', '一行\n二行\t三行'],
    ['没有要改的', '没有要改的'],
    ['', ''],
  ])('%j becomes %j', (raw, folded) => {
    expect(foldText(raw).text).toBe(folded);
  });

  test('a place in the folded text leads back to the place as written', () => {
    const raw = '　　共 收 到（含１件）申请 2,188 件。';
    const folded = foldText(raw);
    const at = folded.text.indexOf('2,188件');
    const { start, end } = originalSpan(folded, at, at + '2,188件'.length);
    expect(raw.slice(start, end)).toBe('2,188 件');
  });

  test('folding twice changes nothing, and every place leads somewhere in order', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'收到件条 　１2,，:：(（)）複议０1\n。', '8', 'A'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (raw) => {
        const folded = foldText(raw);
        expect(foldText(folded.text).text).toBe(folded.text);
        let last = -1;
        for (let index = 0; index < folded.text.length; index++) {
          const { start, end } = originalSpan(folded, index, index + 1);
          expect(start).toBeGreaterThan(last);
          expect(end).toBe(start + 1);
          last = start;
        }
        expect(last).toBeLessThan(Math.max(1, raw.length));
      }),
      { numRuns: 500 },
    );
  });
});
