import { listNotices, writeNotice } from '../calendar/index.ts';
import { dayInChina } from '../kernel/plain-date.ts';
import { type Command, exitStatus, UsageError } from './command.ts';
import { refuse, withDatabase } from './database.ts';

/** `gongkai calendar show`: what holds for a year, in the form in which it can be imported. */
export const calendarShow: Command = {
  operands: '年份',
  operandName: '年份',
  count: { from: 0, to: 1 },
  options: {},
  notes: ['输出这一年采用的放假安排，不写年份的是今年。输出的内容改正后可以用 gongkai calendar import 导入。'],
  examples: ['gongkai calendar show', 'gongkai calendar show 2026 > 2026.txt'],
  async run({ operands: [asked], terminal }) {
    const year = asked === undefined ? Number(dayInChina(new Date()).slice(0, 4)) : Number(asked);
    if (!Number.isInteger(year)) throw new UsageError(`“${asked}”不是年份，应写成 2027 的样子`);
    return withDatabase(terminal, async ({ db }) => {
      const notices = await listNotices(db);
      const notice = notices.find((each) => each.year === year);
      if (!notice) {
        const known = `${notices[0]?.year}至${notices.at(-1)?.year}年`;
        return refuse(
          terminal,
          `没有${year}年的放假安排，现有${known}。安排公布后请用 gongkai calendar import 导入；导入前涉及的期限为估算。`,
        );
      }
      await terminal.print(writeNotice(notice).trimEnd());
      terminal.note(notice.importedBy === undefined ? '（随程序提供）' : `（${notice.importedBy}导入）`);
      return exitStatus.clean;
    });
  },
};
