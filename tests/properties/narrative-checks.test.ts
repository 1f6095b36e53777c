import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnnualReport } from '../../src/report/domain/annual-report.ts';
import { checkReport } from '../../src/report/domain/check/index.ts';
import { narrativeRules } from '../../src/report/domain/check/narrative/index.ts';
import { consistentReport } from '../support/report-arbitrary.ts';
import { speakOf } from '../support/spoken-figures.ts';

const findings = (report: AnnualReport, previous?: AnnualReport) =>
  checkReport(report, { file: '石桥镇.json', rules: narrativeRules, previous }).findings;

const faults = (report: AnnualReport, previous?: AnnualReport) =>
  findings(report, previous).filter(({ severity }) => severity !== 'notice');

describe('a narrative that agrees with its tables is left alone', () => {
  test('in plain words', () => {
    fc.assert(
      fc.property(consistentReport(), (report) => {
        expect(faults(report)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  test('in the many ways reports have of telling their figures, beside counts of other business', () => {
    fc.assert(
      fc.property(consistentReport(), fc.nat(), (report, seed) => {
        expect(faults(speakOf(report, seed).report)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  test('when it tells the change against the year before', () => {
    fc.assert(
      fc.property(consistentReport({ form: '2021' }), consistentReport({ form: '2021' }), (report, drawn) => {
        const previous = { ...drawn, organ: report.organ, year: (report.year ?? 0) - 1 };
        const [now, then] = [report, previous].map((each) => each.requests.newlyReceived?.total) as [number, number];
        fc.pre(then > 0 && now !== then);
        const word = now > then ? '增加' : '减少';
        const share = ((Math.abs(now - then) / then) * 100).toFixed(2);
        const sections = report.sections.map((each) => ({ ...each }));
        Object.assign(sections[2] ?? {}, {
          text: `本年共收到政府信息公开申请${now}件，较上年${word}${Math.abs(now - then)}件，${word === '增加' ? '增长' : '下降'}${share}%。`,
        });
        const changes = faults({ ...report, sections }, previous).filter(({ rule }) => rule.startsWith('NAR-CHANGE'));
        expect(changes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('a narrative that disagrees with its tables is found', () => {
  test('whichever stated cell is changed', () => {
    let changed = 0;
    fc.assert(
      fc.property(consistentReport(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 50 }), (drawn, seed, which, by) => {
        const { report, spoken } = speakOf(drawn, seed);
        const cells = spoken.flatMap((each) => each.cells);
        fc.pre(cells.length > 0);
        const path = cells[which % cells.length] as string;
        const [table = '', row = '', column = ''] = path.split('.');
        const tables = structuredClone(report[table as 'requests']);
        const cell = tables[row];
        if (!cell || typeof cell[column] !== 'number') throw new Error(path);
        cell[column] = cell[column] + by;
        changed += 1;
        const found = faults({ ...report, [table]: tables }).filter(({ paths }) => paths.includes(path));
        expect(found).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(changed).toBeGreaterThan(250);
  }, 30_000);
});
