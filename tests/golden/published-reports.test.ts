import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/platform/documents/index.ts';
import type { AnnualReport, CellValue, TableValues } from '../../src/report/domain/annual-report.ts';
import type { FormId } from '../../src/report/domain/forms/index.ts';
import { formCells, getForm } from '../../src/report/domain/forms/index.ts';
import { applicantColumns } from '../../src/report/domain/forms/parts.ts';
import { readAnnualReport } from '../../src/report/domain/read/index.ts';
import { hasNote } from '../support/judge.ts';
import { simplify } from '../support/pouring.ts';

// Published reports and layout samples are not part of the project; where they lie beside it, they
// are read too. What stands in them was worked out by hand.

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const samples = new URL('../../../shared/samples/', import.meta.url);

async function read(file: URL): Promise<AnnualReport> {
  const name = file.pathname.split('/').at(-1) ?? '';
  const document = await readDocument({ name, bytes: readFileSync(file) });
  if (!document.ok) throw new Error(document.problem.message);
  const report = readAnnualReport(document.value, { simplify });
  if (!report.ok) throw new Error(report.problem.message);
  return report.value;
}

/**
 * - `zero`, or another figure: it stands there and must be read.
 * - `blank`: an empty cell, null with a note.
 * - `cut`: nothing stands there; null with a note, or the figure that the sums give, with a note.
 */
type Expected = { value: CellValue } | 'blank' | 'cut';

interface PublishedReport {
  layout: string;
  form: FormId;
  year: number;
  /** Every cell that is not a plain zero. */
  cells: Record<string, Expected>;
}

const wholeRow = (rows: readonly string[], columns: readonly string[], expected: Expected): Record<string, Expected> =>
  Object.fromEntries(rows.flatMap((row) => columns.map((column) => [`requests.${row}.${column}`, expected])));

const parts = applicantColumns.slice(0, -1).map((column) => column.key);

/** In the order of the names of their files. */
const published: readonly PublishedReport[] = [
  {
    layout: 'tabs under Markdown headings, blank cells beside totals',
    form: '2021',
    year: 2021,
    // The first six results have a total alone.
    cells: wholeRow(
      [
        'disclosed',
        'partlyDisclosed',
        'withheldStateSecret',
        'withheldByLaw',
        'withheldSecurityStability',
        'withheldThirdParty',
      ],
      parts,
      'blank',
    ),
  },
  {
    layout: 'tabs, the title only in the preamble',
    form: '2021',
    year: 2021,
    cells: { 'proactive.fees.amount': { value: '4' } },
  },
  {
    layout: 'one cell a line',
    form: '2019',
    year: 2020,
    cells: {
      'proactive.normativeDocuments.made': { value: 3 },
      'proactive.normativeDocuments.disclosed': { value: 3 },
      'proactive.normativeDocuments.totalDisclosed': { value: 6 },
      'proactive.procurement.projects': { value: 20 },
      'proactive.procurement.amount': { value: '23246297.53' },
    },
  },
  {
    layout: 'tabs, a column cut off',
    form: '2021',
    year: 2021,
    cells: {
      // Only the two rows whose label spans all three columns of labels still have their total.
      ...wholeRow(
        getForm('2021')
          .tables.requests.blocks.flatMap((block) => block.rows)
          .map((row) => row.key)
          .filter((key) => !['newlyReceived', 'carriedIn'].includes(key)),
        ['total'],
        'cut',
      ),
      'remedies.directSuit.pending': { value: 1 },
      'remedies.directSuit.total': { value: 1 },
    },
  },
  { layout: 'tabs, rows shifted, the title with a space', form: '2021', year: 2022, cells: {} },
];

const valueAt = (report: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>, path: string) => {
  const [table, row, column] = path.split('.') as ['proactive' | 'requests' | 'remedies', string, string];
  return report[table][row]?.[column];
};

describe.runIf(existsSync(seeds))('published reports', () => {
  test.each(published)('$layout', async (expectedReport) => {
    const { form, year, cells } = expectedReport;
    const name = readdirSync(seeds).sort()[published.indexOf(expectedReport)] ?? '';
    const report = await read(new URL(name, seeds));
    expect(report.form).toBe(form);
    expect(report.year).toBe(year);
    expect(readFileSync(new URL(name, seeds), 'utf8').slice(0, 600)).toContain(report.organ);
    expect(report.organ).toMatch(/(人民政府|[乡镇])$/);
    expect(report.sections.map((section) => section.heading)).toEqual(
      getForm(form).sections.map((each) => each.heading),
    );
    for (const number of [1, 5, 6]) expect(report.sections[number - 1]?.text, `section ${number}`).not.toBe('');
    let standing = 0;
    let right = 0;
    for (const { path, column } of formCells(getForm(form))) {
      const expected = cells[path] ?? { value: column.kind === 'money' ? '0' : 0 };
      const value = valueAt(report, path);
      if (typeof expected === 'object') {
        standing += 1;
        if (value === expected.value) right += 1;
        else expect([value, hasNote(report, path)], path).toEqual([null, true]);
      } else {
        expect(expected === 'blank' ? [null] : [null, 0], path).toContain(value);
        expect(hasNote(report, path), `note at ${path}`).toBe(true);
      }
    }
    expect(right / standing).toBe(1);
  });
});

interface Sample {
  form: FormId;
  year: number;
  organ: string;
  proactive: TableValues;
  requests: TableValues;
  remedies: TableValues;
}

const sampleNames = Array.from({ length: 12 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`);

describe.runIf(existsSync(samples))('layout samples', () => {
  test.each(sampleNames)('%s: every cell as expected', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.cells.json`, samples), 'utf8')) as Sample;
    const report = await read(new URL(`${name}.txt`, samples));
    expect([report.form, report.year, report.organ]).toEqual([expected.form, expected.year, expected.organ]);
    expect({ ...report.proactive }).toEqual(expected.proactive);
    expect({ ...report.requests }).toEqual(expected.requests);
    expect({ ...report.remedies }).toEqual(expected.remedies);
    for (const { path } of formCells(getForm(report.form))) {
      if (valueAt(report, path) === null) expect(hasNote(report, path), `note at ${path}`).toBe(true);
    }
  });
});
