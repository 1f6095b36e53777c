import { describe, expect, test } from 'vitest';
import { readAnnualReport } from '../../src/report/domain/read/index.ts';
import { layouts } from '../support/layouts/index.ts';
import { pourAndJudge, simplify } from '../support/pouring.ts';

// Every layout × a few random reports. `READING_RUNS=500 npx vitest run tests/properties/reading` looks longer.
const runs = Number(process.env.READING_RUNS ?? 6);
const firstSeed = Number(process.env.READING_SEED ?? 1);

describe('a cell is right or has a note, in every layout', () => {
  test.each(layouts.map((layout) => [layout.title, layout] as const))('%s', async (_, layout) => {
    let standing = 0;
    let read = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
      const verdict = await pourAndJudge(layout, seed, (document) => readAnnualReport(document, { simplify }));
      expect(verdict.faults, `${layout.id}, seed ${seed}`).toEqual([]);
      standing += verdict.standing;
      read += verdict.read;
    }
    // A reader that notes everything and reads nothing is not a reader.
    expect(read / Math.max(1, standing), `${layout.id}: share of numbers read`).toBeGreaterThanOrEqual(layout.recall);
  });
});
