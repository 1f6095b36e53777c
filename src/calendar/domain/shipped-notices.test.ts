import library from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it, test } from 'vitest';
import { addDays, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { listShippedNotices } from '../service/shipped.ts';
import { daysBetween, isWeekend, listNoticeDays } from './calendar.ts';
import { on, shippedCalendar } from './fixtures/calendars.ts';
import { readNotice, writeNotice } from './notice-text.ts';

const notices = listShippedNotices();
const calendar = shippedCalendar();

/** What the tables of the library say. Its own isWorkday mixes the day of UTC with the weekday of the machine's time zone. */
const isWorkdayElsewhere = (day: PlainDate): boolean =>
  day in library.workdays || !(isWeekend(day) || day in library.holidays);

test('自2004年起每一年都有放假安排，中间不缺', () => {
  expect(notices.map(({ year }) => year)).toEqual(notices.map((_, index) => 2004 + index));
  expect(notices.at(-1)?.year).toBeGreaterThanOrEqual(2026);
});

describe.each(notices.map((notice) => [notice.year, notice] as const))('%i 年', (year, notice) => {
  test('每一天是否上班，都与公开的节假日数据库一致', () => {
    const days = daysBetween(on(`${year}-01-01`), on(`${year}-12-31`));
    expect(days.length).toBeGreaterThan(364);
    expect(days.filter((day) => calendar.isWorkingDay(day) !== isWorkdayElsewhere(day))).toEqual([]);
  });

  it('调休上班的都是周末，放假与上班不重叠', () => {
    const listed = listNoticeDays(notice);
    expect(listed.filter(({ day, kind }) => kind === 'make-up' && !isWeekend(day))).toEqual([]);
    expect(new Set(listed.map(({ day }) => day)).size).toBe(listed.length);
  });

  it('每个日期都真实存在，放假的首日不晚于末日', () => {
    for (const { from, to, makeUpDays } of notice.holidays) {
      for (const day of [from, to, ...makeUpDays]) expect(getPlainDate(day)).toBe(day);
      expect(addDays(from, 0) <= to).toBe(true);
    }
  });

  it('写成通知的样子再读回来，仍是同一份安排', () => {
    const { holidays, ...rest } = notice;
    // A document that changed the notice later has no place in the text of the notice.
    const inText = { ...rest, holidays: holidays.map(({ documentNumber, ...holiday }) => holiday) };
    expect(readNotice(writeNotice(notice))).toEqual({ ok: true, notice: inText });
  });
});

describe('2024至2026年的安排与国务院办公厅通知一致', () => {
  test.each([
    [2024, '国办发明电〔2023〕7号', '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    [2025, '国办发明电〔2024〕12号', '01-26 02-08 04-27 09-28 10-11'],
    [2026, '国办发明电〔2025〕7号', '01-04 02-14 02-28 05-09 09-20 10-10'],
  ])('%i 年（%s）调休上班：%s', (year, documentNumber, worked) => {
    const notice = notices.find((each) => each.year === year);
    expect(notice?.documentNumber).toBe(documentNumber);
    const makeUps = notice ? listNoticeDays(notice).filter(({ kind }) => kind === 'make-up') : [];
    expect(makeUps.map(({ day }) => day.slice(5)).sort()).toEqual(worked.split(' '));
  });
});
