/**
 * A document to be printed or downloaded, as an office means it: title, headings, paragraphs,
 * tables, signature. It says what a thing is, not how a format draws it; the writers of formats
 * (docx, HTML, xlsx, Markdown) decide fonts and sizes by the standard of official documents.
 * Reports and letters are both laid out as one of these.
 */
export interface PrintableDocument {
  /** Title in the properties of the file and in the tab of a browser. Never empty. */
  title: string;
  /** In reading order. */
  blocks: readonly PrintableBlock[];
}

export type PrintableBlock =
  | PrintableTitle
  | PrintableHeading
  | PrintableParagraph
  | PrintableTable
  | PrintableSignature;

/** The title over the document, centred. */
interface PrintableTitle {
  kind: 'title';
  /**
   * The title in the pieces between which a line may be broken so that no word is torn:
   * `['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告']`. Joined without a separator they
   * are the title.
   */
  parts: readonly string[];
}

/** A heading with its number as it is printed: 一、总体情况 (1), （一）主动公开 (2), 1.政府网站 (3). */
interface PrintableHeading {
  kind: 'heading';
  level: 1 | 2 | 3;
  text: string;
}

/**
 * - `body`: running text, the first line indented by two characters.
 * - `addressee`: whom a letter is for, without indent.
 * - `note`: a remark in small type, e.g. below a table.
 */
type ParagraphRole = 'body' | 'addressee' | 'note';

interface PrintableParagraph {
  kind: 'paragraph';
  role: ParagraphRole;
  /** An empty list is an empty line. */
  runs: readonly PrintableRun[];
}

/**
 * A piece of text of one kind.
 *
 * - `plain`: running text.
 * - `lead`: a heading that runs into its paragraph: “（一）主动公开。” before the sentence.
 * - `strong`: stressed.
 * - `marked`: marked as with a pen, for what a reader is asked to look at.
 */
export interface PrintableRun {
  text: string;
  kind: 'plain' | 'lead' | 'strong' | 'marked';
}

export interface PrintableTable {
  kind: 'table';
  /** What the table is called where it has no heading beside it: the name of a sheet, the caption a screen reader says. */
  name: string;
  /** Share of each column in the width of the table, in any unit; as many as the grid has columns. */
  columns: readonly number[];
  /** Rows that are repeated on every page the table runs over. */
  head: readonly PrintableRow[];
  /** The rows below, in groups that belong together: a header cell speaks for its own group only. */
  groups: readonly (readonly PrintableRow[])[];
  /** `compact` for tables with so many cells that they need smaller type. */
  density: 'normal' | 'compact';
  /** Keep the table on one page, with the heading above it, wherever one page can hold it. */
  together?: true;
}

/** Cells from left to right; a cell that reaches down from a row above is not repeated. */
export type PrintableRow = readonly PrintableCell[];

export interface PrintableCell {
  /** Lines are separated by `\n`; empty for an empty cell. */
  text: string;
  /** The text is a plain decimal number, which a spreadsheet holds as a number. */
  numeric?: true;
  /** Speaks for the cells below it (`column`) or to its right (`row`). */
  header?: 'column' | 'row';
  /** 1 when not given. */
  rowSpan?: number;
  /** 1 when not given. */
  columnSpan?: number;
  /** Centred when not given. */
  align?: 'left' | 'right';
  /** Set from top to bottom, one character below the other. */
  vertical?: true;
  /** Marked as with a pen. */
  marked?: true;
  /** What the cell shows, for a page that links or marks it, e.g. the path of a value; writers ignore it. */
  key?: string;
}

/** Who signs and when; lines to be filled in by hand may consist of blanks. */
interface PrintableSignature {
  kind: 'signature';
  lines: readonly string[];
}

/** The formats a document can be written in. */
export const printableFormats = ['docx', 'html', 'xlsx', 'md'] as const;
export type PrintableFormat = (typeof printableFormats)[number];

/** A cell with its place in the grid of its table, all zero-based. */
export interface PlacedCell {
  cell: PrintableCell;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Index of the group the cell stands in; -1 for the repeated head. */
  group: number;
}

/** All rows of a table from top to bottom: the head, then the groups. */
export function rowsOf(table: PrintableTable): readonly PrintableRow[] {
  return [...table.head, ...table.groups.flat()];
}

/**
 * Finds the place of every cell in the grid, in reading order.
 *
 * @throws when cells overlap, leave a hole or reach out of the grid or of their group: such a
 * table is a bug of whoever laid it out, and a word processor would refuse or repair the file.
 */
export function placeCells(table: PrintableTable): readonly PlacedCell[] {
  const width = table.columns.length;
  const placed: PlacedCell[] = [];
  const refuse = (row: number, why: string): never => {
    throw new Error(`table ${table.name}, row ${row}: ${why}`);
  };
  let first = 0;
  for (const [index, rows] of [table.head, ...table.groups].entries()) {
    const taken = rows.map(() => new Array<boolean>(width).fill(false));
    for (const [offset, row] of rows.entries()) {
      let column = 0;
      for (const cell of row) {
        while (taken[offset]?.[column]) column += 1;
        const rowSpan = cell.rowSpan ?? 1;
        const columnSpan = cell.columnSpan ?? 1;
        if (offset + rowSpan > rows.length) refuse(first + offset, 'a cell reaches below its group');
        for (const line of taken.slice(offset, offset + rowSpan)) {
          for (let each = column; each < column + columnSpan; each += 1) {
            if (each >= width || line[each]) refuse(first + offset, 'cells overlap or reach out of the table');
            line[each] = true;
          }
        }
        placed.push({ cell, row: first + offset, column, rowSpan, columnSpan, group: index - 1 });
        column += columnSpan;
      }
      if (taken[offset]?.includes(false)) refuse(first + offset, 'a place in the grid is not filled');
    }
    first += rows.length;
  }
  return placed;
}

/**
 * The header cells that speak for a value: column headers above it, in the head of the table or
 * in its own group, and row headers to its left.
 */
export function headersOf(value: PlacedCell, headers: readonly PlacedCell[]): readonly PlacedCell[] {
  const share = (a: number, spanA: number, b: number, spanB: number) => a < b + spanB && b < a + spanA;
  return headers.filter((header) => {
    const sameColumn = share(header.column, header.columnSpan, value.column, value.columnSpan);
    const sameRow = share(header.row, header.rowSpan, value.row, value.rowSpan);
    return header.cell.header === 'column'
      ? sameColumn && header.row < value.row && (header.group === -1 || header.group === value.group)
      : sameRow && header.column < value.column;
  });
}
