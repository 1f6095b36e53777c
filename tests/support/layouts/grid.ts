import type { AnnualReport, CellValue } from '../../../src/report/domain/annual-report.ts';
import type {
  BlockDeclaration,
  ColumnDeclaration,
  Form,
  RowDeclaration,
  TableDeclaration,
  TableKey,
} from '../../../src/report/domain/forms/form.ts';
import { getForm, tableKeys } from '../../../src/report/domain/forms/index.ts';

/** A cell of a table as a layout shows it; a merged cell stands once, at its top left corner. */
export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  text: string;
  role: 'caption' | 'header' | 'label' | 'value';
  /** The cell of the report this is, for values only. */
  path?: string;
  /** What the text says when its header is read with it, where that differs: `251000` under 元 is `251000元`. */
  meaning?: string;
}

export interface Grid {
  table: TableKey;
  rowCount: number;
  columnCount: number;
  /** In reading order. */
  cells: GridCell[];
}

export type Grids = Record<TableKey, Grid>;

/** How a layout words the labels and writes the values of the form. */
export interface Wording {
  /** Label of a row with its ordinal, e.g. `（一）予以公开`. */
  row(row: RowDeclaration): string;
  /** Label over rows, e.g. `（三）不予公开`. */
  under(label: string): string;
  column(column: ColumnDeclaration): string;
  /** Captions, outer captions, column groups and the header over the row labels. */
  caption(text: string): string;
  value(value: CellValue, path: string): string;
}

/** The form's own words, values plain. */
export const officialWording: Wording = {
  row: (row) => `${row.ordinal}${row.label}`,
  under: (label) => label,
  column: (column) => column.label,
  caption: (text) => text,
  value: (value) => (value === null ? '' : String(value)),
};

/** The three tables of a report with the merged cells of the official form. */
export function layOutGrids(report: AnnualReport, wording: Wording = officialWording): Grids {
  const form = getForm(report.form);
  return {
    proactive: layOutProactive(form.tables.proactive, report, wording),
    requests: layOutRequests(form.tables.requests, report, wording),
    remedies: layOutRemedies(form.tables.remedies, report, wording),
  };
}

const valueAt = (report: AnnualReport, table: TableKey, row: string, column: string): CellValue =>
  report[table][row]?.[column] ?? null;

function layOutProactive(table: TableDeclaration, report: AnnualReport, wording: Wording): Grid {
  const columnCount = 1 + Math.max(...table.blocks.map((block) => block.columns.length));
  const cells: GridCell[] = [];
  let line = 0;
  const addRow = (block: BlockDeclaration, first: GridCell, rest: readonly { text: string; path?: string }[]) => {
    cells.push(first);
    rest.forEach((cell, index) => {
      const last = index === block.columns.length - 1;
      const columnSpan = last ? columnCount - block.columns.length : 1;
      const role = cell.path === undefined ? 'header' : 'value';
      cells.push({ row: first.row, column: index + 1, rowSpan: 1, columnSpan, role, ...cell });
    });
  };
  for (const block of table.blocks) {
    const at = { row: line, column: 0, rowSpan: 1, columnSpan: 1 };
    cells.push({ ...at, columnSpan: columnCount, text: wording.caption(block.caption), role: 'caption' });
    const header: GridCell = { ...at, row: line + 1, text: wording.caption(block.labelHeader), role: 'header' };
    addRow(
      block,
      header,
      block.columns.map((column) => ({ text: wording.column(column) })),
    );
    line += 2;
    for (const row of block.rows) {
      addRow(
        block,
        { ...at, row: line, text: wording.row(row), role: 'label' },
        block.columns.map((column) => {
          const path = `proactive.${row.key}.${column.key}`;
          return { path, text: wording.value(valueAt(report, 'proactive', row.key, column.key), path) };
        }),
      );
      line += 1;
    }
  }
  return { table: 'proactive', rowCount: line, columnCount, cells };
}

const labelColumns = 3;
const headerRows = 3;

function layOutRequests(table: TableDeclaration, report: AnnualReport, wording: Wording): Grid {
  const [block] = table.blocks;
  if (!block) throw new Error('table 三 has one block');
  const columnCount = labelColumns + block.columns.length;
  const cells: GridCell[] = [...requestsHeader(block, wording)];
  block.rows.forEach((row, index) => {
    const line = headerRows + index;
    const previous = index === 0 ? [] : (block.rows[index - 1]?.under ?? []);
    row.under.forEach((label, depth) => {
      // A label over rows begins where the row above does not stand under the same labels.
      if (row.under.slice(0, depth + 1).join() === previous.slice(0, depth + 1).join()) return;
      const prefix = row.under.slice(0, depth + 1).join();
      const below = block.rows.slice(index);
      const end = below.findIndex((each) => each.under.slice(0, depth + 1).join() !== prefix);
      const rowSpan = end === -1 ? below.length : end;
      cells.push({ row: line, column: depth, rowSpan, columnSpan: 1, text: wording.under(label), role: 'label' });
    });
    const column = row.under.length;
    const text = wording.row(row);
    cells.push({ row: line, column, rowSpan: 1, columnSpan: labelColumns - column, text, role: 'label' });
    block.columns.forEach((each, offset) => {
      const path = `requests.${row.key}.${each.key}`;
      const value = wording.value(valueAt(report, 'requests', row.key, each.key), path);
      const at = { row: line, column: labelColumns + offset, rowSpan: 1, columnSpan: 1 };
      cells.push({ ...at, text: value, role: 'value', path });
    });
  });
  return { table: 'requests', rowCount: headerRows + block.rows.length, columnCount, cells: inReadingOrder(cells) };
}

function requestsHeader(block: BlockDeclaration, wording: Wording): GridCell[] {
  const grouped = block.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.group);
  const groupStart = grouped[0];
  if (!groupStart) throw new Error('table 三 groups the organisations');
  const cells: GridCell[] = [
    { row: 0, column: 0, rowSpan: 3, columnSpan: 3, text: wording.caption(block.labelHeader), role: 'header' },
    {
      row: 0,
      column: labelColumns,
      rowSpan: 1,
      columnSpan: block.columns.length,
      text: wording.caption(block.caption),
      role: 'header',
    },
    {
      row: 1,
      column: labelColumns + groupStart.index,
      rowSpan: 1,
      columnSpan: grouped.length,
      text: wording.caption(groupStart.column.group ?? ''),
      role: 'header',
    },
  ];
  block.columns.forEach((column, index) => {
    const row = column.group ? 2 : 1;
    const text = wording.column(column);
    cells.push({ row, column: labelColumns + index, rowSpan: 3 - row, columnSpan: 1, text, role: 'header' });
  });
  return cells;
}

function layOutRemedies(table: TableDeclaration, report: AnnualReport, wording: Wording): Grid {
  const cells: GridCell[] = [];
  let column = 0;
  table.blocks.forEach((block, index) => {
    const width = block.columns.length;
    const outer = block.outerCaption;
    const nameRow = outer ? 2 : 1;
    if (outer && table.blocks[index - 1]?.outerCaption !== outer) {
      const columnSpan = table.blocks
        .filter((each) => each.outerCaption === outer)
        .reduce((total, each) => total + each.columns.length, 0);
      cells.push({ row: 0, column, rowSpan: 1, columnSpan, text: wording.caption(outer), role: 'header' });
    }
    const caption = wording.caption(block.caption);
    cells.push({ row: nameRow - 1, column, rowSpan: 1, columnSpan: width, text: caption, role: 'header' });
    const key = block.rows[0]?.key ?? '';
    block.columns.forEach((each, offset) => {
      const at = { column: column + offset, columnSpan: 1 };
      cells.push({ ...at, row: nameRow, rowSpan: 3 - nameRow, text: wording.column(each), role: 'header' });
      const path = `remedies.${key}.${each.key}`;
      const text = wording.value(valueAt(report, 'remedies', key, each.key), path);
      cells.push({ ...at, row: 3, rowSpan: 1, text, role: 'value', path });
    });
    column += width;
  });
  return { table: 'remedies', rowCount: 4, columnCount: column, cells: inReadingOrder(cells) };
}

/** By row, then by column. */
export const inReadingOrder = (cells: readonly GridCell[]): GridCell[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column);

/** The cells that begin in each row. */
export function cellsByRow(grid: Grid): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => []);
  for (const cell of inReadingOrder(grid.cells)) rows[cell.row]?.push(cell);
  return rows;
}

/** Every grid changed by the same function. */
export function mapGrids(grids: Grids, change: (grid: Grid) => Grid): Grids {
  return Object.fromEntries(tableKeys.map((key) => [key, change(grids[key])])) as Grids;
}

/** The form's declaration of a report, for layouts that need to know more than its cells. */
export const formOf = (report: AnnualReport): Form => getForm(report.form);
