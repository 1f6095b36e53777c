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
  if (!unwrapped.includes(true)) return buildTable(cells, 0, rowCount);

  const rows = groupByRow(cells, rowCount);
  const blocks: Block[] = [];
  for (let row = 0; row < rowCount; ) {
    let end = row + 1;
    while (end < rowCount && unwrapped[end] === unwrapped[row]) end++;
    const part = rows.slice(row, end).flat();
    const laidOut = unwrapped[row] === true ? part.flatMap((cell) => cell.blocks) : buildTable(part, row, end);
    for (const block of laidOut) blocks.push(block);
    row = end;
  }
  return blocks;
}

/**
 * Removes grid rows and columns in which no cell begins, so that an absurd span (`colspan="1000"`, the dozens of hidden
 * grid columns of a word processor) counts only as far as there are cells. Lossless: such a line only repeats the line before it.
 */
export function closeGaps(cells: PlacedCell[]): { rowCount: number; columnCount: number } {
  const rows = rankStarts(cells.map((cell) => cell.row));
  const columns = rankStarts(cells.map((cell) => cell.column));
  for (const cell of cells) {
    const bottom = rows.rank(cell.row + cell.rowSpan);
    const right = columns.rank(cell.column + cell.columnSpan);
    cell.row = rows.rank(cell.row);
    cell.column = columns.rank(cell.column);
    cell.rowSpan = bottom - cell.row;
    cell.columnSpan = right - cell.column;
  }
  return { rowCount: rows.count, columnCount: columns.count };
}

/** `rank(n)` is the number of different starts below n. */
function rankStarts(starts: number[]): { count: number; rank(position: number): number } {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  // Grids are nearly always dense from 0; then the rank is the position itself.
  const last = sorted.at(-1) ?? 0;
  if (last === sorted.length - 1) return { count: sorted.length, rank: (at) => Math.min(at, sorted.length) };
  return {
    count: sorted.length,
    rank(position) {
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] as number) < position) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

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

/** Rows `from` to `to` (exclusive) as a table of their own; spans that reach out of them are cut. */
function buildTable(cells: PlacedCell[], from: number, to: number): Block[] {
  const placed = cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.row + cell.rowSpan, to) - cell.row }));
  for (const cell of placed) cell.row -= from;
  const { rowCount, columnCount } = closeGaps(placed);
  // What is left beside running text may be no grid at all.
  if (columnCount === 1) return placed.flatMap((cell) => cell.blocks);
  const table: Table = { kind: 'table', rowCount, columnCount, cells: placed.map(toTableCell) };
  table.cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return table.cells.some((cell) => cell.text !== '') ? [table] : [];
}

function toTableCell({ row, column, rowSpan, columnSpan, blocks }: PlacedCell): TableCell {
  const first = blocks[0];
  const text =
    blocks.length === 1 && first?.kind === 'paragraph'
      ? first.text
      : blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  return { row, column, rowSpan, columnSpan, text };
}
