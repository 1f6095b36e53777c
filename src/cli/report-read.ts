import { serialiseAnnualReport } from '../report/domain/interchange/index.ts';
import { type Command, type ExitStatus, exitStatus } from './command.ts';
import { readReports, tellProblem } from './input.ts';
import { showReport } from './show-report.ts';

/** `gongkai report read`: one interchange document, or one set of tables, for each file. */
export const reportRead: Command = {
  operands: '文件…',
  count: { from: 1 },
  options: { json: { type: 'boolean', words: '每个文件输出一行交换格式 JSON（JSON Lines）' } },
  notes: ['读不了的文件在标准错误输出说明原因，其余文件照常读取，退出状态为 2。'],
  examples: ['gongkai report read 年报.docx', 'gongkai report read --json *.docx > all.jsonl'],

  async run({ operands, options, terminal }): Promise<ExitStatus> {
    let status: ExitStatus = exitStatus.clean;
    let shown = 0;
    for await (const { path, result } of readReports(operands)) {
      if (!result.ok) {
        tellProblem(terminal, path, result.problem.message);
        status = exitStatus.unread;
      } else if (options.isSet('json')) {
        await terminal.print(serialiseAnnualReport(result.value));
      } else {
        if (shown > 0) await terminal.print('');
        await terminal.print(showReport(path, result.value, terminal).join('\n'));
        shown += 1;
      }
    }
    return status;
  },
};
