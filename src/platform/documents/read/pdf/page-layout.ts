import type { PositionedRun } from '../../../../kernel/neutral-document.ts';
import type { Glyph, PageContent } from './geometry.ts';
import { findGrids } from './grid.ts';
import { GridText } from './grid-text.ts';
import type { TableItem } from './table-item.ts';
import { gatherLines, splitRuns } from './text-lines.ts';

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

/** Splits a page into ruled tables and lines of text. `page` is its number, from 1. */
export function layOutPage(content: PageContent, page: number): PageItem[] {
  const grids = findGrids(content.horizontal, content.vertical).map((grid) => new GridText(grid));
  const free: Glyph[] = [];
  for (const word of splitWords(content.glyphs)) {
    if (!grids.some((grid) => grid.take(word, false))) for (const glyph of word) free.push(glyph);
  }
  for (const glyph of content.turned) grids.some((grid) => grid.take([glyph], true));

  const tables: TableItem[] = [];
  for (const grid of grids) {
    // Where rules between the figures are missing, the places of the words tell more than the grid.
    if (grid.isCoarse()) for (const glyph of grid.release()) free.push(glyph);
    else tables.push(...grid.finish(page, content.height));
  }
  const items: PageItem[] = [...tables];
  const margin = content.height * 0.1;
  for (const line of gatherLines(free)) {
    const runs = splitRuns(line);
    const isMargin = line.y < margin || line.y > content.height - margin;
    if (runs.length > 0) items.push({ kind: 'line', page, y: line.y, runs, isMargin });
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
