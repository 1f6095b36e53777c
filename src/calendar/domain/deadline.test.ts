import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../kernel/plain-date.ts';
import { addCalendarDays, addWorkingDays, countWorkingDays } from './deadline.ts';
import { on, shippedCalendar } from './fixtures/calendars.ts';
import type { LocalRule } from './notice.ts';

const calendar = shippedCalendar();

describe('自起算日的次日起数若干个工作日', () => {
  // The days that were computed by hand from the notices of 2024, 2025 and 2026.
  test.each([
    ['2024-01-31', '2024-02-08', '2024-02-26', '2024-03-04', '2024-04-01', '春节前后，两个周日上班'],
    ['2024-09-10', '2024-09-20', '2024-10-08', '2024-10-14', '2024-11-11', '中秋、国庆相连'],
    ['2025-01-24', '2025-02-10', '2025-02-20', '2025-02-27', '2025-03-27', '春节八天'],
    ['2025-09-22', '2025-09-30', '2025-10-17', '2025-10-24', '2025-11-21', '国庆、中秋八天'],
    ['2026-01-03', '2026-01-12', '2026-01-22', '2026-01-29', '2026-03-04', '起算日是元旦假期'],
    ['2026-02-10', '2026-02-26', '2026-03-09', '2026-03-16', '2026-04-14', '春节九天，两个周六上班'],
    ['2026-04-20', '2026-04-29', '2026-05-13', '2026-05-20', '2026-06-17', '劳动节五天'],
    ['2026-09-15', '2026-09-23', '2026-10-12', '2026-10-19', '2026-11-16', '周日补班，中秋、国庆'],
  ])('%s：7 个到 %s，15 个到 %s，20 个到 %s，40 个到 %s（%s）', (from, seven, fifteen, twenty, forty) => {
    const due = (count: number) => addWorkingDays(calendar, on(from), count).due;
    expect([7, 15, 20, 40].map(due)).toEqual([seven, fifteen, twenty, forty]);
  });

  test('法院判例：2022年9月30日签收的申请，20个工作日的最后一日是2022年11月2日（10月8日、9日上班计入）', () => {
    const deadline = addWorkingDays(calendar, on('2022-09-30'), 20);
    expect(deadline.due).toBe('2022-11-02');
    expect(deadline.days.find(({ day }) => day === '2022-10-08')).toMatchObject({ kind: 'make-up', number: 1 });
    expect(deadline.days.find(({ day }) => day === '2022-10-09')).toMatchObject({ kind: 'make-up', number: 2 });
  });

  test.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i 年共有 %i 个工作日', (year, total) => {
    expect(countWorkingDays(calendar, on(`${year - 1}-12-31`), on(`${year}-12-31`))).toBe(total);
  });

  it('零个工作日就是起算日当天', () => {
    expect(addWorkingDays(calendar, on('2026-02-16'), 0)).toMatchObject({ due: '2026-02-16', days: [] });
  });

  it.each([-1, 1.5, Number.NaN, 10_001])('%d 不是天数，属于程序错误', (count) => {
    expect(() => addWorkingDays(calendar, on('2026-02-16'), count)).toThrow('not a number of days');
  });
});

describe('逐日说明', () => {
  it('计入的日子有序数，不计的日子有理由和依据', () => {
    const { days } = addWorkingDays(calendar, on('2026-02-13'), 3);
    expect(days.map(({ day, kind, number }) => [day.slice(5), kind, number])).toEqual([
      ['02-14', 'make-up', 1],
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => [`02-${date}`, 'holiday', undefined]),
      ['02-24', 'weekday', 2],
      ['02-25', 'weekday', 3],
    ]);
    expect(days[1]).toMatchObject({ name: '春节', source: '国办发明电〔2025〕7号', working: false });
  });
});

describe('按自然日计算', () => {
  it.each([
    ['2026-03-02', 15, '2026-03-17', '最后一日是周二，即在当日届满'],
    ['2026-09-20', 15, '2026-10-08', '最后一日10月5日在国庆假期，顺延到8日'],
    ['2026-03-06', 15, '2026-03-23', '最后一日是周六，顺延到周一'],
    ['2026-02-13', 1, '2026-02-14', '最后一日是调休上班的周六，不顺延'],
  ])('%s 起 %i 日到 %s：%s', (from, count, due) => {
    expect(addCalendarDays(calendar, on(from), count).due).toBe(due);
  });

  it('不适用顺延的，逢节假日也在当日届满', () => {
    expect(addCalendarDays(calendar, on('2026-09-20'), 15, { nextWorkingDay: false }).due).toBe('2026-10-05');
  });

  it('零日不顺延', () => {
    expect(addCalendarDays(calendar, on('2026-10-01'), 0).due).toBe('2026-10-01');
  });
});

describe('放假安排未公布的年份', () => {
  it('按周一至周五推算，并标明是估算', () => {
    const deadline = addWorkingDays(calendar, on('2027-01-04'), 20);
    expect(deadline).toMatchObject({ due: '2027-02-01', estimated: true });
  });

  it('跨进该年份的期限也是估算，未跨进的不是', () => {
    expect(addWorkingDays(calendar, on('2026-12-10'), 20).estimated).toBe(true);
    expect(addWorkingDays(calendar, on('2026-11-02'), 20).estimated).toBe(false);
  });

  it('上一年最后一周可能被元旦安排调整，也是估算', () => {
    expect(addWorkingDays(calendar, on('2026-12-24'), 1).estimated).toBe(true);
    expect(addWorkingDays(calendar, on('2026-12-23'), 1).estimated).toBe(false);
    expect(addWorkingDays(calendar, on('2025-12-24'), 1).estimated).toBe(false);
  });

  it('按自然日计算的，只有最后一日是否上班不能确定时才是估算', () => {
    expect(addCalendarDays(calendar, on('2026-12-20'), 60).estimated).toBe(true);
    expect(addCalendarDays(calendar, on('2026-12-20'), 60, { nextWorkingDay: false }).estimated).toBe(false);
  });
});

describe('本地放假', () => {
  const closing: LocalRule = {
    kind: 'holiday',
    name: '防汛停工',
    from: on('2026-07-08'),
    to: on('2026-07-09'),
    basis: '县政府令第1号',
  };
  const working: LocalRule = {
    ...closing,
    kind: 'make-up',
    name: '防汛补班',
    from: on('2026-07-12'),
    to: on('2026-07-12'),
  };

  it('不计入期限，说明写明本地依据；补班的日子计入', () => {
    const { due, days } = addWorkingDays(shippedCalendar(closing, working), on('2026-07-07'), 3);
    expect(due).toBe('2026-07-13');
    expect(days[0]).toMatchObject({ kind: 'local-holiday', name: '防汛停工', source: '县政府令第1号' });
    expect(days.find(({ day }) => day === '2026-07-12')).toMatchObject({ kind: 'local-make-up', number: 2 });
  });

  it('与国家安排不一致的，以本地规定为准', () => {
    const rule = { ...closing, from: on('2026-10-10'), to: on('2026-10-10') };
    expect(calendar.isWorkingDay(on('2026-10-10'))).toBe(true);
    expect(shippedCalendar(rule).isWorkingDay(on('2026-10-10'))).toBe(false);
  });
});

describe('任何期限都满足', () => {
  const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays(on('2003-06-01'), days));
  const count = fc.integer({ min: 0, max: 90 });
  const rule = fc.record({ from: day, length: fc.integer({ min: 0, max: 6 }), isHoliday: fc.boolean() });
  const calendars = fc.array(rule, { maxLength: 5 }).map((rules) =>
    shippedCalendar(
      ...rules.map(
        ({ from, length, isHoliday }): LocalRule => ({
          kind: isHoliday ? 'holiday' : 'make-up',
          name: '本地',
          from,
          to: addDays(from, length),
          basis: '本地规定',
        }),
      ),
    ),
  );

  test('多一个工作日，截止日只会更晚', () => {
    fc.assert(
      fc.property(calendars, day, count, (each, from, days) => {
        expect(addWorkingDays(each, from, days + 1).due > addWorkingDays(each, from, days).due).toBe(true);
      }),
    );
  });

  test('起算日晚，截止日不会更早', () => {
    fc.assert(
      fc.property(calendars, day, count, (each, from, days) => {
        expect(addWorkingDays(each, addDays(from, 1), days).due >= addWorkingDays(each, from, days).due).toBe(true);
      }),
    );
  });

  test('分两段数与一次数完相同', () => {
    fc.assert(
      fc.property(calendars, day, count, count, (each, from, first, second) => {
        const half = addWorkingDays(each, from, first).due;
        expect(addWorkingDays(each, half, second).due).toBe(addWorkingDays(each, from, first + second).due);
      }),
    );
  });

  test('截止日一定是工作日', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 1, max: 90 }), (each, from, days) => {
        expect(each.isWorkingDay(addWorkingDays(each, from, days).due)).toBe(true);
        expect(each.isWorkingDay(addCalendarDays(each, from, days).due)).toBe(true);
      }),
    );
  });

  test('倒数回去是同样多个工作日，反方向为负', () => {
    fc.assert(
      fc.property(calendars, day, count, (each, from, days) => {
        const { due } = addWorkingDays(each, from, days);
        expect(countWorkingDays(each, from, due)).toBe(days);
        expect(countWorkingDays(each, due, from)).toBe(days === 0 ? 0 : -days);
      }),
    );
  });

  test('逐日说明不漏一天，计入的恰好数到最后一日', () => {
    fc.assert(
      fc.property(calendars, day, fc.integer({ min: 1, max: 90 }), (each, from, total) => {
        const { days, due } = addWorkingDays(each, from, total);
        expect(days.map((one) => one.day)).toEqual(days.map((_, index) => addDays(from, index + 1)));
        expect(days.flatMap(({ number }) => number ?? [])).toEqual(
          Array.from({ length: total }, (_, index) => index + 1),
        );
        expect(days.at(-1)).toMatchObject({ day: due, number: total });
      }),
    );
  });
});
