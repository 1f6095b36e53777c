import { writeReport } from '../report/index.ts';
import { type Command, type ExitStatus, exitStatus } from './command.ts';
import { readReportFile, tellProblem } from './input.ts';
import { chooseTarget, refuseOverwriting, writeTarget } from './output.ts';

/** `gongkai report write`: one report as a file in the official form. */
export const reportWrite: Command = {
  operands: 'FILE',
  count: { from: 1, to: 1 },
  options: {
    to: { type: 'string', placeholder: 'docx|html|xlsx|md|json', words: '写成什么格式；不写时看 --out 的扩展名' },
    out: { type: 'string', placeholder: 'F', words: '写到哪个文件；“-”是标准输出（html、md、json）' },
  },
  notes: ['FILE 可以是交换格式 .json，也可以是任何能读取的文件。输入文件不会被覆盖。'],
  examples: [
    'gongkai report write 年报.json --to docx --out 年报.docx',
    'gongkai report write 年报.pdf --out 年报.xlsx',
  ],

  async run({ operands: [path = ''], options, terminal }): Promise<ExitStatus> {
    const target = chooseTarget(options.get('out'), options.find('to'));
    await refuseOverwriting(target, [path]);
    const result = await readReportFile(path);
    if (!result.ok) {
      tellProblem(terminal, path, result.problem.message);
      return exitStatus.unread;
    }
    const problem = await writeTarget(target, await writeReport(result.value, target.format), terminal);
    if (problem !== undefined) {
      terminal.tell(problem);
      return exitStatus.unread;
    }
    return exitStatus.clean;
  },
};
