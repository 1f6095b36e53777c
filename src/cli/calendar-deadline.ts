import { explainDeadline, reckonDeadline, summarizeDeadline } from '../calendar/index.ts';
import { systemCounty } from '../kernel/actor.ts';
import { findPlainDate } from '../kernel/plain-date.ts';
import { type Command, exitStatus, UsageError } from './command.ts';
import { findCounties, listCounties } from './counties.ts';
import { refuse, withDatabase } from './database.ts';

/** `gongkai calendar deadline`: counts a period out, day by day. */
export const calendarDeadline: Command = {
  operands: '起算日 天数',
  operandName: '参数（起算日、天数）',
  count: { from: 2, to: 2 },
  options: {
    'calendar-days': { type: 'boolean', words: '按自然日计算，最后一日是节假日的顺延；不写的按工作日' },
    county: { type: 'string', placeholder: '县', words: '计入这个县登记的本地放假：名称或 12 位区划代码' },
  },
  notes: ['起算日当天不计入；逐日列出计入的序数，或者不计的理由。只有一个县的，不必写 --county。'],
  examples: ['gongkai calendar deadline 2026-02-10 20', 'gongkai calendar deadline 2026-09-20 60 --calendar-days'],
  async run({ operands: [from = '', count = ''], options, terminal }) {
    const day = findPlainDate(from);
    if (!day) throw new UsageError(`“${from}”不是日期，应写成 2026-02-10 的样子`);
    if (!/^\d{1,3}$/.test(count)) throw new UsageError(`“${count}”不是天数，应是 0 至 999 的整数`);
    return withDatabase(terminal, async ({ db }) => {
      const counties = await listCounties(db);
      const asked = options.find('county');
      const own = counties.filter(({ id }) => id !== systemCounty);
      const chosen = asked === undefined ? own : findCounties(own, asked);
      if (asked !== undefined && chosen.length !== 1) {
        const known = own.map(({ name }) => name).join('、');
        return refuse(terminal, `没有“${asked}”这个县，现有：${known}。同名的请写区划代码。`);
      }
      if (chosen.length > 1) terminal.note('有多个县，没有计入本地放假；需要计入的请写 --county。');
      const countyId = chosen.length === 1 && chosen[0] ? chosen[0].id : systemCounty;
      const deadline = await reckonDeadline(db, countyId, {
        from: day,
        count: Number(count),
        unit: options.isSet('calendar-days') ? 'calendar-days' : 'working-days',
      });
      for (const line of explainDeadline(deadline)) await terminal.print(line);
      await terminal.print(summarizeDeadline(deadline));
      return exitStatus.clean;
    });
  },
};
