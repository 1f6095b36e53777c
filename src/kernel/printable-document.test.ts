import { describe, expect, it } from 'vitest';
import type { PrintableCell, PrintableTable } from './printable-document.ts';
import { headersOf, placeCells, rowsOf } from './printable-document.ts';

const cell = (text: string, more: Partial<PrintableCell> = {}): PrintableCell => ({ text, ...more });
const table = (more: Partial<PrintableTable>): PrintableTable => ({
  kind: 'table',
  name: '试',
  columns: [1, 1, 1],
  head: [],
  groups: [],
  density: 'normal',
  ...more,
});

describe('the places of cells in a grid', () => {
  it('go round a cell that reaches down from the row above', () => {
    const placed = placeCells(
      table({
        groups: [
          [
            [cell('甲', { rowSpan: 2 }), cell('乙', { columnSpan: 2 })],
            [cell('丙'), cell('丁')],
          ],
        ],
      }),
    );
    expect(placed.map(({ cell: { text }, row, column }) => [text, row, column])).toEqual([
      ['甲', 0, 0],
      ['乙', 0, 1],
      ['丙', 1, 1],
      ['丁', 1, 2],
    ]);
  });

  it('go on counting rows from the head into the groups', () => {
    const three = [cell('a'), cell('b'), cell('c')];
    const placed = placeCells(table({ head: [three], groups: [[three], [three]] }));
    expect(placed.filter(({ column }) => column === 0).map(({ row, group }) => [row, group])).toEqual([
      [0, -1],
      [1, 0],
      [2, 1],
    ]);
  });

  it.each([
    ['a row is too short', [[[cell('a'), cell('b')]]], 'a place in the grid is not filled'],
    ['a row is too long', [[[cell('a', { columnSpan: 4 })]]], 'overlap or reach out'],
    ['a cell reaches out of its group', [[[cell('a', { rowSpan: 2 }), cell('b'), cell('c')]]], 'below its group'],
  ])('are refused when %s', (_, groups, message) => {
    expect(() => placeCells(table({ groups }))).toThrow(message);
  });
});

describe('the headers of a value', () => {
  const sample = table({
    head: [[cell('角', { header: 'column' }), cell('上', { header: 'column', columnSpan: 2 })]],
    groups: [
      [
        [cell('项', { header: 'column' }), cell('左', { header: 'column' }), cell('右', { header: 'column' })],
        [cell('行', { header: 'row' }), cell('1'), cell('2')],
      ],
      [[cell('别', { header: 'row' }), cell('3'), cell('4')]],
    ],
  });
  const placed = placeCells(sample);
  const headers = placed.filter(({ cell: { header } }) => header !== undefined);
  const of = (text: string) =>
    placed
      .filter((each) => each.cell.text === text)
      .flatMap((each) => headersOf(each, headers).map((header) => header.cell.text));

  it('are those above it in the head and in its own group, and those beside it', () => {
    expect(of('2')).toEqual(['上', '右', '行']);
  });

  it('are not those of another group', () => {
    expect(of('4')).toEqual(['上', '别']);
  });
});

it('rows run from the head through all groups', () => {
  const row = (text: string) => [cell(text, { columnSpan: 3 })];
  const rows = rowsOf(table({ head: [row('头')], groups: [[row('一'), row('二')], [row('三')]] }));
  expect(rows.map(([first]) => first?.text)).toEqual(['头', '一', '二', '三']);
});
