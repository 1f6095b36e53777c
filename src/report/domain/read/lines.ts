import type { NeutralDocument, Table } from '../../../kernel/neutral-document.ts';

/**
 * A physical line of the source, whatever it came from: a line of text, a row of a grid, a line
 * of a page. What later steps see of a file is only this.
 */
export interface SourceLine {
  cells: SourceCell[];
  /**
   * - `prose`: running text; one cell.
   * - `cells`: a row of a table written with tabs, pipes or as a grid; empty cells are cells.
   * - `positioned`: words at known places; empty cells cannot be seen.
   */
  kind: 'prose' | 'cells' | 'positioned';
  heading?: number;
  page?: number;
  /** Index of the grid the line belongs to, for rows of real tables. */
  grid?: number;
}

export interface SourceCell {
  text: string;
  /** Horizontal extent in the units of the source: grid columns or points. */
  left?: number;
  right?: number;
}

/** Turns the blocks of a document into lines in reading order. */
export function sourceLines(document: NeutralDocument): SourceLine[] {
  const lines: SourceLine[] = [];
  let grid = 0;
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      for (const text of block.text.split('\n')) {
        const line = textLine(text);
        if (!line) continue;
        lines.push(block.heading ? { ...line, heading: block.heading } : line);
      }
    } else if (block.kind === 'table') {
      for (const line of tableLines(block, grid)) lines.push(line);
      grid += 1;
    } else {
      lines.push({
        kind: 'positioned',
        page: block.page,
        cells: block.runs.map((run) => ({ text: run.text, left: run.left, right: run.right })),
      });
    }
  }
  return lines;
}

const mostCells = 5000;
const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** A line that only draws: the ruler under a Markdown header, the frame of a table set in boxes. */
const ruler = /^[\s|:：+\-—=\u2500-\u257f]+$/;

/** One line of text; undefined for the ruler under a Markdown header. */
function textLine(text: string): SourceLine | undefined {
  // No table has thousands of columns; a line of nothing but signs is a drawing.
  if (text.length > mostCells && countOf(text, /[|\t]/g) > mostCells)
    return { kind: 'prose', cells: [{ text: text.replace(/[|\t\s]+/g, ' ') }] };
  if (/[|｜\u2500-\u257f]/.test(text)) {
    if (/-{3,}|[\u2500-\u257f]/.test(text) && ruler.test(text)) return undefined;
    const cells = text.replace(/[｜│┃║]/g, '|').split('|');
    // A pipe at the edge closes a cell, it does not open one.
    if (cells.length > 1 && cells[0]?.trim() === '') cells.shift();
    if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
    const only = cells.filter((cell) => cell.trim() !== '');
    if (only.length === 1 && (only[0]?.length ?? 0) > 80) return { kind: 'prose', cells: [{ text: only[0] ?? '' }] };
    return { kind: 'cells', cells: cells.map((cell) => ({ text: cell })) };
  }
  if (text.includes('\t') && text.trim() !== '') {
    return { kind: 'cells', cells: text.split('\t').map((cell) => ({ text: cell })) };
  }
  return { kind: 'prose', cells: [{ text }] };
}

/** The rows of a grid. A cell that spans rows stands in its first row only. */
function tableLines(table: Table, grid: number): SourceLine[] {
  const rows: SourceLine[] = [];
  let current = -1;
  for (const cell of table.cells) {
    const text = cell.text;
    const paragraphs = text.split('\n');
    // Whole pages are set in tables: running text inside a cell is running text.
    if (paragraphs.length > 1 && text.length > 60 && /[。；]/.test(text)) {
      for (const paragraph of paragraphs) rows.push({ kind: 'prose', cells: [{ text: paragraph }], grid });
      current = -1;
      continue;
    }
    if (cell.row !== current) {
      rows.push({ kind: 'cells', cells: [], grid });
      current = cell.row;
    }
    rows.at(-1)?.cells.push({
      // A break inside a cell parts numbers, it does not part a label.
      text: paragraphs.join(/\d\s*\n\s*\d/.test(text) ? ' ' : ''),
      left: cell.column,
      right: cell.column + cell.columnSpan,
    });
  }
  return rows;
}

/** The text of a line with its cells joined; used where cells do not matter. */
export function lineText(line: SourceLine): string {
  if (line.cells.length === 1) return line.cells[0]?.text ?? '';
  return line.cells
    .map((cell) => cell.text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** Number of cells with something in them. */
export function filledCells(line: SourceLine): number {
  let count = 0;
  for (const cell of line.cells) if (/[^\s\u3000\u00a0]/.test(cell.text)) count += 1;
  return count;
}

const pageNumber =
  /^(?:(?:P|p|Page|page|页)\s*[.:：]?\s*\d{1,3}|[-—–－]{1,2}\s*\d{1,3}\s*[-—–－]{1,2}|第\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?|[1-9]\d{0,2}\s*\/\s*[1-9]\d{0,2})$/;

/** Whether a text is a page number as they stand at the foot of a page: — 3 — or 第3页 共5页. */
function isPageNumber(text: string): boolean {
  return pageNumber.test(text.trim());
}

/**
 * Takes out the lines that only hold the number of a page. A number alone in its line could be a
 * cell; where rows have their values on one line and the lone numbers count up, it is not.
 */
export function withoutPageNumbers(lines: readonly SourceLine[]): SourceLine[] {
  const lone: number[] = [];
  let rows = 0;
  for (const [index, line] of lines.entries()) {
    if (line.grid !== undefined) continue;
    const words = lineText(line).trim().split(/\s+/);
    if (words.length === 1 && /^\d{1,3}$/.test(words[0] ?? '')) lone.push(index);
    else if (words.filter((word) => /^\d+$/.test(word)).length >= 2) rows += 1;
  }
  const numbers = lone.map((index) => Number(lineText(lines[index] as SourceLine)));
  const counting = numbers.every((number, index) =>
    index === 0 ? number >= 1 && number <= 3 : number === (numbers[index - 1] ?? 0) + 1,
  );
  const pages = new Set(counting && (rows >= 5 || lone.length >= 3) ? lone : []);
  // On a page whose lines have places, a lone number above or below all others is its number.
  for (const index of lone) {
    const page = lines[index]?.page;
    if (page !== undefined && (lines[index - 1]?.page !== page || lines[index + 1]?.page !== page)) pages.add(index);
  }
  return lines.filter(
    (line, index) =>
      !pages.has(index) && !(line.grid === undefined && filledCells(line) === 1 && isPageNumber(lineText(line))),
  );
}
