import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Table } from '../../kernel/neutral-document.ts';
import type { PrintableDocument } from '../../kernel/printable-document.ts';
import { failure, type Result, success } from '../../kernel/result.ts';
import { readDocument, writeDocument } from '../../platform/documents/index.ts';
import { decodeText } from '../../platform/documents/read/decode-text.ts';
import { detectFormat } from '../../platform/documents/read/detect-format.ts';
import { columns } from '../domain/organ-import/columns.ts';
import { readCsvCell, writeCsvCell } from '../domain/organ-import/csv-cell.ts';
import { type ImportEntry, readEntries } from '../domain/organ-import/entry.ts';
import { type OrganSnapshot, tableOf } from '../domain/organ-import/snapshot.ts';

/** The formats organs are exported in; both can be imported again. */
export const organFileFormats = ['xlsx', 'csv'] as const;
export type OrganFileFormat = (typeof organFileFormats)[number];

/** The largest file of organs that is read, in bytes. */
export const largestOrganFile = 5 * 1024 * 1024;

/** What a file of organs holds. */
export interface OrganFile {
  entries: ImportEntry[];
  /** What the reader had to guess or left out, e.g. hidden rows, in Chinese. */
  remarks: string[];
}

/** Reads the rows of an xlsx or CSV file, the latter in UTF-8, GB18030 or UTF-16, with commas, semicolons or tabs. */
export async function readOrganFile(file: { name: string; bytes: Uint8Array }): Promise<Result<OrganFile>> {
  const format = detectFormat(file.bytes, file.name);
  if (format === 'text' || format === 'markdown') {
    const table = readCsv(file.bytes);
    return table.ok ? withRemarks(readEntries(table.value.rows.map(storable)), table.value.remarks) : table;
  }
  const document = await readDocument(file);
  if (!document.ok) return document;
  const tables = document.value.blocks.filter((block) => block.kind === 'table');
  if (tables.length === 0)
    return failure('import-no-table', `“${file.name}”中没有表格。请使用导出的表格，或另存为 xlsx、CSV。`);
  const read = tables.map((table) => readEntries(gridOf(table).map(storable)));
  const found = read.find(({ ok }) => ok) ?? (read[0] as Result<ImportEntry[]>);
  return withRemarks(found, document.value.remarks);
}

const withRemarks = (entries: Result<ImportEntry[]>, remarks: string[]): Result<OrganFile> =>
  entries.ok ? success({ entries: entries.value, remarks }) : entries;

function readCsv(bytes: Uint8Array): Result<{ rows: string[][]; remarks: string[] }> {
  const decoded = decodeText(bytes);
  if (!decoded) return failure('import-no-text', '文件不是文本，无法读取。请另存为 xlsx 或 CSV 后重试。');
  const [firstLine = ''] = decoded.text.split(/\r\n|\r|\n/, 1);
  const count = (mark: string) => firstLine.split(mark).length;
  const delimiter = [',', ';', '\t', '，'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    const rows: string[][] = parse(decoded.text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    return success({ rows: rows.map((cells) => cells.map(readCsvCell)), remarks: decoded.remarks });
  } catch {
    return failure('import-broken-csv', 'CSV 文件的引号不成对，无法分列。请用表格软件打开后另存为 xlsx 再导入。');
  }
}

/** Cells as the database can hold them; what it cannot hold shows in the difference list as a sign nobody wrote. */
const storable = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.toWellFormed().replaceAll('\u0000', '\ufffd'));

function gridOf({ rowCount, columnCount, cells }: Table): string[][] {
  const grid = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill(''));
  for (const { row, column, text } of cells) {
    const line = grid[row];
    if (line) line[column] = text;
  }
  return grid;
}

/** A file of organs, to be looked at, changed and imported again. */
export async function writeOrganFile(organs: readonly OrganSnapshot[], format: OrganFileFormat): Promise<Uint8Array> {
  const [head = [], ...rows] = tableOf(organs);
  if (format === 'csv') {
    const cells = [head, ...rows.map((row) => row.map((cell, at) => writeCsvCell(cell, columns[at]?.digits ?? false)))];
    // With the mark at the beginning spreadsheets take the file for UTF-8.
    return new TextEncoder().encode(stringify(cells, { bom: true, record_delimiter: 'windows' }));
  }
  const document: PrintableDocument = {
    title: '机构名单',
    blocks: [
      { kind: 'heading', level: 1, text: '机构名单' },
      {
        kind: 'table',
        name: '机构名单',
        columns: head.map((label, at) => widthOf([label, ...rows.map((row) => row[at] ?? '')])),
        head: [head.map((text) => ({ text, header: 'column' }))],
        groups: [rows.map((row) => row.map((text) => ({ text, align: 'left' })))],
        density: 'compact',
      },
    ],
  };
  return writeDocument(document, 'xlsx');
}

/** As wide as what stands in the column, within reason; a Chinese character takes the room of two digits. */
const widthOf = (texts: readonly string[]): number =>
  Math.min(
    texts.reduce((widest, text) => Math.max(widest, text.replace(/[^\x20-\x7e]/g, '汉字').length), 10),
    40,
  );
