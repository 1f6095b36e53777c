import type { Paragraph, PositionedRun } from '../../../../kernel/neutral-document.ts';
import { isIdeographic } from '../clean-text.ts';
import type { PlacedCell } from '../table-layout.ts';
import type { Glyph, PageContent } from './geometry.ts';
import { findGrids, type GridCell, type RuledGrid } from './grid.ts';
import { gatherLines, joinGlyphs, splitRuns, type TextLine } from './text-lines.ts';

/** What stands on a page, from top to bottom. */
export type PageItem = LineItem | TableItem;

export interface LineItem {
  kind: 'line';
  page: number;
  y: number;
  runs: PositionedRun[];
  /** Whether the line stands in the margin above or below the body. */
  isMargin: boolean;
}

export interface TableItem {
  kind: 'table';
  page: number;
  y: number;
  /** Whether it begins near the top of its page, and ends near the bottom. */
  isAtTop: boolean;
  isAtBottom: boolean;
  /** Column edges in points from the left edge of the table. */
  edges: number[];
  rowCount: number;
  cells: PlacedCell[];
}

/** The share of the page's height that counts as its top, and as its bottom. */
const edgeShare = 0.3;

/** Splits a page into ruled tables and lines of text. `page` is its number, from 1. */
export function layOutPage(content: PageContent, page: number): PageItem[] {
  const grids = findGrids(content.horizontal, content.vertical).map((grid) => new GridText(grid));
  const free: Glyph[] = [];
  for (const word of splitWords(content.glyphs)) {
    if (!grids.some((grid) => grid.take(word, false))) for (const glyph of word) free.push(glyph);
  }
  for (const glyph of content.turned) grids.some((grid) => grid.take([glyph], true));

  const items: PageItem[] = [];
  const margin = content.height * 0.1;
  for (const line of gatherLines(free)) {
    const runs = splitRuns(line);
    const isMargin = line.y < margin || line.y > content.height - margin;
    if (runs.length > 0) items.push({ kind: 'line', page, y: line.y, runs, isMargin });
  }
  for (const grid of grids) {
    const item = grid.finish(page, content.height);
    if (item !== undefined) items.push(item);
  }
  return items.sort((a, b) => a.y - b.y);
}

/** The characters of a page word by word, in the order they were drawn. */
function splitWords(glyphs: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let current: number | undefined;
  for (const glyph of glyphs) {
    if (glyph.word !== current) words.push([]);
    current = glyph.word;
    words.at(-1)?.push(glyph);
  }
  return words;
}

/** A ruled grid with the characters that fall into its cells. */
class GridText {
  readonly #grid: RuledGrid;
  /** The cell at each place of the grid, by row and column. */
  readonly #places: GridCell[] = [];
  readonly #glyphs = new Map<GridCell, Glyph[]>();
  /** Characters of turned text, in the order they were drawn, which is the order they are read. */
  readonly #turned = new Map<GridCell, Glyph[]>();

  constructor(grid: RuledGrid) {
    this.#grid = grid;
    const columnCount = grid.xs.length - 1;
    for (const cell of grid.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
          this.#places[row * columnCount + column] = cell;
        }
      }
    }
  }

  /** Takes a word of which most lies inside one cell: a word that is too long for its cell is still that cell's. */
  take(word: readonly Glyph[], isTurned: boolean): boolean {
    const votes = new Map<GridCell | undefined, number>();
    for (const glyph of word) {
      const cell = this.#findCell(glyph, isTurned);
      votes.set(cell, (votes.get(cell) ?? 0) + 1);
    }
    const [cell] = [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best));
    if (cell === undefined) return false;
    const target = isTurned ? this.#turned : this.#glyphs;
    target.set(cell, [...(target.get(cell) ?? []), ...word]);
    return true;
  }

  /** The cell in which the middle of a character lies. */
  #findCell(glyph: Glyph, isTurned: boolean): GridCell | undefined {
    const { xs, ys } = this.#grid;
    const column = findInterval(xs, (glyph.left + glyph.right) / 2);
    const row = findInterval(ys, isTurned ? glyph.y : glyph.y - glyph.size * 0.3);
    return column === -1 || row === -1 ? undefined : this.#places[row * (xs.length - 1) + column];
  }

  finish(page: number, height: number): TableItem | undefined {
    if (this.#glyphs.size === 0) return undefined;
    const { xs, ys } = this.#grid;
    const left = xs[0] as number;
    const cells: PlacedCell[] = this.#grid.cells.map((cell) => ({
      ...cell,
      blocks: this.#readCell(cell).map((text): Paragraph => ({ kind: 'paragraph', text })),
    }));
    return {
      kind: 'table',
      page,
      y: ys[0] as number,
      isAtTop: (ys[0] as number) < height * edgeShare,
      isAtBottom: (ys.at(-1) as number) > height * (1 - edgeShare),
      edges: xs.map((x) => x - left),
      rowCount: ys.length - 1,
      cells,
    };
  }

  /** The paragraphs of a cell: lines that were only broken at the cell's edge are joined again. */
  #readCell(cell: GridCell): string[] {
    const turned = this.#turned.get(cell);
    const paragraphs =
      turned === undefined
        ? []
        : [
            turned
              .map((glyph) => glyph.text)
              .join('')
              .trim(),
          ];
    const lines = gatherLines(this.#glyphs.get(cell) ?? []);
    const width = (this.#grid.xs[cell.column + cell.columnSpan] as number) - (this.#grid.xs[cell.column] as number);
    let before: TextLine | undefined;
    for (const line of lines) {
      const text = joinGlyphs(line.glyphs);
      const last = paragraphs.at(-1);
      if (before !== undefined && last !== undefined && continues(before, line, width) && isJoinable(last, text)) {
        paragraphs[paragraphs.length - 1] = last + text;
      } else {
        paragraphs.push(text);
      }
      before = line;
    }
    return paragraphs.filter((text) => text !== '');
  }
}

/** Whether what a line begins with would not have fitted at the end of the line before, in a cell of that width. */
function continues(before: TextLine, line: TextLine, width: number): boolean {
  // Cells have a margin of up to 5.4 points at both sides; a little more, because a line never fills up quite.
  return extent(before.glyphs) + extent(leadingUnit(line.glyphs)) > width - 14;
}

/**
 * The characters at the beginning of a line that cannot be parted: a number or a word, a Chinese character with the
 * closing marks behind it and the opening marks before it.
 */
function leadingUnit(glyphs: Glyph[]): Glyph[] {
  const text = glyphs.map((glyph) => glyph.text);
  let end = 0;
  while (end < text.length - 1 && /^[（“‘《〈【〔([{]/.test(text[end] as string)) end++;
  if (/^[A-Za-z\d]/.test(text[end] ?? '')) while (/^[A-Za-z\d.,%]/.test(text[end + 1] ?? '')) end++;
  while (/^[，。、；：？！）”’》〉】〕…—,.;:?!)\]}%]/.test(text[end + 1] ?? '')) end++;
  return glyphs.slice(0, end + 1);
}

const extent = (glyphs: Glyph[]): number =>
  Math.max(...glyphs.map((glyph) => glyph.right)) - Math.min(...glyphs.map((glyph) => glyph.left));

/** Two figures are never joined: what looks like one broken number may be two. */
const isJoinable = (before: string, after: string): boolean => isIdeographic(before.at(-1)) || isIdeographic(after[0]);

/** The interval of ascending edges that holds a position, or -1. */
function findInterval(edges: number[], position: number): number {
  const last = edges.length - 1;
  if (!(position >= (edges[0] as number)) || position > (edges[last] as number)) return -1;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= position) low = middle;
    else high = middle;
  }
  return low;
}
