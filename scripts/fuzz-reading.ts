// Pours thousands of random reports into every layout, reads them back and prints, layout by
// layout, how many cells were read as a number nobody wrote, how many were lost without a note,
// and the share of numbers read. Slower and wider than tests/properties/reading.test.ts:
//
//   node scripts/fuzz-reading.ts [runs per layout] [first seed] [layout id]
//
// With SUMS=wrong the reports have a few mistyped figures, which must be read as they stand; layouts
// that lose cells cannot be held to that, since what is lost is worked out from the sums.

import { readAnnualReport } from '../src/report/domain/read/index.ts';
import type { Fault } from '../tests/support/judge.ts';
import { layouts } from '../tests/support/layouts/index.ts';
import { pourAndJudge, showsEverything, simplify } from '../tests/support/pouring.ts';

const sums = process.env.SUMS === 'wrong' ? 'wrong' : 'right';
const [runs = '50', first = '1', only] = process.argv.slice(2);
const kinds: readonly Fault['kind'][] = ['wrong number', 'silent', 'narrative'];

console.log(['layout', ...kinds, 'recall', 'seeds at fault'].join('\t'));
for (const layout of layouts.filter((each) =>
  only === undefined ? sums === 'right' || showsEverything(each) : each.id === only,
)) {
  const faults: Fault[] = [];
  const seeds: number[] = [];
  let standing = 0;
  let read = 0;
  for (let seed = Number(first); seed < Number(first) + Number(runs); seed += 1) {
    const verdict = await pourAndJudge(layout, seed, (document) => readAnnualReport(document, { simplify }), sums);
    faults.push(...verdict.faults);
    if (verdict.faults.length > 0) seeds.push(seed);
    standing += verdict.standing;
    read += verdict.read;
  }
  const recall = standing === 0 ? '-' : (read / standing).toFixed(4);
  const low = standing > 0 && read / standing < layout.recall ? ' LOW' : '';
  const counts = kinds.map((kind) => String(faults.filter((fault) => fault.kind === kind).length));
  console.log([layout.id, ...counts, recall + low, seeds.slice(0, 8).join(' ')].join('\t'));
  if (only !== undefined) for (const fault of faults.slice(0, 40)) console.log(JSON.stringify(fault));
}
