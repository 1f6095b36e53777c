import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvCell, writeCsvCell } from './csv-cell.ts';

describe('a cell of CSV that is opened in a spreadsheet', () => {
  test.each([
    ['=HYPERLINK("http://x.example")', false, `'=HYPERLINK("http://x.example")`],
    ['+8699912345', true, "'+8699912345"],
    ['-3', false, "'-3"],
    ['@SUM(A1)', false, "'@SUM(A1)"],
    ["'=1", false, "''=1"],
    ['＝1+1', false, "'＝1+1"],
    ['990123101000', true, '\t990123101000'],
    ['064000', true, '\t064000'],
    ['1199012300000006E1', true, '\t1199012300000006E1'],
    ['12', false, '12'],
    ['石桥镇', true, '石桥镇'],
  ])('%s (digits: %s) is %j', (text, digits, cell) => {
    expect(writeCsvCell(text, digits)).toBe(cell);
  });

  test('never begins a formula, and gives the text back', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '＝', '1', '甲') }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (written, digits) => {
        const cell = writeCsvCell(written, digits);
        expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
        if (!written.startsWith('\t')) expect(readCsvCell(cell)).toBe(written);
      }),
    );
  });
});
