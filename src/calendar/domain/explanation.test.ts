import { describe, expect, it, test } from 'vitest';
import { rowsOf } from '../../kernel/printable-document.ts';
import { listShippedNotices } from '../service/shipped.ts';
import { addCalendarDays, addWorkingDays } from './deadline.ts';
import { explainDeadline, layOutDeadline, summarizeDeadline } from './explanation.ts';
import { on, shippedCalendar } from './fixtures/calendars.ts';
import { compareNotices, tellDayChange } from './notice-difference.ts';
import { standingOf, tellStanding } from './standing.ts';

const calendar = shippedCalendar();

describe('期限的逐日说明', () => {
  it('清明节前两个工作日', () => {
    expect(explainDeadline(addWorkingDays(calendar, on('2026-04-02'), 2))).toEqual([
      '2026年4月2日（周四）为起算日，不计入期限',
      '4月3日（周五）第1日',
      '4月4日（周六）清明节放假，不计',
      '4月5日（周日）清明节放假，不计',
      '4月6日（周一）清明节放假，不计',
      '4月7日（周二）第2日，期限届满',
    ]);
  });

  it('调休上班的周六计入，普通周末不计，跨年时写明年份', () => {
    const lines = explainDeadline(addWorkingDays(calendar, on('2025-12-31'), 2));
    expect(lines[1]).toBe('2026年1月1日（周四）元旦放假，不计');
    expect(lines[4]).toBe('1月4日（周日）元旦调休上班，第1日');
    const spring = explainDeadline(addWorkingDays(calendar, on('2026-02-27'), 2));
    expect(spring.slice(1, 3)).toEqual(['2月28日（周六）春节调休上班，第1日', '3月1日（周日）周末，不计']);
  });

  it('自然日逢节假日的，说明顺延', () => {
    const lines = explainDeadline(addCalendarDays(calendar, on('2026-09-20'), 15));
    expect(lines.slice(-4)).toEqual([
      '10月5日（周一）第15日，国庆节放假，期限顺延',
      '10月6日（周二）国庆节放假，期限顺延',
      '10月7日（周三）国庆节放假，期限顺延',
      '10月8日（周四）节假日后的第一日，期限届满',
    ]);
  });

  it('放假安排未公布的，最后说明是估算', () => {
    expect(explainDeadline(addWorkingDays(calendar, on('2027-03-01'), 1)).at(-1)).toContain(
      '节假日安排未公布，截止日为估算',
    );
  });

  it('一句话的结论写明起算日、期限和届满日', () => {
    expect(summarizeDeadline(addWorkingDays(calendar, on('2026-02-10'), 20))).toBe(
      '自2026年2月10日起20个工作日，于2026年3月16日（周一）届满。',
    );
  });

  it('打印件逐日成行，每个节假日写明依据的文号', () => {
    const deadline = addWorkingDays(calendar, on('2026-02-10'), 20);
    const { title, blocks } = layOutDeadline(deadline, '期限计算说明');
    expect(title).toBe('期限计算说明');
    const table = blocks.find((block) => block.kind === 'table');
    const rows = table ? rowsOf(table).map((row) => row.map(({ text }) => text)) : [];
    expect(rows).toHaveLength(2 + deadline.days.length);
    expect(rows).toContainEqual(['', '2026年2月17日（周二）', '春节放假，不计', '国办发明电〔2025〕7号']);
    expect(rows.at(-1)).toEqual(['20', '2026年3月16日（周一）', '第20日，期限届满', '']);
  });
});

describe('截止日与今天', () => {
  test.each([
    ['2026-04-07', '2026-04-02', '还剩2个工作日'],
    ['2026-04-07', '2026-04-07', '今天到期'],
    ['2026-04-03', '2026-04-07', '已逾期1个工作日'],
    ['2026-04-03', '2026-04-06', '已逾期'],
    ['2026-04-05', '2026-04-04', '即将到期'],
  ])('截止日%s，今天%s：%s', (due, today, told) => {
    expect(tellStanding(standingOf(calendar, on(due), on(today)))).toBe(told);
  });
});

describe('导入通知前后的变动', () => {
  const notice = listShippedNotices().find(({ year }) => year === 2026);

  it('原来没有安排的，与周一至周五的推算比', () => {
    const changes = compareNotices(2026, undefined, notice);
    expect(changes.map(tellDayChange).slice(0, 4)).toEqual([
      '2026年1月1日（周四）：工作日 → 元旦放假',
      '2026年1月2日（周五）：工作日 → 元旦放假',
      '2026年1月3日（周六）：周末 → 元旦放假',
      '2026年1月4日（周日）：周末 → 元旦调休上班',
    ]);
    expect(changes[2]?.changesWork).toBe(false);
    expect(changes[3]?.changesWork).toBe(true);
  });

  it('同一份安排没有变动', () => {
    expect(compareNotices(2026, notice, notice)).toEqual([]);
  });
});
