import { describe, expect, it } from 'vitest';
import { descendants, parseXml, partsOf, textOf, xlsxFaults } from '../../../../../tests/support/ooxml.ts';
import type { PrintableBlock, PrintableDocument, PrintableTable } from '../../../../kernel/printable-document.ts';
import { writeXlsx } from './index.ts';
import { sheetNumber } from './sheets.ts';
import { cellReference } from './workbook.ts';

const table = (name: string): PrintableTable => ({
  kind: 'table',
  name,
  columns: [1, 1, 1],
  head: [
    [
      { text: '项目', header: 'column' },
      { text: '数量', header: 'column', columnSpan: 2 },
    ],
  ],
  groups: [
    [
      [{ text: '新收', header: 'row', rowSpan: 2, vertical: true }, { text: '14069', numeric: true }, { text: '/' }],
      [
        { text: '251.4', numeric: true },
        { text: '', marked: true },
      ],
    ],
  ],
  density: 'normal',
});
const heading = (text: string): PrintableBlock => ({ kind: 'heading', level: 1, text });
const plain = (text: string): PrintableBlock => ({ kind: 'paragraph', role: 'body', runs: [{ text, kind: 'plain' }] });
const workbook = (...blocks: PrintableBlock[]): PrintableDocument => ({ title: '题<名>', blocks });

/** Sheets by name, each as its rows of cells: a number as a number, a text as a text. */
function sheetsOf(bytes: Uint8Array) {
  const parts = partsOf(bytes);
  const names = descendants(parseXml(parts.get('xl/workbook.xml') ?? ''), 'sheet').map((each) => each.attributes.name);
  return names.map((name, index) => {
    const sheet = parseXml(parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '');
    const rows = descendants(sheet, 'row').map((row) =>
      row.children.map((cell) => {
        const value = textOf(cell);
        return value === '' ? null : cell.attributes.t === 'inlineStr' ? value : Number(value);
      }),
    );
    return { name, rows, sheet };
  });
}

describe('a workbook', () => {
  const document = workbook(
    { kind: 'title', parts: ['石桥镇', '2024年报告'] },
    heading('一、总体情况'),
    plain('全年公开60条。'),
    heading('二、主动公开情况'),
    table('表'),
    heading('三、收到申请情况'),
    plain('无。'),
    table('表'),
    heading('五、问题'),
    heading('六、其他'),
    plain('完。'),
    { kind: 'signature', lines: ['石桥镇'] },
  );

  it('opens without a repair prompt', () => {
    expect(xlsxFaults(writeXlsx(document))).toEqual([]);
    expect(xlsxFaults(writeXlsx(workbook()))).toEqual([]);
    for (const block of document.blocks) expect(xlsxFaults(writeXlsx(workbook(block)))).toEqual([]);
  });

  it('is the same bytes for the same document', () => {
    expect(Buffer.from(writeXlsx(document)).equals(Buffer.from(writeXlsx(document)))).toBe(true);
  });

  it('has a sheet for each section, called by its heading; what comes before the tables is on the first', () => {
    const sheets = sheetsOf(writeXlsx(document));
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
      ['正文', '石桥镇2024年报告'],
      ['二、主动公开情况', '项目'],
      ['三、收到申请情况', '无。'],
      // A heading alone stays a cell: a sheet without cells would be nothing.
      ['工作表4', '五、问题'],
      ['六、其他', '完。'],
    ]);
  });

  it('holds numbers as numbers, everything else as the text it is', () => {
    const [, sheet] = sheetsOf(writeXlsx(document));
    expect(sheet?.rows).toEqual([
      ['项目', '数量', null],
      ['新收', 14_069, '/'],
      [null, 251.4, null],
    ]);
  });

  it('merges cells, repeats the head in print and keeps it in sight', () => {
    const bytes = writeXlsx(document);
    const [, sheet] = sheetsOf(bytes);
    const merges = sheet && descendants(sheet.sheet, 'mergeCell').map((each) => each.attributes.ref);
    expect(merges).toEqual(['B1:C1', 'A2:A3']);
    expect(sheet && descendants(sheet.sheet, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
    const names = descendants(parseXml(partsOf(bytes).get('xl/workbook.xml') ?? ''), 'definedName');
    expect(names.map(textOf)).toEqual(["'二、主动公开情况'!$1:$1"]);
  });

  it('describes every style once, however many cells have it', () => {
    const styles = parseXml(partsOf(writeXlsx(document)).get('xl/styles.xml') ?? '');
    const formats = descendants(styles, 'cellXfs')[0]?.children.map(({ attributes, children }) =>
      JSON.stringify([attributes, children.map((child) => child.attributes)]),
    );
    expect(new Set(formats).size).toBe(formats?.length);
  });

  it('bears its title and no author or time', () => {
    const core = parseXml(partsOf(writeXlsx(document)).get('docProps/core.xml') ?? '');
    expect(core.children.map(({ name, text }) => [name, text])).toEqual([['dc:title', '题<名>']]);
  });

  it('names a sheet neutrally when its heading cannot be a name, and keeps the heading', () => {
    const long = '二、关于政府信息公开工作中主动公开的各项政府信息的全部情况的说明';
    const sheets = sheetsOf(
      writeXlsx(
        workbook(
          plain('首'),
          ...[long, '三：[甲]', '三、甲', '三、甲'].flatMap((each) => [heading(each), plain('文'), table('表')]),
        ),
      ),
    );
    expect(sheets.map(({ name, rows }) => [name, rows[0]?.[0]])).toEqual([
      ['正文', '首'],
      ['工作表2', long],
      ['工作表3', '三：[甲]'],
      ['三、甲', '文'],
      ['工作表5', '三、甲'],
    ]);
  });

  it('gives a paragraph that is higher than a row several rows', () => {
    const bytes = writeXlsx(workbook(plain('长文'.repeat(2000))));
    expect(xlsxFaults(bytes)).toEqual([]);
    const [sheet] = sheetsOf(bytes);
    expect(sheet?.rows.length).toBeGreaterThan(1);
    expect(sheet?.rows.flat().filter((value) => value !== null)).toEqual(['长文'.repeat(2000)]);
  });

  it('keeps a text that looks like an escaped character', () => {
    const xml = partsOf(writeXlsx(workbook(plain('编号_x0041_号')))).get('xl/worksheets/sheet1.xml');
    expect(xml).toContain('>编号_x005F_x0041_号<');
  });

  it('cuts a text that no cell can hold, not inside a character', () => {
    const text = `${'长'.repeat(32_766)}𠮷尾`;
    const [sheet] = sheetsOf(writeXlsx(workbook(plain(text))));
    const values = sheet?.rows.flat().filter((value) => value !== null);
    expect(values).toEqual(['长'.repeat(32_766), '𠮷尾']);
  });
});

describe('a number in a sheet', () => {
  it.each([
    ['0', { value: 0, decimals: 0 }],
    ['-3', { value: -3, decimals: 0 }],
    ['251.4', { value: 251.4, decimals: 1 }],
    ['23246297.53', { value: 23_246_297.53, decimals: 2 }],
    // Excel would show these, but not give them back as they were written.
    ['251.40', { value: '251.40' }],
    ['1234567890123456', { value: '1234567890123456' }],
    ['0.00000001', { value: '0.00000001' }],
  ])('%s', (text, wanted) => {
    expect(sheetNumber(text)).toEqual(wanted);
  });
});

it.each([
  [0, 0, 'A1'],
  [6, 25, 'Z7'],
  [0, 26, 'AA1'],
  [0, 701, 'ZZ1'],
])('row %d, column %d is %s', (row, column, reference) => {
  expect(cellReference(row, column)).toBe(reference);
});
