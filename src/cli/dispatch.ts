import { parseArgs } from 'node:util';
import { type Command, type ExitStatus, exitStatus, Options, UsageError, usageLine } from './command.ts';
import { type CommandEntry, commands, findCommand, listGroup } from './commands.ts';
import type { Terminal } from './terminal.ts';

/** Runs the command that the words of the command line name. */
export async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [first = 'help', ...rest] = words;
  if (['help', '--help', '-h'].includes(first)) {
    const { showHelp } = await import('./help.ts');
    return showHelp(rest, terminal);
  }
  if (['version', '--version', '-V'].includes(first)) {
    const { showVersion } = await import('./version.ts');
    return showVersion(terminal);
  }
  const found = findCommand(words);
  if (words.includes('--help') || words.includes('-h')) {
    const { showHelp } = await import('./help.ts');
    return showHelp(found ? found.entry.name.split(' ') : words, terminal);
  }
  return found ? runCommand(found.entry, found.rest, terminal) : refuseCommand(words, terminal);
}

async function runCommand(entry: CommandEntry, words: string[], terminal: Terminal): Promise<ExitStatus> {
  const command = await entry.load();
  try {
    const { operands, options } = await readWords(command, words);
    return await command.run({ operands, options, terminal });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.tell(/？$/.test(error.message) ? error.message : `${error.message}。`);
    terminal.tell(`用法：${usageLine(entry.name, command)}（详见 gongkai help ${entry.name}）`);
    return exitStatus.unread;
  }
}

async function readWords(command: Command, words: string[]): Promise<{ operands: string[]; options: Options }> {
  const { values, positionals: patterns } = parseWords(command, words);
  const positionals = await expandPatterns(patterns);
  const { from, to = Number.POSITIVE_INFINITY } = command.count;
  const { operandName = '文件' } = command;
  if (positionals.length < from) {
    throw new UsageError(
      positionals.length === 0
        ? `没有给出${operandName}`
        : `这个命令需要 ${from} 个${operandName}，只给出了 ${positionals.length} 个`,
    );
  }
  if (positionals.length > to) {
    const allowed = to === 0 ? `不需要${operandName}` : `只接受 ${to} 个${operandName}`;
    throw new UsageError(`这个命令${allowed}，却给出了 ${positionals.length} 个：${positionals.join(' ')}`);
  }
  return { operands: positionals, options: new Options(values) };
}

/**
 * The files that `*` and `?` stand for, where the shell did not put them in (cmd.exe never does). A
 * pattern without a match stays as it is, to be told as a file that is not there.
 */
async function expandPatterns(words: readonly string[]): Promise<string[]> {
  if (!words.some((word) => /[*?]/.test(word))) return [...words];
  const { existsSync, globSync } = await import('node:fs');
  return words.flatMap((word) => {
    const found = /[*?]/.test(word) && !existsSync(word) ? globSync(word).sort() : [];
    return found.length > 0 ? found : [word];
  });
}

function parseWords(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message = '' } = error as { code?: string; message?: string };
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(unknownOption(option, command));
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
      const name = option.replace(/^-+/, '');
      const isSwitch = command.options[name]?.type === 'boolean';
      throw new UsageError(isSwitch ? `选项 ${option} 不带值` : `选项 ${option} 后面缺少值`);
    }
    throw error;
  }
}

function unknownOption(option: string, command: Command): string {
  const near = nearest(option.replace(/^-+/, ''), Object.keys(command.options));
  return `没有“${option}”这个选项${near ? `，是不是要用 --${near}？` : ''}`;
}

function refuseCommand(words: readonly string[], terminal: Terminal): ExitStatus {
  const [first = '', second = ''] = words;
  const asked = words.slice(0, 2).join(' ');
  const isGroup = listGroup(first).length > 0;
  const verb = isGroup ? second : first;
  // Who leaves out the group, or names another one, means the command of that verb.
  const near =
    commands.find(({ name }) => name.split(' ')[1] === verb)?.name ??
    nearest(
      asked,
      commands.map(({ name }) => name),
    );
  const hint = near
    ? `是不是要用 gongkai ${near}？`
    : `全部命令见 gongkai help${isGroup && words.length === 1 ? ` ${first}` : ''}。`;
  terminal.tell(
    isGroup && words.length === 1 ? `${first} 后面要写明做什么，${hint}` : `没有“${asked}”这个命令，${hint}`,
  );
  return exitStatus.unread;
}

/** The word that differs from `word` in at most a third of its letters. */
function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: distance(word, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, best.candidate.length / 3) ? best.candidate : undefined;
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
