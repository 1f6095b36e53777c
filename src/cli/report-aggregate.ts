import { basename } from 'node:path';
import { createAggregator, listContributors } from '../report/domain/aggregate/index.ts';
import type { AnnualReport } from '../report/domain/annual-report.ts';
import { getForm } from '../report/domain/forms/index.ts';
import { checkReports, writeReport } from '../report/index.ts';
import { type Call, type Command, type ExitStatus, exitStatus, UsageError } from './command.ts';
import { harmless, wrap } from './display.ts';
import { tellProblem } from './input.ts';
import { chooseTarget, refuseOverwriting, writeTarget } from './output.ts';
import { streamReports } from './report-stream.ts';
import { showFindings } from './show-findings.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai report aggregate`: the sums of many reports as one report. */
export const reportAggregate: Command = {
  operands: '文件…',
  count: { from: 1 },
  options: {
    organ: { type: 'string', placeholder: '名称', words: '汇总机关的名称' },
    year: { type: 'string', placeholder: '年份', words: '报告年度；其他年度的报告不能汇总' },
    out: {
      type: 'string',
      placeholder: '输出文件',
      words: '写到哪个文件，格式看扩展名（json、docx、xlsx、html、md）；“-”是标准输出',
    },
    json: { type: 'boolean', words: '把汇总结果的检查结果输出为一行 JSON' },
  },
  notes: [
    '“文件”可以是报告文件、文件夹（其中的报告文件），或每行一份报告的 JSON Lines 文件；“-”从标准输入读 JSON Lines。',
    '任何一个单位的某一格是空白或文字，该格合计就不能确定，留空并说明是哪些单位。年度或表式不一致的，不予汇总；同一机关出现不止一次的，照加并提醒核对。',
    '有文件读不了时，其余的照常汇总，结果中注明哪些没有计入，退出状态为 2。',
  ],
  examples: [
    'gongkai report aggregate 各单位 --organ 云溪县人民政府 --year 2024 --out 汇总.docx',
    'gongkai report read --json *.docx | gongkai report aggregate - --organ 云溪县人民政府 --year 2024 --out 汇总.json',
  ],
  run,
};

async function run({ operands, options, terminal }: Call): Promise<ExitStatus> {
  const organ = options.get('organ').trim();
  const year = readYear(options.get('year'));
  const target = chooseTarget(options.get('out'), undefined, 'json');
  if (target.path === '-' && options.isSet('json')) {
    throw new UsageError('--json 与 --out - 都要用标准输出，请只用一个');
  }
  await refuseOverwriting(target, operands);

  const aggregator = createAggregator({ organ, year });
  const tell = limited(terminal);
  let unread = 0;
  let refused = 0;
  for await (const { name, result } of streamReports(operands, target.path)) {
    if (!result.ok) {
      unread += 1;
      tell(name, result.problem.message);
      aggregator.omit(basename(name), result.problem.message);
      continue;
    }
    const added = aggregator.add({ name: basename(name), report: result.value });
    if (!added.ok) {
      refused += 1;
      tell(name, added.problem.message);
    }
  }
  tell.end();
  if (refused > 0) {
    terminal.tell(`有 ${refused} 份报告不能相加，没有写出汇总结果。请更正后重新汇总。`);
    return exitStatus.unread;
  }
  for (const doubt of aggregator.doubts()) terminal.tell(`警告：${doubt}。`);
  const result = aggregator.result();
  if (!result.ok) {
    terminal.tell(result.problem.message);
    return exitStatus.unread;
  }
  const problem = await writeTarget(target, await writeReport(result.value, target.format), terminal);
  if (problem !== undefined) {
    terminal.tell(problem);
    return exitStatus.unread;
  }

  const [checked] = await checkReports([{ name: target.path, report: result.value }]);
  if (!checked) return exitStatus.clean;
  if (options.isSet('json')) await terminal.print(JSON.stringify(checked));
  else {
    const lines = contributionLines(result.value, target.path, terminal.width);
    lines.push('', ...showFindings(checked, getForm(result.value.form), terminal));
    if (target.path === '-') for (const line of lines) terminal.note(line);
    else await terminal.print(lines.join('\n'));
  }
  if (unread > 0) return exitStatus.unread;
  return checked.summary.error + checked.summary.unknown > 0 ? exitStatus.findings : exitStatus.clean;
}

function readYear(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new UsageError(`--year 应为四位年份，如 2024，不是“${text}”`);
  return Number(text);
}

/** Tells problems one by one, but not forty thousand of them. */
function limited(terminal: Terminal) {
  const most = 20;
  let told = 0;
  const tell = (path: string, message: string): void => {
    told += 1;
    if (told <= most) tellProblem(terminal, path, message);
  };
  tell.end = (): void => {
    if (told > most) terminal.tell(`另有 ${told - most} 份报告有同类问题，未逐一列出。`);
  };
  return tell;
}

/** Who is in it, who is not, and which cells have no sum. */
function contributionLines(report: AnnualReport, path: string, width: number): string[] {
  const shownNames = 20;
  const contributors = listContributors(report);
  const names = contributors.slice(0, shownNames).map(({ organ, file }) => harmless(organ || file));
  const rest = contributors.length > names.length ? `等${contributors.length}个单位` : '';
  const open = report.notes.filter(({ kind }) => kind === 'ambiguous').length;
  return [
    ...wrap(`已汇总${contributors.length}个单位的年度报告${path === '-' ? '' : `，写入 ${path}`}。`, width),
    ...wrap(`计入：${names.join('、')}${rest}`, width, '      '),
    ...(open > 0 ? [`有${open}格的合计无法确定，原因见结果中的说明。`] : []),
  ];
}
