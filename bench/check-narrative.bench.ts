// How fast the rules on the narrative are on reports of the usual length, as a ratio to parsing the
// same reports from JSON in the same run. All rules together have to reach 1,000 reports a second on
// one core. Then 100 reports of one county, each compared with the other 99.

import { seededRandom } from '../src/kernel/random.ts';
import type { AnnualReport } from '../src/report/domain/annual-report.ts';
import { checkReport, type Rule, rules } from '../src/report/domain/check/index.ts';
import { narrativeRules } from '../src/report/domain/check/narrative/index.ts';
import { makeReport } from '../tests/support/report-arbitrary.ts';
import { speakOf } from '../tests/support/spoken-figures.ts';

const wanted = 1_000;
/** Characters of narrative in a township's report, as published ones have. */
const usualLength = 3_500;

const things = '栏目 台账 窗口 公示栏 查阅点 办事指南 村务清单 政策解读 答复文书 会议记录 培训材料 网格群'.split(' ');
const acts = '逐项核对 按月更新 当场补齐 统一改写 专人保管 随文确定 重新张贴 集中清理 登记造册 定期抽查'.split(' ');
const ends = '群众查阅更方便 答复时限更清楚 责任落到个人 过期内容不再留存 问题在一周内办结'.split(' ');

/** A report of the usual length: figures told in the many ways, and prose of its own. */
function writeReport(seed: number): AnnualReport {
  const { report } = speakOf(makeReport(seed, { form: '2021' }), seed);
  const random = seededRandom(seed);
  const sentence = () =>
    `对${random.pick(things)}和${random.pick(things)}${random.pick(acts)}，由${random.pick(things)}负责人${random.pick(acts)}，${random.pick(ends)}。`;
  const sections = report.sections.map((section) => ({ ...section }));
  for (const at of [0, 4]) {
    const section = sections[at];
    while (section && section.text.length < usualLength * (at === 0 ? 0.6 : 0.4)) {
      section.text += `\n${Array.from({ length: 5 }, sentence).join('')}`;
    }
  }
  return { ...report, organ: `云溪县第${seed}镇人民政府`, year: 2023, sections };
}

/** Reports nobody has read before: a reading is kept with its report, and this is to measure reading too. */
const texts = Array.from({ length: 400 }, (_, seed) => JSON.stringify(writeReport(seed)));
const parse = () => texts.map((text) => JSON.parse(text) as AnnualReport);

/** Microseconds of processor time for one report, the best of several rounds: the others were disturbed. */
function measure(run: (reports: readonly AnnualReport[]) => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 8; round += 1) {
    const reports = parse();
    const begin = process.cpuUsage();
    run(reports);
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / reports.length);
  }
  return best;
}

const checkAll = (only: readonly Rule[]) => (reports: readonly AnnualReport[]) => {
  for (const report of reports) checkReport(report, { file: 'report.json', rules: only });
};

const baseline = measure(() => parse());
const narrative = measure(checkAll(narrativeRules));
const everything = measure(checkAll(rules));
const again = (() => {
  const reports = parse();
  checkAll(narrativeRules)(reports);
  return measure(() => checkAll(narrativeRules)(reports));
})();

const length = JSON.parse(texts[0] as string).sections.reduce(
  (sum: number, { text }: { text: string }) => sum + text.length,
  0,
);
console.log(`JSON.parse of the same reports (${length} characters of narrative): ${baseline.toFixed(1)} µs each`);
for (const [name, time] of Object.entries({
  'rules on the narrative': narrative,
  'rules on the narrative, read before': again,
  'all rules': everything,
})) {
  const perSecond = Math.round(1_000_000 / time).toLocaleString('en');
  console.log(`${name}: ${time.toFixed(0)} µs, ${perSecond} reports/s, ${(time / baseline).toFixed(1)} × JSON.parse`);
}

const county = parse()
  .slice(0, 100)
  .map((report, index) => ({ name: `${index}.json`, report }));
const similarity = narrativeRules.filter(({ id }) => id.startsWith('SIM-'));
const begin = process.cpuUsage();
for (const { report } of county) checkReport(report, { file: 'report.json', rules: similarity, siblings: county });
const { user } = process.cpuUsage(begin);
const perReport = user / 1000 / county.length;
console.log(`each of 100 reports compared with the other 99: ${perReport.toFixed(1)} ms a report`);

if (1_000_000 / everything < wanted) {
  console.error(`FAILED: fewer than ${wanted} reports a second`);
  process.exitCode = 1;
}
