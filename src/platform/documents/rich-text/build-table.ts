import { attributeOf, type Element, isElement, type Node, whole } from './element.ts';
import type { Block, Cell } from './model.ts';

/** Reads what stands in a cell. */
type Read = (nodes: readonly Node[]) => Block[];

/** Rows of a group: a cell reaches down as far as its group. */
interface Group {
  isHead: boolean;
  rows: Cell[][];
}

/**
 * Reads a table with the cells that span others. A caption becomes the paragraph before it; rows of
 * nothing but header cells at the top become its head.
 *
 * @param read what stands in a cell, as blocks
 */
export function readTable(table: Element, read: Read): Block[] {
  const before: Block[] = [];
  const groups: Group[] = [];
  for (const node of table.childNodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'caption') before.push(...read(node.childNodes));
    else if (/^t(?:head|body|foot)$/.test(node.tagName))
      groups.push({ isHead: node.tagName === 'thead', rows: rowsOf(node, read) });
  }
  const rows = groups.flatMap(({ isHead, rows }) =>
    rows.map((cells, at) => cells.map((cell) => settle(cell, isHead, rows.length - at))),
  );
  if (rows.length === 0 || rows.every((cells) => cells.length === 0)) return before;
  const reach = reachOf(rows);
  // A row without a cell of its own still counts where one from further up reaches into it.
  const filled = rows.filter((cells, at) => cells.length > 0 || (reach[at] ?? 0) > at);
  const below = filled.findIndex((cells) => cells.length === 0 || cells.some(({ isHeader }) => !isHeader));
  const headRows = headEnd(filled, below === -1 ? filled.length : below);
  return [
    ...before,
    {
      kind: 'table',
      headRows,
      rows: filled.map((cells, at) => cells.map((cell) => scoped(cell, cells, at < headRows))),
    },
  ];
}

const rowsOf = (group: Element, read: Read): Cell[][] =>
  group.childNodes
    .filter((node): node is Element => isElement(node) && node.tagName === 'tr')
    .map((row) =>
      row.childNodes
        .filter((node): node is Element => isElement(node) && /^t[hd]$/.test(node.tagName))
        .map((cell) => readCell(cell, read)),
    );

function readCell(cell: Element, read: Read): Cell {
  const scope = attributeOf(cell, 'scope');
  return {
    isHeader: cell.tagName === 'th',
    scope: scope === 'row' || scope === 'col' ? scope : undefined,
    columns: Math.max(1, whole(attributeOf(cell, 'colspan'), 100) ?? 1),
    rows: Math.max(1, whole(attributeOf(cell, 'rowspan'), 5_000) ?? 1),
    blocks: read(cell.childNodes),
  };
}

const settle = (cell: Cell, isHead: boolean, rowsLeft: number): Cell => ({
  ...cell,
  isHeader: cell.isHeader || isHead,
  rows: Math.min(cell.rows, rowsLeft),
});

/** For each row the first row that no cell of it, or of one above it, reaches. */
function reachOf(rows: readonly Cell[][]): number[] {
  let furthest = 0;
  return rows.map((cells, at) => {
    for (const cell of cells) furthest = Math.max(furthest, at + cell.rows);
    return furthest;
  });
}

/** The head ends where no cell of it reaches further. */
function headEnd(rows: readonly Cell[][], most: number): number {
  const reach = reachOf(rows.slice(0, most));
  return reach.findLastIndex((first, at) => first <= at + 1) + 1;
}

/** Header cells say what they head: their column in the head, else their row when they begin it. */
function scoped(cell: Cell, row: readonly Cell[], isHead: boolean): Cell {
  if (!cell.isHeader) return { ...cell, scope: undefined };
  if (isHead) return { ...cell, scope: 'col' };
  return { ...cell, scope: cell.scope ?? (row[0] === cell ? 'row' : 'col') };
}
