import type { Block } from '../../../../kernel/neutral-document.ts';
import { removeInvisible } from '../clean-text.ts';
import { type Deadline, limits } from '../limits.ts';
import { type Attributes, parseXml } from '../ooxml/xml.ts';
import { DocumentRefusal } from '../refusal.ts';
import type { PlacedCell } from '../table-layout.ts';
import { writeNumber } from './number-format.ts';
import { decodeEscapes, RichRun, type Workbook } from './workbook.ts';

/** The filled part of a sheet. */
export interface SheetContent {
  cells: PlacedCell[];
  /** Cells that show something else than they hold, at most a few: `D5` with both texts. */
  rounded: { address: string; shown: string; stored: string }[];
  /** Formulas whose result was not saved. */
  uncalculated: number;
  hiddenLines: number;
  pictures: number;
}

interface RawCell {
  row: number;
  column: number;
  text: string;
}

interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Reads one worksheet part: cells with text, the empty cells between them, merged ranges. */
export function readSheet(xml: string, workbook: Workbook, deadline: Deadline): SheetContent {
  const content: SheetContent = { cells: [], rounded: [], uncalculated: 0, hiddenLines: 0, pictures: 0 };
  const raw: RawCell[] = [];
  const ranges: Range[] = [];
  const hiddenColumns: { from: number; to: number }[] = [];
  let row = -1;
  let column = -1;
  let cell: { attributes: Attributes; value: string; hasFormula: boolean } | undefined;
  let isHiddenRow = false;
  let isText = false;
  const run = new RichRun();

  const open = (name: string, attributes: Attributes): boolean => {
    run.open(name, attributes.val);
    switch (name) {
      case 'row':
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
        isHiddenRow = isTrue(attributes.hidden);
        break;
      case 'c': {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { attributes, value: '', hasFormula: false };
        run.open('is', undefined);
        break;
      }
      case 'f':
        if (cell !== undefined) cell.hasFormula = true;
        return false;
      case 'v':
      case 't':
        isText = cell !== undefined;
        break;
      case 'rPh':
        return false;
      case 'mergeCell': {
        const range = readRange(attributes.ref ?? '');
        if (range !== undefined && ranges.push(range) > limits.cells) throw new DocumentRefusal('too-complex');
        break;
      }
      case 'col':
        if (isTrue(attributes.hidden))
          hiddenColumns.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
        break;
      case 'drawing':
        content.pictures++;
        break;
      case 'conditionalFormatting':
      case 'dataValidations':
      case 'extLst':
        return false;
    }
    return true;
  };
  const close = (name: string): void => {
    if (name === 'v' || name === 't') isText = false;
    if (name !== 'c' || cell === undefined) return;
    const { attributes, value, hasFormula } = cell;
    cell = undefined;
    if (!(row >= 0 && column >= 0)) throw new DocumentRefusal('damaged-file');
    const isHidden = isHiddenRow || hiddenColumns.some(({ from, to }) => column >= from && column <= to);
    const text = writeCell(attributes, value, workbook, content);
    if (isHidden) {
      if (text !== '') content.hiddenLines++;
      return;
    }
    if (hasFormula && value === '' && attributes.t !== 'str') content.uncalculated++;
    if (raw.push({ row, column, text }) > limits.cells) throw new DocumentRefusal('too-complex');
  };
  const text = (piece: string): void => {
    if (isText && cell !== undefined) cell.value += run.read(piece);
  };
  parseXml(xml, { open, close, text }, deadline);
  content.cells = placeCells(raw, ranges);
  return content;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function writeCell(attributes: Attributes, value: string, workbook: Workbook, content: SheetContent): string {
  switch (attributes.t) {
    case 's':
      return clean(workbook.strings[Number(value)] ?? '');
    case 'inlineStr':
    case 'str':
      return clean(decodeEscapes(value));
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    case 'd':
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
    default: {
      if (value === '') return '';
      const format = workbook.formats[Number(attributes.s ?? 0)] ?? { kind: 'general' };
      const { text, stored } = writeNumber(value, format, workbook.isDate1904);
      if (stored !== undefined && content.rounded.length < 5) {
        content.rounded.push({ address: attributes.r ?? '', shown: text, stored });
      }
      return text;
    }
  }
}

const clean = (text: string): string => removeInvisible(text.replace(/\r\n?/g, '\n')).trim();

/** `columnOf('AB12')` is 27. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function readRange(reference: string): Range | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return undefined;
  const [, left = '', top, right = '', bottom] = match;
  return { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) };
}

/**
 * Gives the cells their merged ranges. Empty cells are kept where their row and their column hold text elsewhere: there
 * they are empty places of a table, outside they are only formatting.
 */
function placeCells(raw: RawCell[], ranges: Range[]): PlacedCell[] {
  const filledRows = new Set<number>();
  const filledColumns = new Set<number>();
  let lastRow = -1;
  let lastColumn = -1;
  for (const { row, column, text } of raw) {
    if (text === '') continue;
    filledRows.add(row);
    filledColumns.add(column);
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
  }
  const merged = new MergedRanges(ranges, lastRow, lastColumn);
  const cells: PlacedCell[] = [];
  for (const { row, column, text } of raw) {
    if (text === '' && (!filledRows.has(row) || !filledColumns.has(column))) continue;
    if (merged.isCovered(row, column)) continue;
    const range = merged.find(row, column);
    cells.push({
      row,
      column,
      rowSpan: range === undefined ? 1 : range.bottom - row + 1,
      columnSpan: range === undefined ? 1 : range.right - column + 1,
      blocks: text === '' ? [] : text.split('\n').map((line): Block => ({ kind: 'paragraph', text: line.trim() })),
    });
  }
  return cells;
}

/** More places than this cannot be merged in a sheet whose cells are within the limit. */
const mostMergedPlaces = 5_000_000;

/** The merged ranges of a sheet, cut to its filled part. */
class MergedRanges {
  readonly #origins = new Map<number, Range>();
  readonly #covered = new Set<number>();

  constructor(ranges: Range[], lastRow: number, lastColumn: number) {
    let places = 0;
    for (const { top, left, bottom, right } of ranges) {
      if (top > lastRow || left > lastColumn || bottom < top || right < left) continue;
      const range = { top, left, bottom: Math.min(bottom, lastRow), right: Math.min(right, lastColumn) };
      places += (range.bottom - top + 1) * (range.right - left + 1);
      if (places > mostMergedPlaces) throw new DocumentRefusal('too-complex');
      this.#origins.set(placeKey(top, left), range);
      for (let row = top; row <= range.bottom; row++) {
        for (let column = left; column <= range.right; column++) {
          if (row !== top || column !== left) this.#covered.add(placeKey(row, column));
        }
      }
    }
  }

  find(row: number, column: number): Range | undefined {
    return this.#origins.get(placeKey(row, column));
  }

  /** Whether a place lies inside a merged range and not at its top left corner. */
  isCovered(row: number, column: number): boolean {
    return this.#covered.has(placeKey(row, column));
  }
}

const placeKey = (row: number, column: number): number => row * 65_536 + column;
