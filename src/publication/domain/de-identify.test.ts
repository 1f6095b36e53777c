import { describe, expect, test } from 'vitest';
import { deidentify, deidentifyLine, namesIn } from './de-identify.ts';

describe('taking names and numbers out of a 公示 that is over', () => {
  test.each([
    [
      'a table of names and telephones',
      '<table><tbody><tr><td>李小云</td><td>13800001234</td></tr></tbody></table>',
      '李某',
      '李小云',
    ],
    ['a list within a sentence', '<p>拟救助对象：张大山、王小梅，共2户。</p>', '张某、王某，共2户', '张大山'],
    ['a name after its label', '<p>户主李小云一家3口。</p>', '户主李某一家', '李小云'],
    ['a name torn by a tag', '<p>姓名：李<strong>小云</strong></p>', '李某', '小云'],
  ])('%s', (_, html, kept, gone) => {
    const { html: hidden, hidden: count } = deidentify(html);
    const words = hidden.replace(/<[^>]*>/g, '');
    expect(words).toContain(kept);
    expect(words).not.toContain(gone);
    expect(count).toBeGreaterThan(0);
  });

  test('the name is hidden wherever else it stands', () => {
    const { html } = deidentify('<p>姓名：李小云</p><p>经查，李小云符合条件。</p>');
    expect(html).toBe('<p>姓名：李某</p><p>经查，李某符合条件。</p>');
  });

  test.each([
    ['11010519491231002X', '110***************'],
    ['13800001234', '138********'],
    ['6222020000000000000', '622****************'],
    ['110105********002X', '110***************'],
  ])('of the number %s the first three digits stay', (number, hidden) => {
    expect(deidentify(`<p>${number}</p>`).html).toBe(`<p>${hidden}</p>`);
  });

  test.each(['<p>每月480元，2026年3月起发放，共12户。</p>', '<p>合计 3 户</p>', '<p></p>'])(
    'nothing is hidden in %s',
    (html) => {
      expect(deidentify(html)).toEqual({ html, hidden: 0 });
    },
  );

  test('pictures, and addresses of links that tell who, go too', () => {
    const html =
      '<p>姓名：李小云<img src="attachment:1" alt="李小云的证明"></p><p><a href="mailto:lxy@example.com">信箱</a></p>';
    const { html: hidden } = deidentify(html);
    expect(hidden).not.toMatch(/<img|小云|lxy@/);
    expect(deidentify('<p><a href="https://www.example.gov.cn/1">依据</a></p>').hidden).toBe(0);
  });

  test('a number with gaps is hidden in a line as well', () => {
    expect(deidentifyLine('证件1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X', new Set())).not.toContain('1 9 4 9');
  });

  test('a line beside the text loses the same names', () => {
    const known = new Set(namesIn('姓名：李小云'));
    expect(deidentifyLine('关于李小云低保的公示，电话13800001234', known)).toBe('关于李某低保的公示，电话138********');
  });
});
