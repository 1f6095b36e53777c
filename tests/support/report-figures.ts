import type { Random } from '../../src/kernel/random.ts';
import type { RowValues, TableValues } from '../../src/report/domain/annual-report.ts';
import type { FormId } from '../../src/report/domain/forms/index.ts';
import { getForm } from '../../src/report/domain/forms/index.ts';

/**
 * The free figures of a report. Everything that the form derives from others (totals, 新收) is left
 * out, so that any choice of figures makes a report that satisfies all sums.
 */
export interface ReportFigures {
  form: FormId;
  year: number;
  organ: string;
  proactive: TableValues;
  /** Cases by result row and applicant column, six columns without the total. */
  results: Record<string, number[]>;
  /** Cases pending at the end of the year, six columns. */
  carriedOut: number[];
  /** Cases pending at its beginning, six columns; cut down to what was handled or stayed pending. */
  carriedIn: number[];
  /** Four outcomes for each of the three kinds of remedy. */
  remedies: Record<'reconsideration' | 'directSuit' | 'suitAfterReconsideration', number[]>;
  /** Seed of the wording of the narrative. */
  wording: number;
}

const applicantKeys = ['natural', 'business', 'research', 'welfare', 'legalService', 'other'] as const;
const outcomeKeys = ['upheld', 'corrected', 'other', 'pending'] as const;
const remedyKeys = ['reconsideration', 'directSuit', 'suitAfterReconsideration'] as const;

/** Organs of a county that does not exist. All below the level that may make 规章. */
export const fictionalOrgans = [
  '云溪县石桥镇人民政府',
  '云溪县柳河乡人民政府',
  '云溪县东山街道办事处',
  '云溪县民政局',
  '云溪县水利局',
  '云溪县人民政府办公室',
] as const;

/** Rows of table 三 that hold a result of their own, in the order of the form. */
export function resultRowKeys(form: FormId): string[] {
  return getForm(form)
    .tables.requests.blocks.flatMap((block) => block.rows)
    .map((row) => row.key)
    .filter((key) => !['newlyReceived', 'carriedIn', 'handledTotal', 'carriedOut'].includes(key));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

const applicantRow = (numbers: readonly number[]): RowValues => ({
  ...Object.fromEntries(applicantKeys.map((key, index) => [key, numbers[index] ?? 0])),
  total: sum(numbers),
});

/** Tables 三 and 四 from the free figures, every total worked out. */
export function deriveTables(figures: ReportFigures): { requests: TableValues; remedies: TableValues } {
  const rows = resultRowKeys(figures.form);
  const columns = applicantKeys.map((_, column) => column);
  const handled = columns.map((column) => sum(rows.map((row) => figures.results[row]?.[column] ?? 0)));
  const pool = columns.map((column) => (handled[column] ?? 0) + (figures.carriedOut[column] ?? 0));
  const carriedIn = columns.map((column) => Math.min(figures.carriedIn[column] ?? 0, pool[column] ?? 0));
  const received = columns.map((column) => (pool[column] ?? 0) - (carriedIn[column] ?? 0));
  return {
    requests: {
      newlyReceived: applicantRow(received),
      carriedIn: applicantRow(carriedIn),
      ...Object.fromEntries(rows.map((row) => [row, applicantRow(figures.results[row] ?? [])])),
      handledTotal: applicantRow(handled),
      carriedOut: applicantRow(figures.carriedOut),
    },
    remedies: Object.fromEntries(
      remedyKeys.map((key) => {
        const outcomes = figures.remedies[key];
        const cells = outcomeKeys.map((outcome, index) => [outcome, outcomes[index] ?? 0] as const);
        return [key, { ...Object.fromEntries(cells), total: sum(outcomes) }];
      }),
    ),
  };
}

/** Figures as a unit may have them: most have few or no cases, some have hundreds. */
export function drawFigures(random: Random, wanted: { form?: FormId } = {}): ReportFigures {
  const form = wanted.form ?? random.pick(['2021', '2021', '2021', '2019'] as const);
  const size = random.pick(['none', 'few', 'few', 'some', 'many'] as const);
  const count = (): number => {
    if (size === 'none') return 0;
    if (size === 'few') return random.chance(0.12) ? random.integer(1, 4) : 0;
    if (size === 'some') return random.chance(0.35) ? random.integer(1, 40) : 0;
    return random.chance(0.6) ? random.integer(0, random.pick([9, 99, 999, 2500])) : 0;
  };
  const six = () => applicantKeys.map(count);
  const four = () => outcomeKeys.map(() => (random.chance(0.15) ? random.integer(1, size === 'many' ? 60 : 3) : 0));
  return {
    form,
    year: form === '2021' ? random.integer(2021, 2025) : random.integer(2019, 2020),
    organ: random.pick(fictionalOrgans),
    proactive: form === '2021' ? drawProactive2021(random) : drawProactive2019(random),
    results: Object.fromEntries(resultRowKeys(form).map((row) => [row, six()])),
    carriedOut: six(),
    carriedIn: six(),
    remedies: { reconsideration: four(), directSuit: four(), suitAfterReconsideration: four() },
    wording: random.integer(0, 1_000_000),
  };
}

const often = (random: Random, high: number) => (random.chance(0.5) ? 0 : random.integer(1, random.pick([9, high])));

function drawProactive2021(random: Random): TableValues {
  const issued = often(random, 12);
  return {
    rules: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued, repealed: often(random, 5), inForce: issued + often(random, 60) },
    licences: { decisions: often(random, 1800) },
    penalties: { decisions: often(random, 320) },
    compulsions: { decisions: often(random, 40) },
    fees: { amount: random.pick(['0', '0', '0', '4', '12.35', '0.6', '37.1204', '118', '205.5']) },
  };
}

function drawProactive2019(random: Random): TableValues {
  const services = () => {
    const itemsLastYear = often(random, 150);
    const change = random.pick([0, 0, 0, random.integer(1, 9), -Math.min(itemsLastYear, random.integer(1, 4))]);
    return { itemsLastYear, change: change === 0 ? 0 : change };
  };
  const documents = () => {
    const made = often(random, 12);
    const disclosed = Math.min(made, often(random, 12));
    return { made, disclosed, totalDisclosed: disclosed + often(random, 40) };
  };
  const projects = often(random, 30);
  return {
    rules: { made: 0, disclosed: 0, totalDisclosed: 0 },
    normativeDocuments: documents(),
    licences: { ...services(), decisions: often(random, 1800) },
    otherServices: { ...services(), decisions: often(random, 400) },
    penalties: { ...services(), decisions: often(random, 320) },
    compulsions: { ...services(), decisions: often(random, 40) },
    fees: services(),
    procurement: {
      projects,
      amount: projects === 0 ? '0' : random.pick(['976800', '1362457.5', '23246297.53', '358000']),
    },
  };
}
