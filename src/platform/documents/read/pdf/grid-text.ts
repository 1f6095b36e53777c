import type { Paragraph } from '../../../../kernel/neutral-document.ts';
import { isIdeographic } from '../clean-text.ts';
import type { PlacedCell } from '../table-layout.ts';
import type { Glyph } from './geometry.ts';
import type { GridCell, RuledGrid } from './grid.ts';
import type { TableItem } from './table-item.ts';
import { gatherLines, joinGlyphs, splitRuns, type TextLine } from './text-lines.ts';

/** The share of the page's height that counts as its top, and as its bottom. */
const edgeShare = 0.3;

/** A ruled grid with the characters that fall into its cells. */
export class GridText {
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

  /**
   * Whether the grid is coarser than what stands in it: several cells hold more than one figure, because
   * rules between rows or columns are not drawn.
   */
  isCoarse(): boolean {
    let crowded = 0;
    for (const [cell, glyphs] of this.#glyphs) if (this.#countFigures(cell, glyphs) > 1) crowded++;
    return crowded > 1;
  }

  #countFigures(cell: GridCell, glyphs: Glyph[]): number {
    let figures = 0;
    let before: TextLine | undefined;
    for (const line of gatherLines(glyphs)) {
      // The second half of a long number is no figure of its own.
      const isRest = before !== undefined && continues(before, line, this.#width(cell));
      if (!isRest) figures += splitRuns(line).filter((run) => /^[\d.,]+$/.test(run.text)).length;
      before = line;
    }
    return figures;
  }

  /** All characters, for a page that goes on without this grid. */
  release(): Glyph[] {
    return [...this.#glyphs.values()].flat();
  }

  #width(cell: GridCell): number {
    const { xs } = this.#grid;
    return (xs[cell.column + cell.columnSpan] as number) - (xs[cell.column] as number);
  }

  /** The table; none when nothing is written in it. */
  finish(page: number, height: number): TableItem[] {
    if (this.#glyphs.size === 0) return [];
    const { xs, ys } = this.#grid;
    const left = xs[0] as number;
    const cells: PlacedCell[] = this.#grid.cells.map((cell) => ({
      ...cell,
      blocks: this.#readCell(cell).map((text): Paragraph => ({ kind: 'paragraph', text })),
    }));
    const table: TableItem = {
      kind: 'table',
      page,
      y: ys[0] as number,
      isAtTop: (ys[0] as number) < height * edgeShare,
      isAtBottom: (ys.at(-1) as number) > height * (1 - edgeShare),
      edges: xs.map((x) => x - left),
      rowCount: ys.length - 1,
      cells,
    };
    return [table];
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
    const width = this.#width(cell);
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
