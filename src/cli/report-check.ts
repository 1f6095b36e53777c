import type { AnnualReport } from '../report/domain/annual-report.ts';
import type { CheckResult } from '../report/domain/finding.ts';
import { getForm } from '../report/domain/forms/index.ts';
import { checkReports } from '../report/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus, worse } from './command.ts';
import { readReports, tellProblem } from './input.ts';
import {
  findPrevious,
  isSameOrgan,
  type PreviousReports,
  readPrevious,
  readSiblings,
  siblingsOf,
} from './neighbours.ts';
import { showFindings, showSummary } from './show-findings.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai report check`: one check result for each file. */
export const reportCheck: Command = {
  operands: '文件…',
  count: { from: 1 },
  options: {
    json: { type: 'boolean', words: '每个文件输出一行检查结果 JSON（JSON Lines）' },
    previous: { type: 'string', placeholder: '上年报告', words: '上一年度的报告，或存放各单位上一年度报告的文件夹' },
    siblings: { type: 'string', placeholder: '文件夹', words: '存放其他单位同年度报告的文件夹，用于查雷同' },
  },
  notes: [
    '被检查的文件不止一个，或 --previous 是文件夹时，按机关名称找上一年度的报告；找不到的不作跨年核对，并在标准错误输出说明。',
    '退出状态：0 没有错误也没有无法判断的问题；1 有；2 有文件读不了。',
  ],
  examples: [
    'gongkai report check 年报.docx',
    'gongkai report check 2024.docx --previous 2023.docx --siblings 各单位年报',
    'gongkai report check 今年/*.docx --previous 去年 --siblings 今年',
    'gongkai report check --json *.docx > findings.jsonl',
  ],
  run,
};

async function run({ operands, options, terminal }: Call): Promise<ExitStatus> {
  const json = options.isSet('json');
  const previousPath = options.find('previous');
  const siblingsPath = options.find('siblings');
  const previous = previousPath === undefined ? undefined : await readPrevious(previousPath, operands.length, terminal);
  const siblings = siblingsPath === undefined ? undefined : await readSiblings(siblingsPath, terminal);

  let status: ExitStatus = previous?.unread || siblings?.unread ? exitStatus.unread : exitStatus.clean;
  let unread = 0;
  let compared = 0;
  const summaries: CheckResult[] = [];
  for await (const { path, result } of readReports(operands)) {
    if (!result.ok) {
      tellProblem(terminal, path, result.problem.message);
      unread += 1;
      continue;
    }
    const report = result.value;
    const before = previous && previousOf(previous, report, path, terminal);
    if (before) compared += 1;
    const surroundings = { previous: before, siblings: siblings && (await siblingsOf(path, siblings)) };
    for (const checked of await checkReports([{ name: path, report }], surroundings)) {
      if (checked.summary.error + checked.summary.unknown > 0) status = worse(status, exitStatus.findings);
      const lines = json ? [JSON.stringify(checked)] : showFindings(checked, getForm(report.form), terminal);
      if (!json && summaries.length > 0) lines.unshift('');
      await terminal.print(lines.join('\n'));
      summaries.push({ ...checked, findings: [] });
    }
  }
  if (!json && operands.length > 1 && summaries.length > 0) {
    await terminal.print(['', ...showSummary(summaries, unread, terminal)].join('\n'));
  }
  if (previous && previous.reports.length > 0 && summaries.length > 0 && compared === 0) {
    terminal.tell('--previous 给出的报告与被检查的报告没有一份是同一机关，跨年核对都没有进行，请核对文件。');
    return exitStatus.unread;
  }
  return unread > 0 ? exitStatus.unread : status;
}

/** The report of the year before; says on stderr when there is none or when it is another organ's. */
function previousOf(
  previous: PreviousReports,
  report: AnnualReport,
  path: string,
  terminal: Terminal,
): AnnualReport | undefined {
  const found = findPrevious(previous, report);
  if (!found) {
    if (previous.reports.length > 0) tellProblem(terminal, path, '没有找到同一机关上一年度的报告，未作跨年核对。');
    return undefined;
  }
  if (!isSameOrgan(found, report)) {
    const [before, now] = [found, report].map(({ organ }) => (organ === null ? '没有写明机关' : `写的是“${organ}”`));
    tellProblem(terminal, path, `上一年度的报告${before}，这一份${now}，请确认是同一机关。`);
  }
  return found;
}
