import type { Block, Table, TableCell } from '../../../kernel/neutral-document.ts';
import { type Deadline, limits } from './limits.ts';
import { DocumentRefusal } from './refusal.ts';

/** A cell at its place in the grid, with what stands in it: paragraphs and whole tables. */
export interface PlacedCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  blocks: Block[];
}

/** Text longer than this is running text: the longest label of the official forms has 46 characters. */
const proseLength = 250;

/** A cell alone in its row with more text than this holds a sentence, not the caption of a group of rows. */
const sentenceLength = 60;

/**
 * Turns the cells of a source table into blocks: a grid of data becomes a `Table`, a table that only arranges the page
 * (one column, tables inside tables, running text in cells) gives its content in reading order.
 *
 * A table may be both: rows with running text are unwrapped, the rows between them stay a table.
 */
export function layOutTable(cells: PlacedCell[], deadline: Deadline): Block[] {
  if (cells.length === 0) return [];
  if (cells.length > limits.cells) throw new DocumentRefusal('too-complex');
  deadline.check();
  const { rowCount, columnCount } = closeGaps(cells);
  if (columnCount === 1) return cells.flatMap((cell) => cell.blocks);

  const unwrapped = findUnwrappedRows(cells, rowCount);
  if (!unwrapped.includes(true)) return createTable(cells, rowCount, columnCount);

  const rows = groupByRow(cells, rowCount);
  const blocks: Block[] = [];
  for (let row = 0; row < rowCount; ) {
    let end = row + 1;
    while (end < rowCount && unwrapped[end] === unwrapped[row]) end++;
    const part = rows.slice(row, end).flat();
    const laidOut = unwrapped[row] === true ? part.flatMap((cell) => cell.blocks) : buildTable(part, row);
    for (const block of laidOut) blocks.push(block);
    row = end;
  }
  return blocks;
}

/**
 * Removes grid rows and columns in which no cell begins, so that an absurd span (`colspan="1000"`, the dozens of hidden
 * grid columns of a word processor) counts only as far as there are cells. Lossless: such a line only repeats the line before it.
 */
function closeGaps(cells: PlacedCell[]): { rowCount: number; columnCount: number } {
  const rows = rankStarts(cells, 'row');
  const columns = rankStarts(cells, 'column');
  for (const cell of cells) {
    const bottom = rankOf(rows, cell.row + cell.rowSpan);
    const right = rankOf(columns, cell.column + cell.columnSpan);
    cell.row = rankOf(rows, cell.row);
    cell.column = rankOf(columns, cell.column);
    cell.rowSpan = bottom - cell.row;
    cell.columnSpan = right - cell.column;
  }
  return { rowCount: rankOf(rows, rows.length), columnCount: rankOf(columns, columns.length) };
}

/** For each position up to the last start, and one beyond, the number of different starts below it. */
function rankStarts(cells: readonly PlacedCell[], key: 'row' | 'column'): Int32Array {
  let last = 0;
  for (const cell of cells) if (cell[key] > last) last = cell[key];
  const ranks = new Int32Array(last + 2);
  for (const cell of cells) ranks[cell[key] + 1] = 1;
  for (let at = 1; at < ranks.length; at++) (ranks[at] as number) += ranks[at - 1] as number;
  return ranks;
}

const rankOf = (ranks: Int32Array, position: number): number => ranks[Math.min(position, ranks.length - 1)] as number;

/**
 * Rows that hold a nested table, or running text beside at most two other cells. Where a lone cell fills its row with a sentence,
 * the table is a whole page laid out in rows, and every lone cell is a line of that page (a heading, a caption).
 */
function findUnwrappedRows(cells: PlacedCell[], rowCount: number): boolean[] {
  const unwrapped: boolean[] = new Array(rowCount).fill(false);
  /** Changes, from one row to the next, of the number of cells that reach into it. */
  const changes: number[] = new Array(rowCount + 1).fill(0);
  const filled: number[] = new Array(rowCount).fill(0);
  for (const cell of cells) {
    const { row, rowSpan, blocks } = cell;
    (changes[row] as number)++;
    (changes[row + rowSpan] as number)--;
    if (blocks.length > 0) (filled[row] as number)++;
    if (blocks.some((block) => block.kind === 'table')) unwrapped.fill(true, row, row + rowSpan);
  }
  const isLone: boolean[] = [];
  for (let row = 0, reaching = 0; row < rowCount; row++) {
    reaching += changes[row] as number;
    isLone.push(reaching === 1);
  }
  let isWholePage = false;
  for (const { row, rowSpan, blocks } of cells) {
    const length = textLength(blocks);
    if (length > sentenceLength && isLone[row]) isWholePage = true;
    if (length > proseLength && (filled[row] as number) <= 3) unwrapped.fill(true, row, row + rowSpan);
  }
  return isWholePage ? unwrapped.map((value, row) => value || (isLone[row] as boolean)) : unwrapped;
}

const textLength = (blocks: Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);

function groupByRow(cells: PlacedCell[], rowCount: number): PlacedCell[][] {
  const rows: PlacedCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) (rows[cell.row] as PlacedCell[]).push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** Some rows, from `first` on, as a table of their own; spans that reach out of them end with them. */
function buildTable(cells: PlacedCell[], first: number): Block[] {
  const placed = cells.map((cell) => ({ ...cell, row: cell.row - first }));
  const { rowCount, columnCount } = closeGaps(placed);
  // What is left beside running text may be no grid at all.
  return columnCount === 1 ? placed.flatMap((cell) => cell.blocks) : createTable(placed, rowCount, columnCount);
}

/** The table of placed cells; none when every cell is empty. */
function createTable(placed: PlacedCell[], rowCount: number, columnCount: number): Table[] {
  if (!placed.some((cell) => cell.blocks.length > 0)) return [];
  const cells = placed.map(toTableCell);
  const isBefore = (a: TableCell, b: TableCell) => a.row - b.row || a.column - b.column;
  if (cells.some((cell, at) => at > 0 && isBefore(cell, cells[at - 1] as TableCell) < 0)) cells.sort(isBefore);
  return [{ kind: 'table', rowCount, columnCount, cells }];
}

function toTableCell({ row, column, rowSpan, columnSpan, blocks }: PlacedCell): TableCell {
  const first = blocks[0];
  const text =
    blocks.length === 1 && first?.kind === 'paragraph'
      ? first.text
      : blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  return { row, column, rowSpan, columnSpan, text };
}
