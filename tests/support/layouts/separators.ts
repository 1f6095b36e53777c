import { onOneLine, withoutTrailingTabs, withTornRows } from './finishes.ts';
import type { Layout } from './layout.ts';
import { writeLinesOnly, writeSpacedLines, writeTabbedLines } from './lines.ts';
import { airyStyle, markdownStyle } from './page.ts';
import {
  writeBoxes,
  writeBrokenPipes,
  writeEndedLonePipes,
  writeFloodedPipes,
  writeLeadingPipes,
  writeLonePipes,
  writeMarkdown,
  writeMarkdownGroups,
  writePipes,
  writePipesBetween,
  writeWrappedPipes,
} from './pipes.ts';
import type { Recipe } from './recipe.ts';
import { layoutOf, linear } from './recipe.ts';
import {
  writeBrokenTabs,
  writeCompactTabs,
  writeGlued,
  writeRaggedTabs,
  writeRepeatedTabs,
  writeSpaces,
  writeTabs,
} from './tabs.ts';

const markdown = { style: markdownStyle, extension: 'md' } as const;

/** How the cells of a table are told apart. Nothing is lost: every number must be read. */
export const separatorLayouts: readonly Layout[] = (
  [
    { id: 'tabs', title: 'tabs over the whole grid', write: writeTabs },
    { id: 'tabs-markdown', title: 'tabs under Markdown headings', write: writeTabs, style: markdownStyle },
    { id: 'tabs-compact', title: 'tabs between the cells there are', write: writeCompactTabs },
    { id: 'tabs-ragged', title: 'tabs, rows shifted', ...linear, write: writeRaggedTabs, style: airyStyle },
    { id: 'lines', title: 'one cell a line', write: writeLinesOnly, ...linear },
    { id: 'lines-spaced', title: 'one cell a line, empty lines between', write: writeSpacedLines, ...linear },
    {
      id: 'lines-tabbed',
      title: 'one cell a line after a tab, padded, an empty line after a row',
      write: writeTabbedLines,
    },
    { id: 'pipes', title: 'pipes, runs of them at the end', write: writePipes },
    { id: 'pipes-leading', title: 'pipes, one before each row', write: writeLeadingPipes },
    { id: 'pipes-broken', title: 'pipes, a line break after each cell', write: writeBrokenPipes },
    { id: 'pipes-lone', title: 'a lone pipe before each row, a cell a line', write: writeLonePipes },
    { id: 'pipes-between', title: 'a pipe on a line of its own between cells', write: writePipesBetween },
    { id: 'pipes-flooded', title: 'pipes among hundreds of empty pipes', write: writeFloodedPipes },
    { id: 'markdown', title: 'one Markdown table each', write: writeMarkdown, ...markdown },
    {
      id: 'markdown-groups',
      title: 'a Markdown table for each group of rows',
      write: writeMarkdownGroups,
      ...markdown,
    },
    { id: 'one-line', title: 'the whole report on one line', write: writeLinesOnly, ...linear, finish: onOneLine },
    // A row of two cells torn in the middle may be two rows of one.
    { id: 'torn-rows', title: 'rows torn into two lines', write: writeTabs, finish: withTornRows, recall: 0.95 },
    { id: 'tabs-repeated', title: 'merged labels repeated in every place', write: writeRepeatedTabs },
    { id: 'tabs-trimmed', title: 'no tabs at the end of a line', write: writeTabs, finish: withoutTrailingTabs },
    { id: 'tabs-broken', title: 'a tab and a line break after each cell', write: writeBrokenTabs, ...linear },
    { id: 'spaces', title: 'runs of spaces between cells', write: writeSpaces, ...linear },
    { id: 'boxes', title: 'box drawing characters', write: writeBoxes },
    // Digits of several cells run together: only rows of one cell can be read.
    {
      id: 'glued',
      title: 'nothing between the cells of a row',
      write: writeGlued,
      positions: 'glued',
      recall: 0,
      narrative: 'outside tables',
    },
    { id: 'pipes-wrapped', title: 'pipes, a line break inside every cell', write: writeWrappedPipes },
    {
      id: 'pipes-lone-ended',
      title: 'a lone pipe before each row, pipes of merged cells behind it',
      write: writeEndedLonePipes,
    },
  ] satisfies readonly Recipe[]
).map(layoutOf);
