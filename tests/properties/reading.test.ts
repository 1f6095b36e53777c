import { describe, expect, test } from 'vitest';
import type { NeutralDocument } from '../../src/kernel/neutral-document.ts';
import { readAnnualReport } from '../../src/report/domain/read/index.ts';
import type { Fault } from '../support/judge.ts';
import { layouts } from '../support/layouts/index.ts';
import { pourAndJudge, showsEverything, simplify } from '../support/pouring.ts';

// Every layout × a few random reports. A longer look: READING_RUNS=500 npx vitest run tests/properties/reading
// One layout as a table, fault by fault: node scripts/fuzz-reading.ts 100 1 pipes-flooded
const runs = Number(process.env.READING_RUNS ?? 16);
const firstSeed = Number(process.env.READING_SEED ?? 1);

const describeFault = (fault: Fault): string =>
  `${fault.kind} at ${fault.path}: ${fault.wanted.slice(0, 120)}; read as ${fault.got.slice(0, 120)}`;

describe('a cell is right or has a note, in every layout', () => {
  test.each(layouts.map((layout) => [layout.id, layout.title, layout] as const))('%s: %s', async (id, _, layout) => {
    let standing = 0;
    let read = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      const verdict = await pourAndJudge(layout, seed, (document) => readAnnualReport(document, { simplify }));
      const faults = verdict.faults.slice(0, 5).map(describeFault);
      expect(faults, `${id}, seed ${seed}: ${verdict.faults.length} faults`).toEqual([]);
      standing += verdict.standing;
      read += verdict.read;
    }
    // A reader that notes everything and reads nothing is not a reader.
    const recall = standing === 0 ? 1 : read / standing;
    expect(recall, `${id}: share of the numbers that stand there`).toBeGreaterThanOrEqual(layout.recall);
  });
});

describe('figures that break the sums of the form are read as they stand', () => {
  const whole = layouts.filter(showsEverything).map((layout) => [layout.id, layout.title, layout] as const);

  test.each(whole)('%s: %s', async (id, _, layout) => {
    for (let seed = firstSeed; seed < firstSeed + Math.ceil(runs / 2); seed += 1) {
      const read = (document: NeutralDocument) => readAnnualReport(document, { simplify });
      const verdict = await pourAndJudge(layout, seed, read, 'wrong');
      const faults = verdict.faults.slice(0, 5).map(describeFault);
      expect(faults, `${id}, seed ${seed}: ${verdict.faults.length} faults`).toEqual([]);
      expect(verdict.read, `${id}, seed ${seed}: numbers read`).toBe(verdict.standing);
    }
  });
});
