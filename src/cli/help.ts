import { type ExitStatus, exitStatus, usageLine } from './command.ts';
import { type CommandEntry, commands, findCommand, listGroup } from './commands.ts';
import { displayTable, wrap } from './display.ts';
import type { Terminal } from './terminal.ts';

/** Prints the overview, the commands of a group, or the help of the command that `words` name. */
export async function showHelp(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const names = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  const lines = await helpFor(names, terminal);
  if (!lines) {
    terminal.tell(`没有“${names.join(' ')}”这个命令，全部命令见 gongkai help。`);
    return exitStatus.unread;
  }
  await terminal.print(lines.join('\n'));
  return exitStatus.clean;
}

async function helpFor(names: readonly string[], terminal: Terminal): Promise<string[] | undefined> {
  const [first, ...more] = names;
  if (first === undefined) return overview(terminal);
  if (first === 'start') return startHelp;
  const entry =
    findCommand(names)?.entry ?? commands.find(({ name }) => more.length === 0 && name.endsWith(` ${first}`));
  if (entry) return commandHelp(entry, terminal.width);
  const group = more.length === 0 ? listGroup(first) : [];
  return group.length > 0 ? groupHelp(first, group, terminal.width) : undefined;
}

function groupHelp(group: string, entries: readonly CommandEntry[], width: number): string[] {
  const table = displayTable(
    [{ title: '命令' }, { title: '作用' }],
    entries.map(({ name, words }) => [`gongkai ${name}`, words]),
    { width },
  );
  return [...table, '', `各命令的用法见 gongkai help ${group} 后接命令名。`];
}

/** Started by the launcher, not by a command of this program. */
const startHelp = [
  'gongkai start：启动系统',
  '',
  '用法：gongkai start [--no-demo]',
  '',
  '  --no-demo  不装入演示数据；正式使用时一律加上',
  '',
  '端口（PORT）、数据文件夹（DATA_DIR）等用环境变量设置，见 docs/configuration.md。按 Ctrl+C 停止。',
];

function overview({ width }: Terminal): string[] {
  const table = displayTable(
    [{ title: '命令' }, { title: '作用' }],
    [
      ...commands.map(({ name, words }) => [`gongkai ${name}`, words]),
      ['gongkai start', '启动系统；加 --no-demo 时不装入演示数据'],
      ['gongkai help 命令', '显示一个命令的用法'],
      ['gongkai version', '显示版本号'],
    ],
    { width },
  );
  return [
    'Gongkai 公开：政府信息公开工作系统',
    '',
    ...table.map((line) => `  ${line}`),
    '',
    '文件可以是 .docx、.xlsx、.pdf（有文字层）、.html、.md、.txt，或交换格式 .json；“-”表示标准输入。',
    '退出状态：0 没有错误；1 有错误或无法判断的问题；2 有文件读不了，或命令写错。',
    '系统里没有 gongkai 这个命令时，写成 node bin/gongkai.mjs，后面相同。',
  ];
}

async function commandHelp({ name, words: purpose, load }: CommandEntry, width: number): Promise<string[]> {
  const command = await load();
  const options = Object.entries(command.options).map(([option, { placeholder, words }]) => [
    placeholder ? `--${option} ${placeholder}` : `--${option}`,
    words,
  ]);
  return [
    `gongkai ${name}：${purpose}`,
    '',
    ...wrap(`用法：${usageLine(name, command)}`, width, '      '),
    ...(options.length > 0
      ? ['', ...displayTable([{ title: '选项' }, { title: '含义' }], options, { width }).map((line) => `  ${line}`)]
      : []),
    ...(command.notes.length > 0 ? ['', ...command.notes.flatMap((note) => wrap(note, width))] : []),
    '',
    '示例：',
    ...command.examples.map((example) => `  ${example}`),
  ];
}
