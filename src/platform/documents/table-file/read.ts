import { parse } from 'csv-parse/sync';
import type { Table } from '../../../kernel/neutral-document.ts';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { decodeText } from '../read/decode-text.ts';
import { detectFormat } from '../read/detect-format.ts';
import { readDocument } from '../read/read-document.ts';
import { readCsvCell } from './csv-cell.ts';

/** The tables of a file. */
export interface TableFile {
  /** Table by table, row by row, the text of every cell; at least one table. */
  tables: string[][][];
  /** What the reader had to guess or left out, e.g. hidden rows, in Chinese. */
  remarks: string[];
}

/**
 * Reads the tables of an xlsx file, of a web page or of a CSV file, the latter in UTF-8, GB18030 or UTF-16, with commas,
 * semicolons or tabs.
 */
export async function readTableFile(file: { name: string; bytes: Uint8Array }): Promise<Result<TableFile>> {
  const format = detectFormat(file.bytes, file.name);
  if (format === 'text' || format === 'markdown') {
    const table = readCsv(file.bytes);
    if (!table.ok) return table;
    return success({ tables: [table.value.rows.map(storable)], remarks: table.value.remarks });
  }
  const document = await readDocument(file);
  if (!document.ok) return document;
  const tables = document.value.blocks.filter((block) => block.kind === 'table');
  if (tables.length === 0)
    return failure('import-no-table', `“${file.name}”中没有表格。请使用导出的表格，或另存为 xlsx、CSV。`);
  return success({
    tables: tables.map((table) => gridOf(table).map(storable)),
    remarks: document.value.remarks,
  });
}

/** What the first table gives that can be read; the refusal of the first where none can. */
export function readFirst<T>({ tables }: TableFile, read: (table: string[][]) => Result<T>): Result<T> {
  const outcomes = tables.map(read);
  return outcomes.find(({ ok }) => ok) ?? (outcomes[0] as Result<T>);
}

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
