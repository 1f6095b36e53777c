import * as OpenCC from 'opencc-js/t2cn';
import type { NeutralDocument } from '../../src/kernel/neutral-document.ts';
import type { Random } from '../../src/kernel/random.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { formCells, getForm } from '../../src/report/domain/forms/index.ts';
import type { Verdict } from './judge.ts';
import { judge } from './judge.ts';
import { documentOf } from './layouts/document.ts';
import type { Layout, Rendering } from './layouts/index.ts';
import { makeReport } from './report-arbitrary.ts';

/** Traditional to simplified characters, as the product passes it to the reader. */
export const simplify = OpenCC.Converter({ from: 't', to: 'cn' });

/** Which report is poured: one that satisfies every sum, or one with a few figures mistyped. */
type Sums = 'right' | 'wrong';

/** The report of a seed in a layout; the same seed gives the same bytes. */
function pour(layout: Layout, seed: number, sums: Sums): Rendering {
  const report = makeReport(seed);
  return layout.render(sums === 'right' ? report : mistype(report, seededRandom(seed)), seededRandom(seed * 7919 + 13));
}

/** The same report with a few counts that no longer fit the sums. */
function mistype(report: AnnualReport, random: Random): AnnualReport {
  const mistyped = structuredClone(report);
  const cells = formCells(getForm(report.form)).filter((cell) => cell.column.kind === 'count');
  for (let times = random.integer(1, 5); times > 0; times -= 1) {
    const { table, row, column } = random.pick(cells);
    const values = mistyped[table][row.key];
    const value = values?.[column.key];
    if (values && typeof value === 'number')
      values[column.key] = random.pick([value + 1, value * 10 + 1, 0, value + 9]);
  }
  return mistyped;
}

/** Pours the report of a seed, reads it back and judges the reading. A refusal is a fault of its own. */
export async function pourAndJudge(
  layout: Layout,
  seed: number,
  read: (document: NeutralDocument) => Result<AnnualReport>,
  sums: Sums = 'right',
): Promise<Verdict> {
  const rendering = pour(layout, seed, sums);
  const result = read(await documentOf(rendering));
  if (result.ok) return judge(result.value, rendering, layout.narrative);
  const refused = { kind: 'narrative' as const, path: '', wanted: 'a report', got: result.problem.message };
  return { faults: [refused], standing: 0, read: 0 };
}

/** Whether a layout shows every cell, so that nothing in it has to be worked out from the sums. */
export function showsEverything(layout: Layout): boolean {
  const { cells } = pour(layout, 1, 'right');
  return (
    layout.recall === 1 && [...cells.values()].every((cell) => cell.kind === 'standing' && cell.text.trim() !== '')
  );
}
