import type { NeutralDocument } from '../../../src/kernel/neutral-document.ts';
import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { tableKeys } from '../../../src/report/domain/forms/index.ts';
import type { Grids } from './grid.ts';
import { cellsByRow } from './grid.ts';

/**
 * What stands in the source for one cell of the report.
 *
 * - `standing`: this text stands at the cell's own place (an empty string: the place is there, and empty).
 * - `lost`: nothing stands for it, or nothing that says which cell it is. `text` is what stood there before: beside
 *   equal texts nobody can say which of them was lost.
 */
export type Written = { kind: 'standing'; text: string } | { kind: 'lost'; text: string };

/** A report poured into a layout: the file, and what of the report is still in it. */
export interface Rendering {
  /** File name with its extension. */
  name: string;
  /** One of the three: text or markup, a whole file, or what a reader of its format makes of it. */
  source: { text: string } | { bytes: Uint8Array } | { document: NeutralDocument };
  /** For every cell of the form, by path. */
  cells: ReadonlyMap<string, Written>;
  /** The report as poured: its narrative is what the reading is compared with. */
  report: AnnualReport;
}

/**
 * What is demanded of the narrative of a reading, white space aside.
 *
 * - `exact`: title, organ, year, preamble, six headings and six texts.
 * - `framed`: the same, but a page around the report may leave a line before the preamble and after section 六.
 * - `outside tables`: the same, but the sections with tables may keep remains of tables that cannot be recovered.
 * - `identity`: organ and year.
 */
export type NarrativeDemand = 'exact' | 'framed' | 'outside tables' | 'identity';

/** A way in which reports are published. */
export interface Layout {
  /** Stable, for messages: kebab-case. */
  id: string;
  title: string;
  /**
   * Share of the standing numbers that must be read as numbers, from 0 to 1. 1 where the layout
   * loses nothing; lower, with the reason beside it, where it leaves more than one reading open.
   */
  recall: number;
  /** How far the narrative survives. */
  narrative: NarrativeDemand;
  render(report: AnnualReport, random: Random): Rendering;
}

const isEmpty = (text: string) => text.replace(/[\s\u00a0\u3000]/g, '') === '';

/**
 * - `kept`: every cell has a place of its own.
 * - `linear`: an empty cell leaves no trace.
 * - `glued`: a cell can be told only where it is the one cell with a value in its row.
 */
export type Positions = 'kept' | 'linear' | 'glued';

/** What of the cells of `whole` still stands in `shown`. */
export function writtenCells(whole: Grids, shown: Grids, positions: Positions = 'kept'): Map<string, Written> {
  const cells = new Map<string, Written>();
  for (const key of tableKeys) {
    for (const { path, text } of whole[key].cells) if (path !== undefined) cells.set(path, { kind: 'lost', text });
    for (const row of cellsByRow(shown[key])) {
      const values = row.filter((cell) => cell.path !== undefined);
      for (const { path, text, meaning } of values) {
        const isGone = (positions !== 'kept' && isEmpty(text)) || (positions === 'glued' && values.length > 1);
        if (path !== undefined && !isGone) cells.set(path, { kind: 'standing', text: meaning ?? text });
      }
    }
  }
  return cells;
}
