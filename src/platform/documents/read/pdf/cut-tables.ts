import type { PlacedCell } from '../table-layout.ts';
import type { PageItem } from './page-layout.ts';
import type { TableItem } from './table-item.ts';

/** Edges of two pages nearer than this, in points, are the same edge. */
const tolerance = 4;

/**
 * Makes tables whole again that page breaks cut in two: the second piece follows at once at the top of the next
 * page, is as wide, and may begin with the repeated head.
 */
export function mergeCutTables(items: PageItem[]): PageItem[] {
  const merged: PageItem[] = [];
  for (const item of items) {
    const before = merged.at(-1);
    if (item.kind === 'table' && before?.kind === 'table' && isCutFrom(before, item)) {
      alignColumns(before, item);
      appendTable(before, item);
      before.page = item.page;
      before.isAtBottom = item.isAtBottom;
    } else {
      merged.push(item);
    }
  }
  return merged;
}

const isCutFrom = (a: TableItem, b: TableItem): boolean =>
  b.page === a.page + 1 &&
  a.isAtBottom &&
  b.isAtTop &&
  Math.abs((a.edges.at(-1) as number) - (b.edges.at(-1) as number)) <= tolerance;

/** Gives both pieces the edges of both: each shows only those that its own rows need. */
function alignColumns(a: TableItem, b: TableItem): void {
  const edges = [...a.edges];
  for (const edge of b.edges) if (!edges.some((other) => Math.abs(other - edge) <= tolerance)) edges.push(edge);
  edges.sort((x, y) => x - y);
  for (const table of [a, b]) {
    const places = table.edges.map((edge) => nearest(edges, edge));
    for (const cell of table.cells) {
      const end = places[cell.column + cell.columnSpan] as number;
      cell.column = places[cell.column] as number;
      cell.columnSpan = end - cell.column;
    }
    table.edges = edges;
  }
}

function nearest(edges: number[], edge: number): number {
  let best = 0;
  edges.forEach((other, at) => {
    if (Math.abs(other - edge) < Math.abs((edges[best] as number) - edge)) best = at;
  });
  return best;
}

/** Adds the rows of a table's second piece to the first. */
function appendTable(table: TableItem, piece: TableItem): void {
  const head = countRepeatedRows(table, piece);
  const isTorn = continuesRow(table, piece, head);
  const shift = table.rowCount - head - (isTorn ? 1 : 0);
  const bottom = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rowCount);
  for (const cell of piece.cells) {
    if (cell.row < head) continue;
    const above = cell.row === head ? findSame(bottom, cell) : undefined;
    if (above !== undefined && isTorn) {
      above.blocks = joinBlocks(above, cell);
      above.rowSpan += cell.rowSpan - 1;
    } else if (above !== undefined && cell.blocks.length === 0 && above.rowSpan + cell.rowSpan > 2) {
      // A merged label that the break cut: its other half is empty.
      above.rowSpan += cell.rowSpan;
    } else {
      table.cells.push({ ...cell, row: cell.row + shift });
    }
  }
  table.rowCount = Math.max(...table.cells.map((cell) => cell.row + cell.rowSpan));
}

const findSame = (cells: PlacedCell[], cell: PlacedCell): PlacedCell | undefined =>
  cells.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);

const cellText = (cell: PlacedCell): string =>
  cell.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');

/** How many rows at the top of the piece repeat the top of the table; no cell may reach over the end of them. */
function countRepeatedRows(table: TableItem, piece: TableItem): number {
  let rows = 0;
  while (rows < Math.min(table.rowCount, piece.rowCount, 6) && rowKey(table, rows) === rowKey(piece, rows)) rows++;
  while (rows > 0 && piece.cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows)) rows--;
  const hasWords = piece.cells.some((cell) => cell.row < rows && /\p{L}/u.test(cellText(cell)));
  return hasWords ? rows : 0;
}

const rowKey = (table: TableItem, row: number): string =>
  table.cells
    .filter((cell) => cell.row === row)
    .sort((a, b) => a.column - b.column)
    .map((cell) => `${cell.column}/${cell.columnSpan}/${cell.rowSpan}/${cellText(cell)}`)
    .join('|');

/**
 * Whether the break went through a row: the words of a label go on below it, without a number of their own, and every figure
 * stands on one of the two sides only.
 */
function continuesRow(table: TableItem, piece: TableItem, head: number): boolean {
  const bottom = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rowCount);
  let hasWordsOnBothSides = false;
  let hasFigureOnOneSide = false;
  for (const cell of piece.cells) {
    if (cell.row !== head) continue;
    const above = findSame(bottom, cell);
    if (above === undefined) return false;
    const [before, after] = [cellText(above), cellText(cell)];
    if (before !== '' && after !== '') {
      if (isFigure(before) || isFigure(after) || startsWithNumber(after)) return false;
      hasWordsOnBothSides = true;
    } else if (isFigure(before) || isFigure(after)) {
      hasFigureOnOneSide = true;
    }
  }
  return hasWordsOnBothSides && hasFigureOnOneSide;
}

const isFigure = (text: string): boolean => /^[\s\d.,，/+-]+$/.test(text);
const startsWithNumber = (text: string): boolean => /^[（(]?[一二三四五六七八九十\d]{1,2}[）).、．]/.test(text);

/** The two halves of a cell; words go on where they were cut. */
function joinBlocks(above: PlacedCell, below: PlacedCell): PlacedCell['blocks'] {
  const last = above.blocks.at(-1);
  const [first, ...rest] = below.blocks;
  if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph') return [...above.blocks, ...below.blocks];
  return [...above.blocks.slice(0, -1), { ...last, text: last.text + first.text }, ...rest];
}
