import { parse } from 'csv-parse/sync';
import type { TableCell } from '../../../kernel/neutral-document.ts';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { decodeText } from '../read/decode-text.ts';
import { detectFormat } from '../read/detect-format.ts';
import { readDocument, readSheets } from '../read/read-document.ts';
import { readCsvCell } from './csv-cell.ts';

/** The tables of a file. */
export interface TableFile {
  /** Table by table, row by row as the spreadsheet numbers them, the text of every cell; at least one table. */
  tables: string[][][];
  /** What the sheet of each table is called; empty where it has no name. */
  names: string[];
  /** What the reader had to guess or left out, e.g. hidden rows, in Chinese. */
  remarks: string[];
}

/**
 * Reads the tables of an xlsx file, of a web page or of a CSV file, the latter in UTF-8, GB18030 or UTF-16, with commas,
 * semicolons or tabs.
 *
 * @param merged what a cell merged over several rows says: in the first of them, as the file has it, or in `each`
 */
export async function readTableFile(
  file: { name: string; bytes: Uint8Array },
  merged: 'first' | 'each' = 'first',
): Promise<Result<TableFile>> {
  const format = detectFormat(file.bytes, file.name);
  if (format === 'text' || format === 'markdown') {
    const table = readCsv(file.bytes);
    if (!table.ok) return table;
    return success({ tables: [table.value.rows.map(storable)], names: [''], remarks: table.value.remarks });
  }
  if (format === 'xlsx') {
    const workbook = await readSheets(file);
    if (!workbook.ok) return workbook;
    const { sheets, remarks } = workbook.value;
    return tableFileOf(file.name, sheets, remarks, merged);
  }
  const document = await readDocument(file);
  if (!document.ok) return document;
  const tables = document.value.blocks.filter((block) => block.kind === 'table');
  if (tables.length === 0)
    return failure('import-no-table', `“${file.name}”中没有表格。请使用导出的表格，或另存为 xlsx、CSV。`);
  return tableFileOf(
    file.name,
    tables.map(({ cells }) => ({ name: '', cells })),
    document.value.remarks,
    merged,
  );
}

function tableFileOf(
  fileName: string,
  sheets: readonly { name: string; cells: readonly GridCell[] }[],
  remarks: string[],
  merged: 'first' | 'each',
): Result<TableFile> {
  const tables: string[][][] = [];
  for (const { name, cells } of sheets) {
    const grid = gridOf(cells, merged);
    if (!grid) {
      const where = name ? `的工作表“${name}”` : '';
      return failure(
        'import-too-wide',
        `“${fileName}”${where}在表格以外很远的地方还有内容。请删去多余的行和列后再上传。`,
      );
    }
    tables.push(grid.map(storable));
  }
  return success({ tables, names: sheets.map(({ name }) => name), remarks });
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

type GridCell = Pick<TableCell, 'row' | 'column' | 'rowSpan' | 'text'>;

/** More rows than this, or places in all of them, no table has that somebody keeps by hand: a stray cell lies far out. */
const most = { rows: 100_000, places: 1_000_000 };

/** The lines of a grid, each as long as its last cell; undefined when a stray cell makes it larger than any table is. */
function gridOf(cells: readonly GridCell[], merged: 'first' | 'each'): string[][] | undefined {
  const bottomOf = ({ row, rowSpan }: GridCell) => row + (merged === 'each' ? rowSpan : 1);
  const rowCount = cells.reduce((highest, cell) => Math.max(highest, bottomOf(cell)), 0);
  if (rowCount > most.rows) return undefined;
  const widths = new Array<number>(rowCount).fill(0);
  for (const cell of cells) {
    for (let row = cell.row; row < bottomOf(cell); row += 1) widths[row] = Math.max(widths[row] ?? 0, cell.column + 1);
  }
  if (widths.reduce((sum, width) => sum + width, 0) > most.places) return undefined;
  const grid = widths.map((width) => new Array<string>(width).fill(''));
  for (const cell of cells) {
    for (const line of grid.slice(cell.row, bottomOf(cell))) line[cell.column] = cell.text;
  }
  return grid;
}
