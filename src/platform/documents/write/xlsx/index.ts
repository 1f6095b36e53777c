import type {
  PlacedCell,
  PrintableBlock,
  PrintableDocument,
  PrintableTable,
} from '../../../../kernel/printable-document.ts';
import { placeCells, rowsOf } from '../../../../kernel/printable-document.ts';
import { printableText } from '../escape.ts';
import { textWidthInEms } from '../typography.ts';
import type { Sheet, SheetCell, SheetRow } from './workbook.ts';
import { packWorkbook } from './workbook.ts';

/** Width in characters of a sheet of text; fits an A4 page upright. */
const sheetWidth = 84;
/** Width in characters of an ordinary column of a table: four Chinese characters and the padding. */
const columnWidth = 9.5;
const lineHeight = 16;
/** The most characters a cell can hold. */
const cellCapacity = 32_767;

/**
 * A workbook in which every table has a sheet of its own, under the heading and text that lead to
 * it; what stands between is on sheets of running text. Numbers are numbers, merged cells merged.
 */
export function writeXlsx(document: PrintableDocument): Uint8Array {
  const names = new Set<string>();
  const sheets = chapters(document.blocks).map(({ blocks, table }) => {
    const name = uniqueName(table?.name ?? '正文', names);
    return table ? tableSheet(name, blocks, table) : textSheet(name, blocks);
  });
  return packWorkbook(document.title, sheets.length > 0 ? sheets : [textSheet('正文', [])]);
}

interface Chapter {
  blocks: PrintableBlock[];
  table?: PrintableTable;
}

/** Cuts a document before every heading of the first level that leads to a table, and after every table. */
function chapters(blocks: readonly PrintableBlock[]): readonly Chapter[] {
  const found: Chapter[] = [];
  let open: PrintableBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      open.push(block);
      continue;
    }
    const heading = open.findLastIndex((each) => each.kind === 'heading' && each.level === 1);
    const before = heading < 0 ? open : open.slice(0, heading);
    if (before.length > 0) found.push({ blocks: before });
    found.push({ blocks: heading < 0 ? [] : open.slice(heading), table: block });
    open = [];
  }
  if (open.length > 0) found.push({ blocks: open });
  return found;
}

/** A name a sheet may have: at most 31 characters, none of those a formula needs, not used before. */
function uniqueName(wanted: string, used: Set<string>): string {
  const clean =
    printableText(wanted)
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim() || '表';
  let name = clean.slice(0, 31);
  for (let count = 2; used.has(name); count += 1) {
    const mark = `（${count}）`;
    name = clean.slice(0, 31 - mark.length) + mark;
  }
  used.add(name);
  return name;
}

const textSheet = (name: string, blocks: readonly PrintableBlock[]): Sheet => ({
  name,
  columnWidths: [sheetWidth],
  rows: textRows(blocks, 1, sheetWidth),
  merges: [],
});

function tableSheet(name: string, blocks: readonly PrintableBlock[], table: PrintableTable): Sheet {
  const width = table.columns.length;
  const columnWidths = widthsOf(table.columns);
  const room = columnWidths.reduce((sum, each) => sum + each, 0);
  const lead = textRows(blocks, width, room);
  const cells = placeCells(table).map((placed) => ({ ...placed, row: placed.row + lead.length }));
  const grid = rowsOf(table).map(() => new Array<SheetCell | undefined>(width).fill(undefined));
  const heights = grid.map(() => 20);
  for (const placed of cells) {
    fill(grid, placed, lead.length);
    const wide = columnWidths
      .slice(placed.column, placed.column + placed.columnSpan)
      .reduce((sum, each) => sum + each, 0);
    const needed = heightOf(placed.cell.text, wide) + 4;
    // What one row is too low for, the rows it spans share.
    for (let row = 0; row < placed.rowSpan && !placed.cell.vertical; row += 1) {
      const index = placed.row - lead.length + row;
      heights[index] = Math.max(heights[index] ?? 0, needed / placed.rowSpan);
    }
  }
  return {
    name,
    columnWidths,
    rows: [...lead, ...grid.map((row, index) => ({ cells: row, height: Math.ceil(heights[index] ?? 0) }))],
    merges: [
      ...lead.map((_, row) => ({ row, column: 0, rowSpan: 1, columnSpan: width })).filter(() => width > 1),
      ...cells.filter((placed) => placed.rowSpan * placed.columnSpan > 1),
    ],
    // Frozen rows must leave room to scroll in: not with paragraphs of text above the table.
    ...(table.head.length > 0 && lead.length <= 1
      ? { repeated: { from: lead.length, to: lead.length + table.head.length } }
      : {}),
  };
}

/** The shares of the columns in characters: the sheet as wide as a page, wider when columns need it. */
function widthsOf(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const ordinary = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? total;
  const factor = Math.max(sheetWidth / total, columnWidth / ordinary);
  return shares.map((share) => share * factor);
}

/** Puts a cell into the grid; the places it covers get its border. */
function fill(grid: (SheetCell | undefined)[][], placed: PlacedCell, offset: number): void {
  const { cell } = placed;
  const style = cell.vertical
    ? 'stacked'
    : cell.marked
      ? cell.align === 'left'
        ? 'markedLeft'
        : 'marked'
      : (cell.align ?? 'center');
  for (let row = 0; row < placed.rowSpan; row += 1) {
    for (let column = 0; column < placed.columnSpan; column += 1) {
      const line = grid[placed.row - offset + row];
      if (line) line[placed.column + column] = { value: null, style };
    }
  }
  const line = grid[placed.row - offset];
  if (line) line[placed.column] = { ...(cell.numeric ? sheetNumber(cell.text) : { value: cell.text }), style };
}

/**
 * A decimal number as a spreadsheet holds it, shown with the decimals it was written with; the
 * text itself when a spreadsheet cannot hold it exactly.
 *
 * @example sheetNumber('251.40') → { value: 251.4, decimals: 2 }
 */
export function sheetNumber(text: string): { value: number | string; decimals?: number } {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  const value = Number(text);
  if (digits > 15 || decimals > 15 || value.toFixed(decimals) !== text) return { value: text };
  return { value, decimals };
}

/** Headings and paragraphs, one row each, over the whole width. */
function textRows(blocks: readonly PrintableBlock[], columns: number, room: number): SheetRow[] {
  const merged = columns > 1;
  return blocks.flatMap((block): SheetRow[] =>
    linesOf(block).flatMap(({ text, style }) =>
      piecesOf(text).map((value) => ({
        // Programs find the height of a row by themselves, but not when its cells are merged.
        ...(merged ? { height: heightOf(value, room) + 6 } : {}),
        cells: [{ value, style }, ...new Array<SheetCell>(columns - 1).fill({ value: null, style })],
      })),
    ),
  );
}

function linesOf(block: PrintableBlock): { text: string; style: SheetCell['style'] }[] {
  switch (block.kind) {
    case 'title':
      return [{ text: block.parts.join(''), style: 'title' }];
    case 'heading':
      return [{ text: block.text, style: 'heading' }];
    case 'paragraph':
      return [{ text: block.runs.map((run) => run.text).join(''), style: 'text' }];
    case 'signature':
      return block.lines.map((text) => ({ text, style: 'signature' as const }));
    case 'table':
      return [];
  }
}

/** A text in pieces a cell can hold; one, but for a paragraph longer than thirty pages. */
function piecesOf(text: string): string[] {
  const pieces = [text.slice(0, cellCapacity)];
  for (let from = cellCapacity; from < text.length; from += cellCapacity) {
    pieces.push(text.slice(from, from + cellCapacity));
  }
  return pieces;
}

/** Height in points of a text that is broken at `room` characters; at most what a row can have. */
function heightOf(text: string, room: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((textWidthInEms(line) * 2) / Math.max(room - 1, 1))), 0);
  return Math.min(lines * lineHeight, 400);
}
