import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { equations, formCells, getForm } from '../../src/report/domain/forms/index.ts';
import { consistentReport, makeReport } from '../support/report-arbitrary.ts';

const figureAt = (report: AnnualReport, path: string): number => {
  const [table, row, column] = path.split('.') as ['proactive' | 'requests' | 'remedies', string, string];
  const value = report[table][row]?.[column];
  if (typeof value !== 'number') throw new Error(`no number at ${path}`);
  return value;
};

function expectConsistent(report: AnnualReport): void {
  const form = getForm(report.form);
  const total = (paths: readonly string[]) => paths.reduce((sum, path) => sum + figureAt(report, path), 0);
  for (const equation of equations(form)) {
    expect(total(equation.left), `${equation.sum.rule} of ${equation.of}`).toBe(total(equation.right));
  }
  for (const cell of formCells(form)) {
    const value = report[cell.table][cell.row.key]?.[cell.column.key];
    expect(typeof value, cell.path).toBe(cell.column.kind === 'money' ? 'string' : 'number');
    if (cell.column.kind === 'count') expect(value as number, cell.path).toBeGreaterThanOrEqual(0);
  }
  expect(report.sections.map((section) => section.heading)).toEqual(form.sections.map((section) => section.heading));
}

describe('random reports', () => {
  test('drawn by fast-check satisfy every sum of their form and have every cell', () => {
    fc.assert(fc.property(consistentReport(), expectConsistent), { numRuns: 100 });
  });

  test('made from a seed do too, and the same seed makes the same report', () => {
    for (let seed = 0; seed < 200; seed += 1) expectConsistent(makeReport(seed));
    expect(makeReport(42)).toEqual(makeReport(42));
    expect(makeReport(42, { form: '2019' }).form).toBe('2019');
  });
});
