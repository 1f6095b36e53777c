import { importNotice, previewNotice, removeNotice, tellDayChange } from '../calendar/index.ts';
import { systemActor } from '../kernel/actor.ts';
import { failure, type Result, success } from '../kernel/result.ts';
import { decodeText } from '../platform/documents/read/decode-text.ts';
import { type Call, type Command, type ExitStatus, exitStatus, UsageError } from './command.ts';
import { refuse, withDatabase } from './database.ts';
import { readFileBytes } from './input.ts';
import type { Terminal } from './terminal.ts';

/** `gongkai calendar import`: the yearly notice on holidays, for every county of this installation. */
export const calendarImport: Command = {
  operands: '通知文件',
  operandName: '通知文件',
  count: { from: 0, to: 1 },
  options: {
    check: { type: 'boolean', words: '只核对、列出变动，不导入' },
    remove: { type: 'string', placeholder: '年份', words: '移除这一年的导入，恢复为随程序提供的安排' },
  },
  notes: [
    '文件是国务院办公厅《关于××××年部分节假日安排的通知》全文（从标题到日期），存成文本文件（.txt）；“-”表示标准输入。',
    '核对日期与星期、放假天数、调休是否在周末、七个节日是否齐全；有一处不符就不导入，并指出在第几行。',
    '对全部县（市、区）生效，替换这一年已有的安排，列出变动的日子，记入审计；运行中的系统几秒内采用，涉及的期限自动重算。',
    '导错了的，导入正确的文件，或者用 --remove 移除。',
  ],
  examples: [
    'gongkai calendar import 2027年放假通知.txt --check',
    'gongkai calendar import 2027年放假通知.txt',
    'gongkai calendar import --remove 2027',
  ],
  run,
};

const operator = systemActor('运维命令 gongkai calendar import');

async function run({ operands: [path], options, terminal }: Call): Promise<ExitStatus> {
  const removed = options.find('remove');
  if (removed !== undefined) {
    if (path !== undefined || options.isSet('check')) throw new UsageError('--remove 不能与文件或 --check 同时使用');
    if (!/^\d{4}$/.test(removed)) throw new UsageError(`“${removed}”不是年份，应写成 2027 的样子`);
    return remove(Number(removed), terminal);
  }
  if (path === undefined) throw new UsageError('没有给出通知文件');
  const text = await readText(path);
  if (!text.ok) return refuse(terminal, text.problem.message);
  return withDatabase(terminal, async ({ db }) => {
    const isCheck = options.isSet('check');
    const done = isCheck
      ? await previewNotice(db, text.value)
      : await importNotice(db, operator, new Date(), text.value);
    if (!done.ok) {
      terminal.tell(done.problem.message);
      const { fields = [] } = done.problem;
      if (fields.length > 1) for (const { message } of fields) terminal.note(message);
      return exitStatus.unread;
    }
    const { notice, isKnown, changes } = done.value;
    for (const change of changes) await terminal.print(tellDayChange(change));
    const differences = changes.length === 0 ? '与已有的安排完全一致' : `变动 ${changes.length} 天`;
    const named = `${notice.year}年放假安排${notice.documentNumber ? `（${notice.documentNumber}）` : ''}`;
    terminal.note(
      isCheck
        ? `核对无误：${named}，${differences}。没有导入。`
        : `已导入${named}，${isKnown ? '替换原有安排，' : ''}${differences}。`,
    );
    return exitStatus.clean;
  });
}

async function remove(year: number, terminal: Terminal): Promise<ExitStatus> {
  return withDatabase(terminal, async ({ db }) => {
    const done = await removeNotice(db, operator, new Date(), year);
    if (!done.ok) return refuse(terminal, done.problem.message);
    for (const change of done.value.changes) await terminal.print(tellDayChange(change));
    terminal.note(
      done.value.shipped
        ? `已移除${year}年的导入，恢复为随程序提供的安排。`
        : `已移除${year}年的导入。程序没有提供这一年的安排，涉及的期限标明为估算。`,
    );
    return exitStatus.clean;
  });
}

async function readText(path: string): Promise<Result<string>> {
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const decoded = decodeText(bytes.value);
  return decoded && !decoded.text.includes('\u0000')
    ? success(decoded.text)
    : failure('not-text', `“${path}”不是文本文件。请把通知全文复制到记事本，存成 .txt 后导入。`);
}
