import type { AnnualReport } from '../report/domain/annual-report.ts';
import { formCells, getForm } from '../report/domain/forms/index.ts';
import { writeReport } from '../report/index.ts';
import { type Command, type ExitStatus, exitStatus } from './command.ts';
import { harmless } from './display.ts';
import { readReportFile, tellProblem } from './input.ts';
import { chooseTarget, refuseOverwriting, writeTarget } from './output.ts';

/** `gongkai report write`: one report as a file in the official form. */
export const reportWrite: Command = {
  operands: '文件',
  count: { from: 1, to: 1 },
  options: {
    to: { type: 'string', placeholder: 'docx|html|xlsx|md|json', words: '写成什么格式；不写时看 --out 的扩展名' },
    out: { type: 'string', placeholder: '输出文件', words: '写到哪个文件；“-”是标准输出（html、md、json）' },
  },
  notes: ['“文件”可以是交换格式 .json，也可以是任何能读取的文件。输入文件不会被覆盖。'],
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
    if (target.path !== '-') await terminal.print(writtenWords(result.value, target.path));
    return exitStatus.clean;
  },
};

/** Says what was written, and how many cells stand empty in it because no figure was read. */
function writtenWords(report: AnnualReport, path: string): string {
  const empty = formCells(getForm(report.form)).filter(
    ({ table, row, column }) => (report[table][row.key]?.[column.key] ?? null) === null,
  ).length;
  const written = `已写入 ${harmless(path)}。`;
  return empty === 0 ? written : `${written}有${empty}格没有读到数，文件中留空，请对照原件补填。`;
}
