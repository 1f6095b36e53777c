import type { PlacedCell, PrintableBlock, PrintableTable } from '../../../../kernel/printable-document.ts';
import { placeCells, rowsOf } from '../../../../kernel/printable-document.ts';
import { textWidthInEms } from '../typography.ts';
import { cellStyle, fontSize } from './styles.ts';
import type { Merge, Sheet, SheetCell, SheetRow } from './workbook.ts';

/** Width in characters of a sheet of text; fits an A4 page upright. */
const sheetWidth = 84;
/** Width in characters of an ordinary column of a table: four Chinese characters and the padding. */
const columnWidth = 9.5;
/** The height a row has at least, and the most it can have, in points. */
const lowest = 20;
const highest = 400;
/** The most characters a cell can hold. */
const cellCapacity = 32_767;

type StyleName = SheetCell['style'];

/** A sheet of running text: one column, a paragraph in each cell. */
export function textSheet(name: string, blocks: readonly PrintableBlock[]): Sheet {
  return { name, columnWidths: [sheetWidth], ...layOutText(blocks, [sheetWidth]) };
}

/** A sheet with a table, the text that leads to it above. */
export function tableSheet(name: string, blocks: readonly PrintableBlock[], table: PrintableTable): Sheet {
  const columnWidths = widthsOf(table.columns);
  const text = layOutText(blocks, columnWidths);
  const above = text.rows.length;
  const grid = rowsOf(table).map(() => new Array<SheetCell | undefined>(columnWidths.length).fill(undefined));
  const heights = grid.map(() => lowest);
  const placed = placeCells(table);
  for (const each of placed) {
    fill(grid, each);
    if (each.cell.vertical) continue;
    const room = sum(columnWidths.slice(each.column, each.column + each.columnSpan));
    const needed = heightOf(each.cell.text, room, styleOf(each)) + 4;
    // What one row is too low for, the rows it spans share.
    for (let row = each.row; row < each.row + each.rowSpan; row += 1) {
      heights[row] = Math.max(heights[row] ?? lowest, needed / each.rowSpan);
    }
  }
  return {
    name,
    columnWidths,
    rows: [
      ...text.rows,
      ...grid.map((cells, row) => ({ cells, height: Math.min(Math.ceil(heights[row] ?? lowest), highest) })),
    ],
    merges: [
      ...text.merges,
      ...placed
        .filter((each) => each.rowSpan * each.columnSpan > 1)
        .map(({ row, column, rowSpan, columnSpan }) => ({ row: row + above, column, rowSpan, columnSpan })),
    ],
    // Frozen rows must leave room to scroll in: not with paragraphs of text above the table.
    ...(table.head.length > 0 && above === 0 ? { repeated: { from: 0, to: table.head.length } } : {}),
  };
}

/** The shares of the columns in characters: the sheet as wide as a page, wider when columns need it. */
function widthsOf(shares: readonly number[]): number[] {
  const ordinary = [...shares].sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 1;
  const factor = Math.max(sheetWidth / sum(shares), columnWidth / ordinary);
  return shares.map((share) => share * factor);
}

function styleOf({ cell }: PlacedCell): StyleName {
  if (cell.vertical) return 'stacked';
  if (cell.marked) return cell.align === 'left' ? 'markedLeft' : 'marked';
  return cell.align ?? 'center';
}

/** Puts a cell into the grid; the places it covers get its border. */
function fill(grid: (SheetCell | undefined)[][], placed: PlacedCell): void {
  const { cell, row, column } = placed;
  const style = styleOf(placed);
  for (const line of grid.slice(row, row + placed.rowSpan)) {
    line.fill({ value: null, style }, column, column + placed.columnSpan);
  }
  const first = grid[row];
  if (first) first[column] = { ...(cell.numeric ? sheetNumber(cell.text) : { value: cell.text }), style };
}

/**
 * A decimal number as a spreadsheet holds it, shown with the decimals it was written with; the
 * text itself when a spreadsheet would not give it back as it was written.
 *
 * @example sheetNumber('251.4') → { value: 251.4, decimals: 1 }, sheetNumber('251.40') → { value: '251.40' }
 */
export function sheetNumber(text: string): { value: number | string; decimals?: number } {
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '').length;
  const value = Number(text);
  if (digits > 15 || String(value) !== text) return { value: text };
  return { value, decimals };
}

/** Headings and paragraphs below each other, each over the whole width and as high as its text. */
function layOutText(blocks: readonly PrintableBlock[], columnWidths: readonly number[]) {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const columns = columnWidths.length;
  for (const { text, style } of blocks.flatMap(linesOf)) {
    for (const value of piecesOf(text)) {
      const height = heightOf(value, sum(columnWidths), style) + 6;
      // A row can only be so high: a long paragraph gets several.
      const rowSpan = Math.ceil(height / highest);
      if (rowSpan * columns > 1) merges.push({ row: rows.length, column: 0, rowSpan, columnSpan: columns });
      for (let part = 0; part < rowSpan; part += 1) {
        const cells = new Array<SheetCell>(columns).fill({ value: null, style });
        if (part === 0) cells[0] = { value, style };
        rows.push({ height: Math.ceil(height / rowSpan), cells });
      }
    }
  }
  return { rows, merges };
}

function linesOf(block: PrintableBlock): { text: string; style: StyleName }[] {
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
  if (text.length <= cellCapacity) return [text];
  // Not between the two halves of a rare character.
  const cut = /[\ud800-\udbff]/.test(text[cellCapacity - 1] ?? '') ? cellCapacity - 1 : cellCapacity;
  return [text.slice(0, cut), ...piecesOf(text.slice(cut))];
}

/** Height in points of a text in a room of so many characters of the default size. */
function heightOf(text: string, room: number, style: StyleName): number {
  const scale = fontSize(cellStyle[style].font) / fontSize('text');
  const perLine = Math.max(room / scale - 1, 1);
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil((textWidthInEms(line) * 2) / perLine)));
  return sum(lines) * 16 * scale;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
