import type { Random } from '../../../src/kernel/random.ts';
import type { Grid, GridCell } from './grid.ts';
import { cellsByRow } from './grid.ts';

/** Every row with all its columns; the places a merged cell covers are empty. */
export function expandRows(grid: Grid): string[][] {
  const rows = Array.from({ length: grid.rowCount }, () => Array<string>(grid.columnCount).fill(''));
  for (const cell of grid.cells) {
    const row = rows[cell.row];
    if (row) row[cell.column] = cell.text;
  }
  return rows;
}

/** Tabs between the columns of the whole grid. */
export const writeTabs = (grid: Grid): string[] => expandRows(grid).map((row) => row.join('\t'));

/** Tabs between the cells there are: merged cells leave no gap. */
export const writeCompactTabs = (grid: Grid): string[] =>
  cellsByRow(grid).map((row) => row.map((cell) => cell.text).join('\t'));

const isLabel = (cell: GridCell) => cell.role === 'label';

/**
 * Rows as a page loses them on the way to text: a label over rows is sometimes forgotten after a
 * torn row, the gap before the values and the tabs at the end differ from row to row, and an empty
 * line stands in the middle of the table. The values of a row stay together and in order.
 */
export function writeRaggedTabs(grid: Grid, random: Random): string[] {
  const tornAt = random.integer(4, grid.rowCount - 1);
  return cellsByRow(grid).flatMap((row, index) => {
    const values = row.filter((cell) => cell.role === 'value').map((cell) => cell.text);
    if (values.length === 0) return [shiftHeader(grid, row, random)];
    const labels = row.filter(isLabel);
    const lead = Array<string>(random.integer(0, labels[0]?.column ?? 0)).fill('');
    const gap = Array<string>(random.integer(0, labels.length === 0 ? 0 : 2)).fill('');
    const tail = Array<string>(random.integer(0, 2)).fill('');
    const line = [...lead, ...labels.map((cell) => cell.text), ...gap, ...values, ...tail].join('\t');
    return grid.table === 'requests' && index === tornAt ? [line, ''] : [line];
  });
}

/** A header row whose columns no longer stand over their values. */
function shiftHeader(grid: Grid, row: readonly GridCell[], random: Random): string {
  const lead = Array<string>(random.integer(0, Math.min(2, row[0]?.column ?? 0))).fill('');
  const cells = row.flatMap((cell) => [
    cell.text,
    ...Array<string>(random.integer(0, Math.min(6, cell.columnSpan - 1))).fill(''),
  ]);
  const tail = Array<string>(random.integer(0, grid.table === 'requests' ? 2 : 0)).fill('');
  return [...lead, ...cells, ...tail].join('\t');
}

/** The label of a merged cell again in every row and column it covers; values stand once. */
export function writeRepeatedTabs(grid: Grid): string[] {
  const rows = expandRows(grid);
  for (const cell of grid.cells) {
    if (cell.path !== undefined) continue;
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = rows[row];
        if (line) line[column] = cell.text;
      }
    }
  }
  return rows.map((row) => row.join('\t'));
}

/** A tab and a line break after every cell, as pages with paragraphs in cells are copied. */
export const writeBrokenTabs = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => row.map((cell, index) => (index < row.length - 1 ? `${cell.text}\t` : cell.text)));

/** Runs of spaces between the cells there are. */
export const writeSpaces = (grid: Grid, random: Random): string[] =>
  cellsByRow(grid).map((row) => row.map((cell) => cell.text).join(' '.repeat(random.integer(2, 6))));

/** Nothing at all between the cells of a row. */
export const writeGlued = (grid: Grid): string[] =>
  cellsByRow(grid).map((row) => row.map((cell) => cell.text).join(''));
