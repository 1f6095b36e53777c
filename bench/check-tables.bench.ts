// How fast the checker's rules are, as a ratio to parsing the same reports from JSON in the same
// run. The rules on tables have to reach 20,000 reports a second on one core.
import type { AnnualReport } from '../src/report/domain/annual-report.ts';
import { checkReport, type Rule, ruleGroups, rules } from '../src/report/domain/check/index.ts';
import { makeReport } from '../tests/support/report-arbitrary.ts';

const wanted = 20_000;
const reports = Array.from({ length: 500 }, (_, seed) => makeReport(seed));
/** Reports with one wrong cell each: findings cost more than passes. */
const faulty = reports.map((report, index) => breakCell(report, index));
/** The same figures a year earlier, so that the rules on last year have something to compare. */
const earlier = reports.map((report) => (report.year === null ? report : { ...report, year: report.year - 1 }));
const texts = reports.map((report) => JSON.stringify(report));

const tableTopics = ['单元格', '合计与勾稽关系', '表二', '申请办理与复议诉讼'];
const yearTopics = [...tableTopics, '与上年报告比较'];
const rulesOf = (topics: readonly string[]): readonly Rule[] => {
  const found = ruleGroups.filter((group) => topics.includes(group.title));
  if (found.length !== topics.length) throw new Error('a topic of the benchmark is gone');
  return found.flatMap((group) => group.rules);
};

function breakCell(report: AnnualReport, index: number): AnnualReport {
  const rows = Object.keys(report.requests);
  const row = rows[index % rows.length] as string;
  const cells = report.requests[row] ?? {};
  return { ...report, requests: { ...report.requests, [row]: { ...cells, natural: Number(cells.natural) + 1 } } };
}

/** Processor time of this process in microseconds: what else the machine does counts little. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds of one core for one report, the best of several rounds. */
function measure(run: (index: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20; round += 1) {
    const begin = processorTime();
    for (let index = 0; index < reports.length; index += 1) run(index);
    best = Math.min(best, (processorTime() - begin) / reports.length);
  }
  return best;
}

const baseline = measure((index) => JSON.parse(texts[index] as string));
const tables = rulesOf(tableTopics);
const years = rulesOf(yearTopics);
const file = 'report.json';
const measured = {
  'rules on tables': measure((index) => checkReport(reports[index] as AnnualReport, { file, rules: tables })),
  'rules on tables, one cell wrong': measure((index) =>
    checkReport(faulty[index] as AnnualReport, { file, rules: tables }),
  ),
  'rules on tables and last year': measure((index) =>
    checkReport(reports[index] as AnnualReport, { file, rules: years, previous: earlier[index] as AnnualReport }),
  ),
  'all rules, narrative included': measure((index) => checkReport(reports[index] as AnnualReport, { file, rules })),
};

console.log(`JSON.parse of the same reports: ${baseline.toFixed(1)} µs each`);
for (const [name, time] of Object.entries(measured)) {
  const perSecond = Math.round(1_000_000 / time).toLocaleString('en');
  console.log(`${name}: ${time.toFixed(1)} µs, ${perSecond} reports/s, ${(time / baseline).toFixed(2)} × JSON.parse`);
}
const reached = 1_000_000 / measured['rules on tables'];
console.log(
  `wanted for the rules on tables: ${wanted.toLocaleString('en')} reports/s: ${reached >= wanted ? 'reached' : 'NOT reached'}`,
);
