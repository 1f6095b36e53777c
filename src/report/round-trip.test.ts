import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blemishedReport } from '../../tests/support/blemished-report.ts';
import { consistentReport, makeReport } from '../../tests/support/report-arbitrary.ts';
import type { AnnualReport } from './domain/annual-report.ts';
import { formCells, getForm } from './domain/forms/index.ts';
import { type ReportFormat, readReport, reportFormats, writeReport } from './service.ts';

/** Writes a report and reads the file again. */
async function throughFile(report: AnnualReport, format: ReportFormat): Promise<AnnualReport> {
  const bytes = await writeReport(report, format);
  const read = await readReport({ name: `report.${format}`, bytes });
  if (!read.ok) throw new Error(read.problem.message);
  return read.value;
}

/** What a report says, without how it was read. */
function said({ notes, source, ...report }: AnnualReport) {
  return report;
}

/** The notes about single cells: path and kind. */
function cellNotes(report: AnnualReport): string[] {
  const paths = new Set(formCells(getForm(report.form)).map((cell) => cell.path));
  return report.notes.filter((note) => paths.has(note.path)).map((note) => `${note.path} ${note.kind}`);
}

/** The notes a report earns by its cells alone: blank ones and those that hold a text. */
function earnedNotes(report: AnnualReport): string[] {
  return formCells(getForm(report.form)).flatMap(({ path, table, row, column }) => {
    const value = report[table][row.key]?.[column.key] ?? null;
    if (value === null) return [`${path} blank`];
    const isText = typeof value === 'string' && !(column.kind === 'money' && /^\d+(\.\d+)?$/.test(value));
    return isText ? [`${path} text`] : [];
  });
}

// The library behind docx takes a tenth of a second for a report, the others a few milliseconds.
const runs = (format: ReportFormat, wanted: number) => ({
  numRuns: format === 'docx' ? Math.ceil(wanted / 3) : wanted,
});
const patience = 60_000;

describe.each(reportFormats)('a report written as %s and read again', (format) => {
  it(
    'says the same, when everything in it is in order',
    async () => {
      await fc.assert(
        fc.asyncProperty(consistentReport(), async (report) => {
          const read = await throughFile(report, format);
          expect(said(read)).toEqual(said(report));
          expect(cellNotes(read)).toEqual([]);
        }),
        runs(format, 25),
      );
    },
    patience,
  );

  it(
    'says the same, with blank cells, signs, words, wrong sums and missing text in it',
    async () => {
      await fc.assert(
        fc.asyncProperty(blemishedReport(), async (report) => {
          const read = await throughFile(report, format);
          expect(said(read)).toEqual(said(report));
          if (format !== 'json') expect(cellNotes(read).sort()).toEqual(earnedNotes(report).sort());
        }),
        runs(format, 60),
      );
    },
    patience,
  );

  it('keeps blank, a stroke, zero and a word apart', async () => {
    const report = makeReport(3, { form: '2021' });
    Object.assign(report.requests.disclosed ?? {}, { natural: null, business: '/', research: 0, welfare: '无' });
    Object.assign(report.proactive.fees ?? {}, { amount: '251.40' });
    const read = await throughFile(report, format);
    expect(read.requests.disclosed).toMatchObject({ natural: null, business: '/', research: 0, welfare: '无' });
    expect(read.proactive.fees).toEqual({ amount: '251.40' });
  });
});
