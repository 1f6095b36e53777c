import { stringify } from 'csv-stringify/sync';
import type { PrintableDocument } from '../../../kernel/printable-document.ts';
import type { TableFileFormat } from '../../../kernel/table-file-format.ts';
import { writeDocument } from '../write/index.ts';
import { writeCsvCell } from './csv-cell.ts';

/** A table to be written as a file. */
export interface WrittenTable {
  /** Of the sheet, e.g. 机构名单. */
  title: string;
  columns: readonly {
    label: string;
    /** Codes or telephone numbers, which a spreadsheet would take for numbers. */
    digits?: boolean;
  }[];
  rows: readonly (readonly string[])[];
}

/** A table as a file, to be looked at, changed and imported again with `readTableFile`. */
export async function writeTableFile(table: WrittenTable, format: TableFileFormat): Promise<Uint8Array> {
  const { title, columns, rows } = table;
  const head = columns.map(({ label }) => label);
  if (format === 'csv') {
    const cells = [head, ...rows.map((row) => row.map((cell, at) => writeCsvCell(cell, columns[at]?.digits ?? false)))];
    // With the mark at the beginning spreadsheets take the file for UTF-8.
    return new TextEncoder().encode(stringify(cells, { bom: true, record_delimiter: 'windows' }));
  }
  const document: PrintableDocument = {
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'table',
        name: title,
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
