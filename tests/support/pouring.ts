import * as OpenCC from 'opencc-js/t2cn';
import type { NeutralDocument } from '../../src/kernel/neutral-document.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import type { Verdict } from './judge.ts';
import { judge } from './judge.ts';
import { documentOf } from './layouts/document.ts';
import type { Layout, Rendering } from './layouts/index.ts';
import { seededRandom } from './random.ts';
import { makeReport } from './report-arbitrary.ts';

/** Traditional to simplified characters, as the product passes it to the reader. */
export const simplify = OpenCC.Converter({ from: 't', to: 'cn' });

/** The report of a seed in a layout; the same seed gives the same bytes. */
const pour = (layout: Layout, seed: number): Rendering =>
  layout.render(makeReport(seed), seededRandom(seed * 7919 + 13));

/** Pours the report of a seed, reads it back and judges the reading. A refusal is a fault of its own. */
export async function pourAndJudge(
  layout: Layout,
  seed: number,
  read: (document: NeutralDocument) => Result<AnnualReport>,
): Promise<Verdict> {
  const rendering = pour(layout, seed);
  const result = read(await documentOf(rendering));
  if (result.ok) return judge(result.value, rendering, layout.narrative);
  const refused = { kind: 'narrative' as const, path: '', wanted: 'a report', got: result.problem.message };
  return { faults: [refused], standing: 0, read: 0 };
}
