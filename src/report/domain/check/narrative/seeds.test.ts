import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../platform/documents/index.ts';
import type { AnnualReport } from '../../annual-report.ts';
import { readAnnualReport } from '../../read/index.ts';
import { checkReport } from '../index.ts';
import { narrativeMarks, narrativeRules } from './index.ts';

// Real reports lie beside the repository on some machines only; none of their text is kept here.
const folder = new URL('../../../../../../shared/seeds/', import.meta.url);

async function read(name: string): Promise<AnnualReport> {
  const document = await readDocument({ name, bytes: readFileSync(new URL(name, folder)) });
  if (!document.ok) throw new Error(document.problem.message);
  const report = readAnnualReport(document.value);
  if (!report.ok) throw new Error(report.problem.message);
  return report.value;
}

async function check(name: string) {
  const { findings } = checkReport(await read(name), { file: name, rules: narrativeRules });
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe.runIf(existsSync(folder))('the real reports', () => {
  test('kaicheng: the sums of 2188 and 189 hold; 4 万元 beside no 信息处理费 is worth a notice', async () => {
    expect(await check('kaicheng-2021.txt')).toEqual(['NAR-FEE-KIND notice']);
  });

  test('pingle: the pending suit is never mentioned', async () => {
    const found = await check('pingle-2021.txt');
    expect(found).toContain('NAR-CASE-SILENT notice');
    expect(found.filter((each) => !each.endsWith('notice'))).toEqual([]);
  });

  test('mengguji: approximations that may add up are left alone', async () => {
    expect(await check('mengguji-2020.txt')).toEqual([]);
  });

  test('aigang and zhongcun: counts of other business are not mistaken for cells', async () => {
    expect(await check('aigang-2021.txt')).toEqual(['NAR-FEE-STATEMENT notice']);
    expect(await check('zhongcun-2022.txt')).toEqual(['NAR-FEE-STATEMENT notice']);
  });

  test('no report is mistaken for a copy of another', async () => {
    const names = ['aigang-2021.txt', 'kaicheng-2021.txt', 'pingle-2021.txt', 'zhongcun-2022.txt'];
    const reports = await Promise.all(names.map(async (name) => ({ name, report: await read(name) })));
    for (const { name, report } of reports) {
      const siblings = reports.filter((each) => each.name !== name);
      const { findings } = checkReport(report, { file: name, rules: narrativeRules, siblings });
      expect(findings.filter(({ rule }) => rule.startsWith('SIM-'))).toEqual([]);
    }
  });

  test('a statement of zero is marked with its cell', async () => {
    const marks = narrativeMarks(await read('zhongcun-2022.txt'));
    expect(marks.map(({ section, paths, kind, state }) => ({ section, paths, kind, state }))).toEqual([
      { section: 1, paths: ['requests.newlyReceived.total'], kind: 'zero', state: 'agrees' },
    ]);
  });
});
