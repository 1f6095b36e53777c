import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../platform/documents/index.ts';
import type { CheckResult } from '../finding.ts';
import { readAnnualReport } from '../read/index.ts';
import { checkReport, ruleGroups } from './index.ts';

// Real reports lie beside the repository on some machines only; none of their text is kept here.
const folder = new URL('../../../../../shared/seeds/', import.meta.url);
const rules = ruleGroups.slice(0, -1).flatMap((group) => group.rules);

async function check(name: string): Promise<CheckResult> {
  const document = await readDocument({ name, bytes: readFileSync(new URL(name, folder)) });
  if (!document.ok) throw new Error(document.problem.message);
  const report = readAnnualReport(document.value);
  if (!report.ok) throw new Error(report.problem.message);
  return checkReport(report.value, { file: name, rules });
}

const rulesOf = ({ findings }: CheckResult, severity: string) =>
  findings.filter((each) => each.severity === severity).map((each) => each.rule);

describe.runIf(existsSync(folder))('the real reports', () => {
  test('kaicheng: the tables hold, only the title is lost', async () => {
    const result = await check('kaicheng-2021.txt');
    expect(rulesOf(result, 'error')).toEqual([]);
    expect(rulesOf(result, 'unknown')).toEqual([]);
    expect(rulesOf(result, 'warning')).toEqual(['TITLE-MISSING']);
  });

  test('pingle: the total column is cut off, so its sums are unknown', async () => {
    const result = await check('pingle-2021.txt');
    expect(rulesOf(result, 'error')).toEqual([]);
    expect(rulesOf(result, 'unknown')).toEqual(expect.arrayContaining(['CELL-BLANK', 'REQ-ROW-SUM']));
  });

  test('aigang: blank cells beside a total are one finding and no pass', async () => {
    const result = await check('aigang-2021.txt');
    expect(rulesOf(result, 'error')).toEqual([]);
    const blank = result.findings.filter((each) => each.rule === 'CELL-BLANK');
    expect(blank.map((each) => each.paths.length)).toEqual([36]);
    expect(rulesOf(result, 'unknown')).toEqual(['CELL-BLANK', 'REQ-ROW-SUM', 'REQ-RESULT-SUM']);
  });

  test('mengguji and zhongcun: nothing worse than a notice', async () => {
    for (const name of ['mengguji-2020.txt', 'zhongcun-2022.txt']) {
      const { summary } = await check(name);
      expect(summary).toMatchObject({ error: 0, warning: 0, unknown: 0 });
    }
  });
});
