import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CellValue, Section, TableValues } from '../../src/report/domain/annual-report.ts';
import { annualReportSchema } from '../../src/report/domain/annual-report.ts';
import type { FormId } from '../../src/report/domain/forms/index.ts';
import { formCells, getForm, tableKeys } from '../../src/report/domain/forms/index.ts';
import { readAnnualReport } from '../../src/report/domain/read/index.ts';
import { judge } from '../support/judge.ts';
import { documentOf } from '../support/layouts/document.ts';
import type { NarrativeDemand, Rendering, Written } from '../support/layouts/layout.ts';
import { simplify } from '../support/pouring.ts';

/** What stands in a golden file, written down by hand beside it. */
interface GoldenReport {
  layout: string;
  form: FormId;
  year: number;
  organ: string;
  title: string | null;
  preamble: string;
  narrative: NarrativeDemand;
  sections: { heading: string; text: string }[];
  /** The figures before the layout lost some of them. */
  proactive: TableValues;
  requests: TableValues;
  remedies: TableValues;
  /** Paths of cells that the file has no trace of. */
  lost: string[];
  /** Paths of cells that are there and empty. */
  blank: string[];
  /** What stands at a cell where it is not the plain figure. */
  written: Record<string, string>;
}

const folder = new URL('./annual-reports/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.replace(/\.txt$/, ''));

function load(name: string): { golden: GoldenReport; rendering: Rendering } {
  const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  const golden = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as GoldenReport;
  const cells = new Map<string, Written>();
  for (const { path, table, row, column } of formCells(getForm(golden.form))) {
    const value: CellValue = golden[table][row.key]?.[column.key] ?? null;
    const standing = golden.blank.includes(path) ? '' : (golden.written[path] ?? String(value));
    cells.set(path, { kind: golden.lost.includes(path) ? 'lost' : 'standing', text: standing });
  }
  const { form, title, organ, year, preamble, proactive, requests, remedies } = golden;
  const sections = golden.sections.map((each, index) => ({ number: index + 1, ...each }) as Section);
  const head = { schema: annualReportSchema, form, title, organ, year, preamble, sections } as const;
  return {
    golden,
    rendering: {
      name: `${name}.txt`,
      source: { text },
      cells,
      report: { ...head, proactive, requests, remedies, notes: [] },
    },
  };
}

describe('golden reports', () => {
  test('there is one for every layout seen, and their cells are the cells of their form', () => {
    expect(names).toHaveLength(17);
    for (const name of names) {
      const { golden } = load(name);
      const paths = tableKeys.flatMap((table) =>
        Object.entries(golden[table]).flatMap(([row, cells]) =>
          Object.keys(cells).map((column) => `${table}.${row}.${column}`),
        ),
      );
      expect(paths.sort(), name).toEqual(
        formCells(getForm(golden.form))
          .map((cell) => cell.path)
          .sort(),
      );
      for (const path of [...golden.lost, ...golden.blank, ...Object.keys(golden.written)])
        expect(paths, name).toContain(path);
    }
  });

  test.each(names)('%s', async (name) => {
    const { golden, rendering } = load(name);
    const result = readAnnualReport(await documentOf(rendering), { simplify });
    if (!result.ok) throw new Error(result.problem.message);
    const verdict = judge(result.value, rendering, golden.narrative);
    expect(verdict.faults).toEqual([]);
    expect(verdict.read).toBe(verdict.standing);
  });
});
