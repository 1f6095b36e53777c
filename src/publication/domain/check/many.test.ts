import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../../tests/support/labelled-checks.ts';
import { deidentify } from '../de-identify.ts';
import { applySpans } from './apply.ts';
import { personalStretches } from './index.ts';

/** Much of the same, as nobody writes it but who means harm: work that grows with the square of it takes minutes. */
const many = 10_000;

describe('thousands of mistakes in one text are told of by some hundreds and a number', () => {
  test('没有的日期', () => {
    const hits = checkBody(`<p>${'13月45日，'.repeat(10 * many)}</p>`);
    expect(hits.length).toBe(301);
  });

  test.each([
    ['没有的日期（带年份）', '2026年13月45日，', 'impossible-date'],
    ['手机号码', '13812345678，', 'mobile'],
    ['身份证号码', '11010519491231002X，', 'id-18'],
    ['身份证号码（汉字）', '一一〇一〇五一九四九一二三一〇〇二X，', 'id-18'],
    ['银行卡号', '卡号6222020000000000000，', 'bank-card'],
    ['住址', '家住桥东村三组12号，', 'address'],
    ['密级标志', '机密★5年，', 'secrecy-mark'],
    ['内部标志', '【内部资料】，', 'internal-mark'],
    ['过程稿', '（送审稿），', 'draft-mark'],
    ['病情', '李小云患肺癌，', 'condition'],
    ['错别字', '布署，', 'word-list'],
  ])('%s', (_, unit, check) => {
    const hits = checkBody(`<p>${unit.repeat(many)}</p>`).filter((hit) => hit.check === check);
    expect(hits.length).toBe(301);
    expect(hits.at(-1)?.message).toBe(`同样的问题还有 ${many - 300} 处没有列出。请先处理已列出的，再检查一次。`);
  });

  test('numbers cut over thousands of cells', () => {
    const bodyHtml = `<table>${'<tr><td>110105194912</td><td>31002X</td></tr>'.repeat(many)}</table>`;
    expect(checkBody(bodyHtml).filter(({ check }) => check === 'id-18').length).toBe(301);
  });

  test('a table that says it is wider than any is looked at as far as it goes', () => {
    const bodyHtml = `<table><tr>${'<td colspan="1000">1</td>'.repeat(many)}</tr>${'<tr><td>13812345678</td></tr>'.repeat(many)}</table>`;
    expect(checkBody(bodyHtml).filter(({ check }) => check === 'mobile').length).toBe(301);
  });
});

describe('as many are masked in one go', () => {
  test('in a line', () => {
    expect(personalStretches('13812345678，'.repeat(many)).length).toBe(many);
  });

  test('in a text that is de-identified', () => {
    expect(deidentify(`<p>${'李小云，'.repeat(10)}</p><p>${'家住桥东村三组12号，'.repeat(many)}</p>`).hidden).toBe(
      many,
    );
  });

  test('by one click', () => {
    const bodyHtml = `<table><tr><td>姓名</td><td>病种</td></tr>${'<tr><td>李小云</td><td>肺癌</td></tr>'.repeat(many)}</table>`;
    const spans = checkBody(bodyHtml).flatMap((hit) => hit.spans);
    expect(spans.length).toBeGreaterThanOrEqual(many);
    const { bodyHtml: masked = '' } = applySpans({ title: '', summary: '', fields: {}, bodyHtml }, spans);
    expect(masked.match(/李某/g)?.length).toBe(many);
    expect(masked).not.toContain('李小云');
  });
});
