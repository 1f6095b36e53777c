import fc from 'fast-check';
import { seededRandom } from '../../src/kernel/random.ts';
import type { AnnualReport, TableValues } from '../../src/report/domain/annual-report.ts';
import { annualReportSchema } from '../../src/report/domain/annual-report.ts';
import type { FormId } from '../../src/report/domain/forms/index.ts';
import type { ReportFigures } from './report-figures.ts';
import { deriveTables, drawFigures, fictionalOrgans, resultRowKeys } from './report-figures.ts';
import { writePreamble, writeSections } from './report-narrative.ts';

/** A whole report from its free figures: sums worked out, narrative in agreement, no notes. */
export function composeReport(figures: ReportFigures): AnnualReport {
  const facts = { ...figures, ...deriveTables(figures) };
  return {
    schema: annualReportSchema,
    form: figures.form,
    title: `${figures.organ}${figures.year}年政府信息公开工作年度报告`,
    organ: figures.organ,
    year: figures.year,
    preamble: writePreamble(facts),
    sections: writeSections(facts),
    proactive: figures.proactive,
    requests: facts.requests,
    remedies: facts.remedies,
    notes: [],
  };
}

/** The consistent report of a seed, without fast-check: for benchmarks and for naming a failing case. */
export function makeReport(seed: number, wanted: { form?: FormId } = {}): AnnualReport {
  return composeReport(drawFigures(seededRandom(seed), wanted));
}

const smallCount = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 3000 }) },
);
const six = fc.array(smallCount, { minLength: 6, maxLength: 6 });
const four = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 40 })), {
  minLength: 4,
  maxLength: 4,
});

const proactive2021: fc.Arbitrary<TableValues> = fc
  .record({
    issued: smallCount,
    repealed: smallCount,
    older: smallCount,
    licences: smallCount,
    penalties: smallCount,
    compulsions: smallCount,
    amount: fc.constantFrom('0', '4', '12.35', '0.6', '37.1204', '118'),
  })
  .map((drawn) => ({
    rules: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued: drawn.issued, repealed: drawn.repealed, inForce: drawn.issued + drawn.older },
    licences: { decisions: drawn.licences },
    penalties: { decisions: drawn.penalties },
    compulsions: { decisions: drawn.compulsions },
    fees: { amount: drawn.amount },
  }));

const services = fc
  .record({ itemsLastYear: smallCount, change: fc.integer({ min: -3, max: 5 }) })
  .map(({ itemsLastYear, change }) => ({ itemsLastYear, change: Math.max(change, 0 - itemsLastYear) + 0 }));

const proactive2019: fc.Arbitrary<TableValues> = fc
  .record({
    made: smallCount,
    older: smallCount,
    services: fc.array(services, { minLength: 5, maxLength: 5 }),
    decisions: fc.array(smallCount, { minLength: 4, maxLength: 4 }),
    procurement: fc.constantFrom(
      { projects: 0, amount: '0' },
      { projects: 6, amount: '976800' },
      { projects: 20, amount: '23246297.53' },
    ),
  })
  .map((drawn) => {
    const items = (index: number) => drawn.services[index] ?? { itemsLastYear: 0, change: 0 };
    return {
      rules: { made: 0, disclosed: 0, totalDisclosed: 0 },
      normativeDocuments: { made: drawn.made, disclosed: drawn.made, totalDisclosed: drawn.made + drawn.older },
      licences: { ...items(0), decisions: drawn.decisions[0] ?? 0 },
      otherServices: { ...items(1), decisions: drawn.decisions[1] ?? 0 },
      penalties: { ...items(2), decisions: drawn.decisions[2] ?? 0 },
      compulsions: { ...items(3), decisions: drawn.decisions[3] ?? 0 },
      fees: items(4),
      procurement: drawn.procurement,
    };
  });

function figuresOf(form: FormId): fc.Arbitrary<ReportFigures> {
  const rows = resultRowKeys(form);
  return fc
    .record({
      year: form === '2021' ? fc.integer({ min: 2021, max: 2025 }) : fc.integer({ min: 2019, max: 2020 }),
      organ: fc.constantFrom(...fictionalOrgans),
      proactive: form === '2021' ? proactive2021 : proactive2019,
      results: fc.array(six, { minLength: rows.length, maxLength: rows.length }),
      carriedOut: six,
      carriedIn: six,
      remedies: fc.record({ reconsideration: four, directSuit: four, suitAfterReconsideration: four }),
      wording: fc.nat({ max: 1_000_000 }),
    })
    .map((drawn) => ({
      ...drawn,
      form,
      results: Object.fromEntries(rows.map((row, index) => [row, drawn.results[index] ?? []])),
    }));
}

/**
 * Reports that satisfy every sum of their form and whose narrative agrees with their tables: on
 * them a checker has nothing to report. Shrinks towards a report full of zeros.
 */
export function consistentReport(wanted: { form?: FormId } = {}): fc.Arbitrary<AnnualReport> {
  const figures = wanted.form ? figuresOf(wanted.form) : fc.oneof(figuresOf('2021'), figuresOf('2019'));
  return figures.map(composeReport);
}
