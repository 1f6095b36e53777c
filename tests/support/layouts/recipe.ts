import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import type { TableKey } from '../../../src/report/domain/forms/index.ts';
import type { Damage } from './damage.ts';
import type { Grid, Grids } from './grid.ts';
import { layOutGrids, mapGrids } from './grid.ts';
import type { Labels } from './labels.ts';
import { officialLabels } from './labels.ts';
import type { Layout, Positions, Rendering, Written } from './layout.ts';
import { writtenCells } from './layout.ts';
import type { PageStyle } from './page.ts';
import { plainStyle, writeLines } from './page.ts';
import type { Values } from './values.ts';
import { plainValues } from './values.ts';

/** How one table becomes lines of text. */
type TableWriter = (grid: Grid, random: Random) => string[];

/**
 * A way to pour reports, put together from parts: how labels and values are written, what is
 * damaged, how the narrative and how the tables become text.
 */
export interface Recipe {
  id: string;
  title: string;
  /** See `Layout`; 1 when absent. */
  recall?: number;
  narrative?: Layout['narrative'];
  /** Changes the report itself first; the reading is compared with the changed one. */
  prepare?: (report: AnnualReport, random: Random) => AnnualReport;
  labels?: Labels;
  values?: Values;
  damage?: Damage;
  style?: PageStyle;
  write: TableWriter;
  positions?: Positions;
  /** Whether a line break inside a label stays one. */
  breaks?: 'kept' | 'space';
  /** Changes the finished lines. */
  finish?: (lines: string[], random: Random) => string[];
  extension?: string;
}

/** The tables of a report as a recipe words and damages them, and what of their cells is left. */
export function prepareGrids(
  recipe: Omit<Recipe, 'id' | 'title' | 'write'>,
  report: AnnualReport,
  random: Random,
): { grids: Grids; cells: Map<string, Written> } {
  const wording = (recipe.labels ?? officialLabels)(random);
  const value = (recipe.values ?? plainValues)(random);
  const whole = layOutGrids(report, { ...wording, value });
  const damaged = recipe.damage ? recipe.damage(whole, random) : whole;
  const cells = writtenCells(whole, damaged, recipe.positions);
  return { grids: recipe.breaks === 'kept' ? damaged : withoutBreaks(damaged), cells };
}

/** Line breaks inside labels as spaces. */
const withoutBreaks = (grids: Grids): Grids =>
  mapGrids(grids, (grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => ({ ...cell, text: cell.text.replace(/\n/g, ' ') })),
  }));

/** What every layout says of itself, with what a recipe leaves out. */
export const headOf = (recipe: Pick<Recipe, 'id' | 'title' | 'recall' | 'narrative'>): Omit<Layout, 'render'> => ({
  id: recipe.id,
  title: recipe.title,
  recall: recipe.recall ?? 1,
  narrative: recipe.narrative ?? 'exact',
});

/** The layout of a recipe. */
export function layoutOf(recipe: Recipe): Layout {
  return {
    ...headOf(recipe),
    render: (original, random): Rendering => {
      const report = recipe.prepare ? recipe.prepare(original, random) : original;
      const { grids, cells } = prepareGrids(recipe, report, random);
      const table = (key: TableKey) => (grids[key].rowCount === 0 ? [] : recipe.write(grids[key], random));
      const lines = writeLines(report, recipe.style ?? plainStyle, table);
      const finished = recipe.finish ? recipe.finish(lines, random) : lines;
      return {
        name: `${recipe.id}.${recipe.extension ?? 'txt'}`,
        source: { text: finished.join('\n') },
        cells,
        report,
      };
    },
  };
}

/** For writers without positions. */
export const linear = { positions: 'linear' } as const;
