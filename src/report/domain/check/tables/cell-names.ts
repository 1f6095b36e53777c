import { cellName, columnName, type Form, type FormCell, rowName, tableName } from '../../forms/index.ts';
import { listNames } from './figures.ts';

/**
 * How several cells of one table are called together, with their number.
 *
 * @example 表三“（一）予以公开”、“（二）部分公开”、“（三）1.属于国家秘密”等6行的“自然人”、“商业企业”列共12格
 */
export function nameCells(form: Form, cells: readonly FormCell[]): string {
  const [first] = cells;
  if (!first) return '';
  if (cells.length === 1) return cellName(form, first.path);
  const rows = distinct(cells, (cell) => cell.row.key);
  const columns = distinct(cells, (cell) => cell.column.key);
  const table = tableName(form, first.table);
  const rowsText = nameLines(
    rows.map((cell) => rowName(form, cell).slice(table.length, -1)),
    '行',
  );
  const count = `共${cells.length}格`;
  // Cells that do not fill a rectangle are told by their rows alone.
  if (cells.length !== rows.length * columns.length) return `${table}${rowsText}${count}`;
  if (columns.length > 1 && columns.length === first.block.columns.length) return `${table}${rowsText}整行${count}`;
  const columnsText = nameLines(
    columns.map((cell) => columnName(cell).slice(0, -1)),
    '列',
  );
  return `${table}${rowsText}的${columnsText}${count}`;
}

/** “自然人”列; “自然人”、“商业企业”列; “自然人”、“商业企业”、“科研机构”等6列 */
export function nameLines(names: readonly string[], unit: '行' | '列'): string {
  return names.length > 3 ? listNames(names, unit) : `${names.join('、')}${unit}`;
}

function distinct(cells: readonly FormCell[], key: (cell: FormCell) => string): FormCell[] {
  return [...new Map(cells.map((cell) => [key(cell), cell])).values()];
}
