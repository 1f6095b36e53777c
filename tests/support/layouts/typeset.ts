import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import type { TableKey } from '../../../src/report/domain/forms/index.ts';
import type { Grid, GridCell, Grids } from './grid.ts';
import { numeralOf, tableOfSection } from './page.ts';

// A small typesetter: it sets a report on pages as a word processor does, so that layouts of PDF
// text show labels wrapped in narrow cells, numbers centred between the lines of their label,
// labels over rows in the middle of them, and page breaks through tables.

/** A piece of text on a page. Unit is the em: a Chinese character is 1 wide, a digit a half. */
interface SetRun {
  text: string;
  left: number;
  right: number;
}

/** A line: the runs that stand at one height. */
export interface SetLine {
  page: number;
  runs: SetRun[];
  /** Page number, running header: what belongs to the page and not to the report. */
  isFurniture?: boolean;
}

export interface TypesetOptions {
  linesPerPage: number;
  /** Header rows of table 三 again after a page break. */
  repeatHeader: boolean;
  /** Width of the column of the outermost labels: 1 sets them one character a line. */
  outerLabelWidth: number;
  pageNumber: (page: number) => string;
  /** Running header; empty for none. */
  header: string;
}

const pageWidth = 42;

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);

/** Breaks a text into lines of at most this width; numbers stay whole, closing marks stay behind. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[0-9.]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + word) > width && !/^[，。、；：”）》]$/.test(word)) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

/** Columns of each table in em. */
function columnWidths(grid: Grid, outer: number): number[] {
  if (grid.table === 'proactive') return [12, 9, 9, 9];
  if (grid.table === 'requests') return [outer, 4, 13 - outer, ...Array<number>(7).fill(3.4)];
  return Array<number>(15).fill(2.7);
}

interface SetCell {
  cell: GridCell;
  lines: string[];
  left: number;
  width: number;
  /** Set when it did not fit on the page on which it begins. */
  isWaiting: boolean;
}

/** Pages in the making: a cursor that moves down and breaks pages. */
class Pages {
  readonly placed: (SetRun & { page: number; y: number; isFurniture?: boolean })[] = [];
  page = 1;
  y = 0;
  readonly #options: TypesetOptions;

  constructor(options: TypesetOptions) {
    this.#options = options;
  }

  /** Whether so many lines still fit on this page. */
  fits(lines: number): boolean {
    return this.y + lines <= this.#options.linesPerPage;
  }

  breakPage(): void {
    const { pageNumber, header } = this.#options;
    const number = pageNumber(this.page);
    const left = pageWidth / 2 - widthOf(number) / 2;
    this.#furniture(number, left, this.#options.linesPerPage + 2);
    if (header !== '') this.#furniture(header, 4, -2);
    this.page += 1;
    this.y = 0;
  }

  #furniture(text: string, left: number, y: number): void {
    this.placed.push({ text, left, right: left + widthOf(text), page: this.page, y, isFurniture: true });
  }

  paragraph(text: string, indent = 2): void {
    wrap('\u3000'.repeat(indent) + text, pageWidth).forEach((line, index) => {
      if (!this.fits(1)) this.breakPage();
      const trimmed = line.trim();
      const left = index === 0 ? indent : 0;
      this.placed.push({ text: trimmed, left, right: left + widthOf(trimmed), page: this.page, y: this.y });
      this.y += 1;
    });
  }

  place(text: string, left: number, y: number): void {
    this.placed.push({ text, left, right: left + widthOf(text), page: this.page, y });
  }

  /** Everything placed, as lines from top to bottom, page by page. */
  lines(): SetLine[] {
    const byPlace = new Map<string, SetLine & { y: number }>();
    for (const { page, y, isFurniture, ...run } of this.placed) {
      const key = `${page} ${y}`;
      const line = byPlace.get(key) ?? { page, y, runs: [], ...(isFurniture ? { isFurniture } : {}) };
      line.runs.push(run);
      byPlace.set(key, line);
    }
    const sorted = [...byPlace.values()].sort((a, b) => a.page - b.page || a.y - b.y);
    return sorted.map(({ y: _, ...line }) => ({ ...line, runs: line.runs.sort((a, b) => a.left - b.left) }));
  }
}

function setTable(pages: Pages, grid: Grid, options: TypesetOptions): void {
  const widths = columnWidths(grid, options.outerLabelWidth);
  const startOf = (column: number) => widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const cells = grid.cells.map((cell): SetCell => {
    const left = startOf(cell.column);
    const width = startOf(cell.column + cell.columnSpan) - left;
    const lines = cell.path === undefined ? wrap(cell.text, width) : [cell.text];
    return { cell, left, width, lines, isWaiting: false };
  });
  const heights = rowHeights(grid, cells);
  const headerRows = grid.table === 'proactive' ? 0 : 3;
  let row = 0;
  while (row < grid.rowCount) {
    const again = row > 0 && options.repeatHeader ? headerRows : 0;
    let end = row;
    let used = heights.slice(0, again).reduce((sum, height) => sum + height, 0);
    while (end < grid.rowCount && (pages.fits(used + (heights[end] ?? 1)) || end === row)) {
      // The header does not stand alone at the bottom of a page.
      used += heights[end] ?? 1;
      end += 1;
    }
    if (end < grid.rowCount && (end - row < 2 || (row === 0 && end <= headerRows))) {
      if (pages.y > 0) {
        pages.breakPage();
        continue;
      }
    }
    if (again > 0) placeRows(pages, cells, heights, { from: 0, to: again });
    placeRows(pages, cells, heights, { from: row, to: end });
    row = end;
    if (row < grid.rowCount) pages.breakPage();
  }
}

/** Lines each row needs; a label over rows that needs more makes its last row higher. */
function rowHeights(grid: Grid, cells: readonly SetCell[]): number[] {
  const heights = Array<number>(grid.rowCount).fill(1);
  for (const { cell, lines } of cells) {
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 1, lines.length);
  }
  for (const { cell, lines } of cells) {
    const end = cell.row + cell.rowSpan;
    const height = heights.slice(cell.row, end).reduce((sum, each) => sum + each, 0);
    if (lines.length > height) heights[end - 1] = (heights[end - 1] ?? 1) + lines.length - height;
  }
  return heights;
}

/** Rows set on one page: from `from` to `to` (exclusive). */
interface Segment {
  from: number;
  to: number;
}

/**
 * Sets the rows of a segment. A label over rows stands in the middle of its part on this page; where
 * it does not fit there and goes on behind the page break, it stands on the next page.
 */
function placeRows(pages: Pages, cells: readonly SetCell[], heights: readonly number[], { from, to }: Segment): void {
  const topOf = (row: number) => pages.y + heights.slice(from, row).reduce((sum, height) => sum + height, 0);
  for (const set of cells) {
    const { cell, lines, left, width } = set;
    const end = cell.row + cell.rowSpan;
    const begins = cell.row >= from && cell.row < to;
    if (!begins && !(set.isWaiting && cell.row < from && end > from)) continue;
    const top = topOf(Math.max(from, cell.row));
    const height = topOf(Math.min(to, end)) - top;
    set.isWaiting = end > to && lines.length > height;
    if (set.isWaiting) continue;
    const first = top + Math.max(0, height - lines.length) / 2;
    lines.forEach((line, index) => {
      if (line.trim() === '') return;
      const indent = cell.role === 'label' ? 0 : Math.max(0, (width - widthOf(line)) / 2);
      pages.place(line, left + indent, first + index);
    });
  }
  pages.y = topOf(to);
}

/** Sets a whole report. */
export function typeset(report: AnnualReport, grids: Grids, options: TypesetOptions): SetLine[] {
  const pages = new Pages(options);
  const table = (key: TableKey) => setTable(pages, grids[key], options);
  wrap(report.title ?? '', 24).forEach((line) => {
    pages.place(line, (pageWidth - widthOf(line)) / 2, pages.y);
    pages.y += 1;
  });
  const paragraphs = (text: string) => {
    for (const paragraph of text === '' ? [] : text.split('\n')) pages.paragraph(paragraph);
  };
  paragraphs(report.preamble);
  for (const section of report.sections) {
    if (!pages.fits(4)) pages.breakPage();
    pages.paragraph(`${numeralOf(section)}、${section.heading}`);
    paragraphs(section.text);
    const key = tableOfSection(report, section);
    if (key !== undefined) table(key);
  }
  pages.breakPage();
  return pages.lines();
}
