import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import type { Random } from '../random.ts';
import type { Grid, Grids } from './grid.ts';
import { layOutGrids, officialWording } from './grid.ts';
import type { Layout, Rendering, Written } from './layout.ts';
import { linearCells, standingCells } from './layout.ts';
import { writeLinesOnly, writeSpacedLines, writeTabbedLines } from './lines.ts';
import type { PageStyle } from './page.ts';
import { plainStyle, writeLines } from './page.ts';
import {
  writeBrokenPipes,
  writeFloodedPipes,
  writeLeadingPipes,
  writeLonePipes,
  writeMarkdown,
  writeMarkdownGroups,
  writePipes,
  writePipesBetween,
} from './pipes.ts';
import { writeCompactTabs, writeRaggedTabs, writeTabs } from './tabs.ts';

/** How one table becomes lines of text. */
export type TableWriter = (grid: Grid, random: Random) => string[];

/** Whether an empty cell keeps its place in the text. */
type Positions = 'kept' | 'linear';

/** A layout of plain text: a way to write tables in a style of page. */
export function textLayout(
  id: string,
  title: string,
  write: TableWriter,
  options: { positions?: Positions; style?: PageStyle; extension?: string } = {},
): Layout {
  return {
    id,
    title,
    recall: 1,
    narrative: 'exact',
    render: (report, random) => {
      const grids = layOutGrids(report, officialWording);
      const lines = writeLines(report, options.style ?? plainStyle, (key) => write(grids[key], random));
      return {
        name: `${id}.${options.extension ?? 'txt'}`,
        source: { text: lines.join('\n') },
        cells: cellsOf(grids, options.positions ?? 'kept'),
        report,
      };
    },
  };
}

const cellsOf = (grids: Grids, positions: Positions): Map<string, Written> =>
  positions === 'kept' ? standingCells(grids) : linearCells(grids);

/** `##` before the sections, `###` before their parts, as converters to Markdown write them. */
export const markdownStyle: PageStyle = {
  title: (title) => ['', `# ${title}`, ''],
  heading: (section, numeral) => ['', `${section.number > 3 ? '####' : '##'} ${numeral}、${section.heading}`, ''],
  paragraph: (text) => [text, ''],
};

/** An empty line after every line. */
export const airyStyle: PageStyle = {
  title: (title) => [title, ''],
  heading: (section, numeral) => ['', `${numeral}、${section.heading}`, ''],
  paragraph: (text) => [`\u3000\u3000${text}`, ''],
};

/** Everything lossless about text: each cell stands somewhere, in order. */
export const textLayouts: readonly Layout[] = [
  textLayout('tabs', 'tabs over the whole grid', writeTabs),
  textLayout('tabs-markdown', 'tabs under Markdown headings', writeTabs, { style: markdownStyle }),
  textLayout('tabs-compact', 'tabs between the cells there are', writeCompactTabs),
  textLayout('tabs-ragged', 'tabs with rows shifted and a row torn off', writeRaggedTabs, { style: airyStyle }),
  textLayout('lines', 'one cell a line', writeLinesOnly, { positions: 'linear' }),
  textLayout('lines-spaced', 'one cell a line, empty lines between', writeSpacedLines, { positions: 'linear' }),
  textLayout('lines-tabbed', 'one cell a line after a tab, padded, an empty line after each row', writeTabbedLines),
  textLayout('pipes', 'pipes, runs of them at the end', writePipes),
  textLayout('pipes-leading', 'pipes, one before each row', writeLeadingPipes),
  textLayout('pipes-broken', 'pipes with a line break after each cell', writeBrokenPipes),
  textLayout('pipes-lone', 'a lone pipe before each row, a cell a line', writeLonePipes),
  textLayout('pipes-between', 'a pipe on a line of its own between cells', writePipesBetween),
  textLayout('pipes-flooded', 'pipes among hundreds of empty pipes', writeFloodedPipes),
  textLayout('markdown', 'one Markdown table each', writeMarkdown, { style: markdownStyle, extension: 'md' }),
  textLayout('markdown-groups', 'a Markdown table for each group of rows', writeMarkdownGroups, {
    style: markdownStyle,
    extension: 'md',
  }),
];

/** The report under its own name, for layouts that change nothing in it. */
export type Render = (report: AnnualReport, random: Random) => Rendering;
