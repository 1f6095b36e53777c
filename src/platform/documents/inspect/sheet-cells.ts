import { type Deadline, limits } from '../read/limits.ts';
import { type Attributes, parseXml } from '../read/ooxml/xml.ts';
import { type NumberFormat, writeNumber } from '../read/xlsx/number-format.ts';
import { decodeEscapes } from '../read/xlsx/workbook.ts';

/** What the cells of all sheets refer to. */
export interface SheetContext {
  strings: readonly string[];
  formats: readonly NumberFormat[];
  isDate1904: boolean;
}

export interface SheetCell {
  address: string;
  column: number;
  text: string;
}

export interface SheetRow {
  number: number;
  isHidden: boolean;
  /** From the first column to the last with text; empty ones too. */
  cells: SheetCell[];
}

export interface SheetCells {
  rows: SheetRow[];
  isHiddenColumn(column: number): boolean;
  /** What is printed above and below. */
  margins: string[];
  truncated: boolean;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads all cells with text of a worksheet, hidden ones too, as they are kept. */
export function readCells(xml: string, context: SheetContext, deadline: Deadline): SheetCells {
  const rows: SheetRow[] = [];
  const hiddenColumns: { from: number; to: number }[] = [];
  const margins: string[] = [];
  let number = 0;
  let column = -1;
  let isHiddenRow = false;
  let open: { attributes: Attributes; value: string } | undefined;
  let filled: SheetCell[] = [];
  let isText = false;
  let margin: string | undefined;
  let count = 0;
  let truncated = false;

  parseXml(
    xml,
    {
      open(name, attributes) {
        switch (name) {
          case 'row':
            number = attributes.r === undefined ? number + 1 : Number(attributes.r);
            column = -1;
            isHiddenRow = isTrue(attributes.hidden);
            filled = [];
            break;
          case 'c':
            column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
            open = { attributes, value: '' };
            break;
          case 'v':
          case 't':
            isText = open !== undefined;
            break;
          case 'f':
          case 'rPh':
          case 'conditionalFormatting':
          case 'extLst':
            return false;
          case 'col':
            if (isTrue(attributes.hidden) || attributes.width === '0') {
              hiddenColumns.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
            }
            break;
          case 'oddHeader':
          case 'oddFooter':
          case 'evenHeader':
          case 'evenFooter':
          case 'firstHeader':
          case 'firstFooter':
            margin = '';
            break;
        }
        return true;
      },
      close(name) {
        if (name === 'v' || name === 't') isText = false;
        else if (name === 'c' && open) {
          const text = textOf(open.attributes, open.value, context);
          if (text !== '' && column >= 0 && column < limits.columns) {
            count += 1;
            if (count <= limits.cells) filled.push({ address: addressOf(column, number), column, text });
            else truncated = true;
          }
          open = undefined;
        } else if (name === 'row' && filled.length > 0)
          rows.push({ number, isHidden: isHiddenRow, cells: spread(filled) });
        else if (margin !== undefined && /(?:Header|Footer)$/.test(name)) {
          // &L, &C, &R, &P, &"font,bold", &12: where and how, not what.
          const text = margin.replace(/&(?:"[^"]*"|\d{1,3}|[A-Za-z])/g, ' ').trim();
          if (text !== '') margins.push(text);
          margin = undefined;
        }
      },
      text(piece) {
        if (isText && open) open.value += piece;
        else if (margin !== undefined) margin += piece;
      },
    },
    deadline,
  );
  return {
    rows,
    isHiddenColumn: (at) => hiddenColumns.some(({ from, to }) => at >= from && at <= to),
    margins,
    truncated,
  };
}

/** The cells of a row side by side, each at the index of its column. */
function spread(filled: readonly SheetCell[]): SheetCell[] {
  const last = Math.max(...filled.map(({ column }) => column));
  const cells: SheetCell[] = Array.from({ length: last + 1 }, (_, column) => ({ address: '', column, text: '' }));
  for (const cell of filled) cells[cell.column] = cell;
  return cells;
}

function textOf({ t, s }: Attributes, value: string, { strings, formats, isDate1904 }: SheetContext): string {
  switch (t) {
    case 's':
      return (strings[Number(value)] ?? '').trim();
    case 'inlineStr':
    case 'str':
      return decodeEscapes(value).trim();
    case 'b':
    case 'e':
    case 'd':
      return value;
    default: {
      if (value === '') return '';
      const whole = Number(value);
      // A telephone number that is kept as a number is read as its digits, however it is shown.
      if (Number.isSafeInteger(whole) && Math.abs(whole) >= 1e6) return String(whole);
      return writeNumber(value, formats[Number(s ?? 0)] ?? { kind: 'general' }, isDate1904).text;
    }
  }
}

/** `columnOf('AB12')` is 27. */
function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^[A-Za-z]+/.exec(address)?.[0] ?? '') column = column * 26 + (letter.charCodeAt(0) & 0xdf) - 64;
  return column - 1;
}

/** `addressOf(27, 12)` is 'AB12'. */
function addressOf(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
