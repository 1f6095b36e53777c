import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../../tests/support/labelled-checks.ts';
import { applySpans } from './apply.ts';

const row = (...cells: string[]) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
const column = (...cells: string[]) => `<table>${cells.map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table>`;
const wide = (rows: string[][]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const lines = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const numbersIn = (html: string) => checkBody(html).filter(({ check }) => check === 'id-18');

describe('a full 身份证号码 that is cut over cells or paragraphs is found', () => {
  const boxes = [...'11010519491231002X'];
  test.each([
    ['two cells', row('110105194912', '31002X')],
    ['three cells', row('李小云', '110105', '19491231', '002X', '石桥镇')],
    ['two cells with other words beside', row('身份证号110105', '19491231002X，男')],
    ['a box for each sign', row('证件号码', ...boxes)],
    ['two cells below each other', column('110105194912', '31002X')],
    [
      'two cells below each other among others',
      wide([
        ['1', '11010519491231'],
        ['2', '002X'],
      ]),
    ],
    ['two paragraphs', lines('李小云，110105194912', '31002X，石桥镇人')],
    ['paragraphs of one cell', row('<p>11010519491231</p><p>002X</p>')],
    ['two cells in Chinese numerals', row('一一〇一〇五一九四九', '一二三一〇〇二X')],
    ['two cells, in other digits', row('１１０１０５１９４９１２', '③①⓪⓪②Ⅹ')],
    ['short parts that are said to be one', row('身份证号', '11010', '51949', '1231', '002X')],
  ])('%s', (_, html) => {
    expect(numbersIn(html).length).toBe(1);
  });

  test('one click masks every part of it', () => {
    const bodyHtml = row('110105194912', '31002X');
    const spans = numbersIn(bodyHtml).flatMap((hit) => hit.spans);
    const { bodyHtml: masked } = applySpans({ title: '', summary: '', fields: {}, bodyHtml }, spans);
    expect(masked).toBe(row('110105******', '**002X'));
  });

  test('what is shown of it does not give it away', () => {
    const [hit] = numbersIn(row('110105194912', '31002X'));
    expect(hit?.excerpt).toBe('110105******｜**002X');
  });
});

describe('figures that stand beside each other are no 身份证号码', () => {
  test.each([
    ['the check digit is wrong', row('110105194912', '310021')],
    ['there is no such day', row('110105194902', '30002X')],
    ['a digit more', row('110105194912', '31002X1')],
    ['a digit before it', row('9110105194912', '31002X')],
    ['words between', lines('110105194912', '元以上', '31002X')],
    ['the second part goes on as a word', row('110105194912', '31002XL型')],
    ['figures of a table that add up by chance', row('11010', '51949', '1231', '0029', '8')],
    ['masked already', row('110105******', '**002X')],
  ])('%s', (_, html) => {
    expect(numbersIn(html)).toEqual([]);
  });
});
