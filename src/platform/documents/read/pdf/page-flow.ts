import type { Block } from '../../../../kernel/neutral-document.ts';
import type { Deadline } from '../limits.ts';
import { layOutTable } from '../table-layout.ts';
import { mergeCutTables } from './cut-tables.ts';
import type { LineItem, PageItem } from './page-layout.ts';

/**
 * Puts the pages of a document one after the other: page numbers and running heads are taken off, and a table
 * that a page break cut in two is one table again, without its repeated head.
 */
export function joinPages(pages: PageItem[][], deadline: Deadline): Block[] {
  const items = mergeCutTables(removeFurniture(pages).flat());
  const blocks: Block[] = [];
  for (const item of items) {
    if (item.kind === 'line') blocks.push({ kind: 'line', page: item.page, runs: item.runs });
    else for (const block of layOutTable(item.cells, deadline)) blocks.push(block);
  }
  return blocks;
}

/** `- 3 -`, `— 3 —`, `第3页 共8页`, `3/8` or a bare `3`; the number, or undefined. */
function findPageNumber(text: string): number | undefined {
  const match =
    /^[-—–―_~·\s]*(\d{1,4})[-—–―_~·\s]*$/.exec(text) ??
    /^第?\s*(\d{1,4})\s*页?\s*(?:[,，/]?\s*共?\s*\d{1,4}\s*页?)?$/.exec(text);
  return match === null ? undefined : Number(match[1]);
}

/** What a line in the margin has in common with its like on other pages: its place, its words, how its number counts. */
function furnitureKey({ y, runs, page }: LineItem): string {
  const texts = runs.map(({ text }) => {
    const number = findPageNumber(text);
    return number === undefined ? text : `#${number - page}`;
  });
  return `${Math.round(y / 4)} ${texts.join(' ')}`;
}

function removeFurniture(pages: PageItem[][]): PageItem[][] {
  const counts = new Map<string, number>();
  for (const items of pages) {
    for (const key of new Set(edgeLines(items).map(furnitureKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const seen = new Set<string>();
  return pages.map((items) => {
    const edge = new Set<PageItem>(edgeLines(items));
    return items.filter((item) => {
      if (item.kind === 'table' || !edge.has(item)) return true;
      const key = furnitureKey(item);
      const count = counts.get(key) ?? 0;
      // A number in the margin that does not count on from page to page may be a figure, unless dashes frame it.
      if (key.includes(' #')) return count < 2 && !isFramedNumber(item);
      if (count < 2 || count < pages.length * 0.6) return true;
      // A running head stays where it stands first: it may be the only place of the organ's name.
      const isFirst = !seen.has(key);
      seen.add(key);
      return isFirst;
    });
  });
}

/** A line that is nothing but its own page's number in dashes. */
const isFramedNumber = ({ runs, page }: LineItem): boolean => {
  const text = runs.map((run) => run.text).join(' ');
  return findPageNumber(text) === page && /[^\d\s]/.test(text);
};

/** The first and last two lines of a page as far as they stand in its margins. */
function edgeLines(items: PageItem[]): LineItem[] {
  const lines: LineItem[] = [];
  for (const item of [...items.slice(0, 2), ...items.slice(Math.max(2, items.length - 2))]) {
    if (item.kind === 'line' && item.isMargin) lines.push(item);
  }
  return lines;
}
