import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistentReport } from '../../../../tests/support/report-arbitrary.ts';
import type { AnnualReport } from '../annual-report.ts';
import { equations, formCells, getForm } from '../forms/index.ts';
import { checkReport, ruleGroups } from './index.ts';

/** The rules of this part; those on the narrative have properties of their own. */
const rules = ruleGroups.slice(0, -1).flatMap((group) => group.rules);
const check = (report: AnnualReport, previous?: AnnualReport) =>
  checkReport(report, { file: 'x', rules, ...(previous && { previous }) });

function withCell(report: AnnualReport, path: string, value: number | string | null): AnnualReport {
  const copy = structuredClone(report);
  const [table, row, column] = path.split('.') as ['requests', string, string];
  const cells = copy[table][row];
  if (!cells || !(column in cells)) throw new Error(`no cell ${path}`);
  cells[column] = value;
  return copy;
}

const countAt = (report: AnnualReport, path: string): number => {
  const [table, row, column] = path.split('.') as ['requests', string, string];
  return report[table][row]?.[column] as number;
};

/** A report that fits as the one of the year before: what it carried over and had in force goes on. */
function precede(report: AnnualReport, other: AnnualReport): AnnualReport {
  const previous = structuredClone(other);
  const rename = (text: string) => text.replaceAll(String(other.year), String((report.year ?? 0) - 1));
  previous.year = (report.year ?? 0) - 1;
  previous.organ = report.organ;
  previous.title = rename(other.title ?? '');
  previous.requests.carriedOut = { ...report.requests.carriedIn };
  for (const row of Object.keys(previous.remedies)) {
    const remedies = previous.remedies[row];
    if (remedies) remedies.pending = Math.min(Number(remedies.pending), Number(report.remedies[row]?.total));
  }
  for (const row of ['rules', 'normativeDocuments']) {
    const now = report.proactive[row];
    const before = previous.proactive[row];
    if (now && before && 'inForce' in now) {
      before.inForce = Number(now.inForce) - Number(now.issued) + Number(now.repealed);
    }
  }
  for (const [row, now] of Object.entries(report.proactive)) {
    const before = previous.proactive[row];
    if (before && 'itemsLastYear' in now) before.itemsLastYear = Number(now.itemsLastYear) - Number(before.change);
  }
  const fee = report.proactive.fees?.amount;
  if (previous.proactive.fees && fee !== undefined) previous.proactive.fees.amount = fee;
  return previous;
}

describe('reports without fault', () => {
  test('no error, no warning and nothing unknown on any consistent report', () => {
    fc.assert(
      fc.property(consistentReport(), (report) => {
        const { findings } = check(report);
        expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('nor beside the report of the year before when that one leads to it', () => {
    const pairs = fc
      .constantFrom('2021' as const, '2019' as const)
      .chain((form) => fc.tuple(consistentReport({ form }), consistentReport({ form })));
    fc.assert(
      fc.property(pairs, ([report, other]) => {
        const { findings } = check(report, precede(report, other));
        expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const summedPaths = (report: AnnualReport) => [
  ...new Set(equations(getForm(report.form)).flatMap(({ left, right }) => [...left, ...right])),
];
const reportAndCell = consistentReport().chain((report) =>
  fc.tuple(fc.constant(report), fc.constantFrom(...summedPaths(report)), fc.integer({ min: 1, max: 5000 })),
);

describe('one wrong cell', () => {
  test('in a table with sums is an error that names it, and in table 三 the message tells the right figure', () => {
    fc.assert(
      fc.property(reportAndCell, ([report, path, more]) => {
        const right = countAt(report, path);
        const { findings } = check(withCell(report, path, right + more));
        const errors = findings.filter(({ severity, rule }) => severity === 'error' && /^RE[QM]-/.test(rule));
        const sums = equations(getForm(report.form)).filter(({ left, right: r }) => [...left, ...r].includes(path));
        expect(errors).toHaveLength(sums.length);
        for (const { paths } of errors) expect(paths).toContain(path);
        if (path.startsWith('requests')) {
          for (const { paths, message } of errors) {
            expect(paths[0]).toBe(path);
            expect(message).toContain(`由 ${right + more} 改为 ${right}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a cell without a figure', () => {
  test('is unknown, with every sum it stands in, and never an error when the rest is right', () => {
    fc.assert(
      fc.property(reportAndCell, fc.constantFrom(null, '/', '无', '—'), ([report, path], value) => {
        const { findings, summary } = check(withCell(report, path, value));
        expect(summary.error).toBe(0);
        const unknown = findings.filter(({ severity }) => severity === 'unknown');
        expect(unknown.map(({ rule }) => rule)).toContain(value === null ? 'CELL-BLANK' : 'CELL-TEXT');
        const sums = equations(getForm(report.form)).filter(({ left, right }) => [...left, ...right].includes(path));
        for (const { sum } of sums) {
          expect(unknown.find(({ rule }) => rule === sum.rule)?.paths).toContain(path);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('blanking any cells of a report never turns an unjudged sum into a pass', () => {
    const lossy = consistentReport().chain((report) =>
      fc.tuple(
        fc.constant(report),
        fc.subarray(
          formCells(getForm(report.form)).map((cell) => cell.path),
          { minLength: 1 },
        ),
      ),
    );
    fc.assert(
      fc.property(lossy, ([report, lost]) => {
        const holed = lost.reduce((each, path) => withCell(each, path, null), report);
        const { findings, summary } = check(holed);
        expect(summary.error).toBe(0);
        expect(summary.unknown).toBeGreaterThan(0);
        const told = new Set(findings.filter(({ severity }) => severity === 'unknown').flatMap(({ paths }) => paths));
        for (const path of lost) expect(told.has(path) || told.has(path.split('.')[0] as string)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('what is inferred for a single gap is what stood there', () => {
    fc.assert(
      fc.property(reportAndCell, ([report, path]) => {
        const blank = check(withCell(report, path, null)).findings.find(({ rule }) => rule === 'CELL-BLANK');
        expect(blank?.expected).toBe(String(countAt(report, path)));
      }),
      { numRuns: 200 },
    );
  });

  test('blanking a wrong cell does not hide that the rest cannot be true', () => {
    fc.assert(
      fc.property(consistentReport({ form: '2021' }), fc.integer({ min: 1, max: 90 }), (report, more) => {
        const total = countAt(report, 'requests.disclosed.total');
        const wrong = withCell(report, 'requests.disclosed.natural', total + more);
        const { findings } = check(withCell(wrong, 'requests.disclosed.research', null));
        const errors = findings.filter(({ severity, rule }) => severity === 'error' && rule === 'REQ-ROW-SUM');
        expect(errors.map(({ paths }) => paths.includes('requests.disclosed.total'))).toEqual([true]);
      }),
    );
  });
});

describe('the order of findings', () => {
  test('is errors, unknown, warnings, notices; and the same every time', () => {
    const rank = { error: 0, unknown: 1, warning: 2, notice: 3 };
    fc.assert(
      fc.property(reportAndCell, ([report, path, more]) => {
        const faulty = {
          ...withCell(withCell(report, path, more), 'requests.refusedRepeat.other', null),
          preamble: 'XX镇',
        };
        const once = check(faulty);
        const ranks = once.findings.map(({ severity }) => rank[severity]);
        expect(ranks).toEqual([...ranks].sort());
        expect(check(structuredClone(faulty))).toEqual(once);
        for (const severity of ['error', 'warning', 'notice', 'unknown'] as const) {
          expect(once.summary[severity]).toBe(once.findings.filter((each) => each.severity === severity).length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
