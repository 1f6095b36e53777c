import { diffReports } from '../report/domain/diff/index.ts';
import type { NamedReport } from '../report/index.ts';
import { type Command, exitStatus } from './command.ts';
import { readReports, tellProblem } from './input.ts';
import { showDiff } from './show-diff.ts';

/** `gongkai report diff`: what changed from one report to another. */
export const reportDiff: Command = {
  operands: '原报告 新报告',
  count: { from: 2, to: 2 },
  options: { json: { type: 'boolean', words: '输出一行比较结果 JSON' } },
  notes: [
    '从原报告到新报告逐格、逐段比较。空白与 0 不同；计数原数不足 30 的不计百分比；两种表式之间只比较都有的内容。',
    '有变化不算错误，退出状态仍为 0。',
  ],
  examples: ['gongkai report diff 2023.docx 2024.docx', 'gongkai report diff --json 初稿.json 定稿.json'],

  async run({ operands, options, terminal }) {
    const reports: NamedReport[] = [];
    for await (const { path, result } of readReports(operands)) {
      if (result.ok) reports.push({ name: path, report: result.value });
      else tellProblem(terminal, path, result.problem.message);
    }
    const [before, after] = reports;
    if (!before || !after) return exitStatus.unread;
    const diff = diffReports(before, after);
    await terminal.print(options.isSet('json') ? JSON.stringify(diff) : showDiff(diff, terminal).join('\n'));
    return exitStatus.clean;
  },
};
