import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { on, shippedCalendar } from '../../calendar/domain/fixtures/calendars.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import {
  dueDayFor,
  isPeriodic,
  listPeriods,
  type PeriodicLimit,
  periodAt,
  periodWords,
  specialLimits,
  type TimeLimit,
  usualLimit,
} from './time-limit.ts';
import { findTimeLimit, limitWords } from './time-limit-words.ts';

const calendar = shippedCalendar();
const day = fc.integer({ min: 0, max: 1_400 }).map((days) => addDays(on('2023-06-01'), days));
const trigger = fc.constantFrom('formation', 'decision', 'approval', 'document', 'occurrence');
const monthDay = fc.integer({ min: 1, max: 31 });
const month = fc.integer({ min: 1, max: 12 });
const periodic: fc.Arbitrary<PeriodicLimit> = fc.oneof(
  fc.record({ kind: fc.constant('monthly'), day: monthDay }),
  fc.record({ kind: fc.constant('quarterly'), month: fc.integer({ min: 1, max: 3 }), day: monthDay }),
  fc.record({ kind: fc.constant('yearly'), month, day: monthDay }),
) as fc.Arbitrary<PeriodicLimit>;
const counted = fc.oneof(
  fc.record({ kind: fc.constant('working-days'), days: fc.integer({ min: 1, max: 60 }), trigger }),
  fc.record({ kind: fc.constant('calendar-days'), days: fc.integer({ min: 1, max: 60 }), trigger }),
  fc.record({ kind: fc.constant('on-change'), days: fc.integer({ min: 1, max: 60 }) }),
) as fc.Arbitrary<TimeLimit>;
const limit = fc.oneof<fc.Arbitrary<TimeLimit>[]>(
  periodic,
  counted,
  fc.record({ kind: fc.constant('hours'), hours: fc.integer({ min: 1, max: 240 }) }) as fc.Arbitrary<TimeLimit>,
  fc.constant({ kind: 'any-time' }),
);

describe('the last day of publication', () => {
  test.each<[string, TimeLimit, string, string | undefined]>([
    ['20 working days over 春节, with two Saturdays worked', usualLimit, '2026-02-10', '2026-03-16'],
    ['20 working days from a holiday', usualLimit, '2026-01-03', '2026-01-29'],
    ['7 working days of a licence, over 国庆节', specialLimits.licences.limit, '2025-09-22', '2025-09-30'],
    ['7 working days of a penalty', specialLimits.penalties.limit, '2026-09-15', '2026-09-23'],
    [
      '20 days of a budget that end on a weekday',
      specialLimits['government-budgets'].limit,
      '2026-01-15',
      '2026-02-04',
    ],
    [
      '20 days of a budget that end in 春节: the first day worked',
      specialLimits['department-budgets'].limit,
      '2026-01-28',
      '2026-02-24',
    ],
    [
      '20 days that end on a Saturday that is worked',
      specialLimits['government-budgets'].limit,
      '2026-02-08',
      '2026-02-28',
    ],
    ['3 working days of an interpretation', specialLimits.interpretations.limit, '2026-04-30', '2026-05-08'],
    [
      '5 hours of an emergency: the day itself, also on a holiday',
      specialLimits['major-emergencies'].limit,
      '2026-10-01',
      '2026-10-01',
    ],
    ['24 hours: the day after', { kind: 'hours', hours: 24 }, '2026-10-01', '2026-10-02'],
    ['a change of what stands for good', { kind: 'on-change', days: 20 }, '2026-02-10', '2026-03-16'],
    ['the turn it falls into', { kind: 'monthly', day: 10 }, '2026-03-10', '2026-03-10'],
    ['the next turn after it', { kind: 'monthly', day: 10 }, '2026-03-11', '2026-04-10'],
    ['no last day', { kind: 'any-time' }, '2026-03-11', undefined],
  ])('%s', (_, rule, formedOn, due) => {
    expect(dueDayFor(rule, on(formedOn), calendar)).toBe(due);
  });

  test('never lies before the event, and a later event never has an earlier last day', () => {
    fc.assert(
      fc.property(limit, day, fc.integer({ min: 0, max: 40 }), (rule, formedOn, later) => {
        const due = dueDayFor(rule, formedOn, calendar);
        const dueLater = dueDayFor(rule, addDays(formedOn, later), calendar);
        if (due === undefined || dueLater === undefined) return rule.kind === 'any-time';
        return due >= formedOn && dueLater >= due;
      }),
    );
  });

  test('counted in days ends on a day that is worked', () => {
    fc.assert(
      fc.property(counted, day, (rule, formedOn) => {
        const due = dueDayFor(rule, formedOn, calendar) as PlainDate;
        return calendar.isWorkingDay(due);
      }),
    );
  });
});

describe('what is owed in periods', () => {
  test.each<[string, PeriodicLimit, string, string, string[]]>([
    [
      'ends with February, in a leap year too',
      { kind: 'monthly', day: 31 },
      '2028-01-15',
      '2028-04-01',
      ['2028-01-31', '2028-02-29', '2028-03-31'],
    ],
    [
      'ends with February of a common year',
      { kind: 'monthly', day: 30 },
      '2026-02-01',
      '2026-03-30',
      ['2026-02-28', '2026-03-30'],
    ],
    [
      'by the first month of each quarter',
      { kind: 'quarterly', month: 1, day: 20 },
      '2026-01-01',
      '2026-12-31',
      ['2026-01-20', '2026-04-20', '2026-07-20', '2026-10-20'],
    ],
    [
      'by the end of each quarter',
      { kind: 'quarterly', month: 3, day: 31 },
      '2026-03-31',
      '2026-12-31',
      ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
    ],
    ['by 31 January', { kind: 'yearly', month: 1, day: 31 }, '2025-02-01', '2027-01-31', ['2026-01-31', '2027-01-31']],
    [
      'by the end of February, in a leap year too',
      { kind: 'yearly', month: 2, day: 29 },
      '2027-01-01',
      '2028-12-31',
      ['2027-02-28', '2028-02-29'],
    ],
    [
      'over the turn of the year',
      { kind: 'monthly', day: 5 },
      '2025-12-06',
      '2026-02-05',
      ['2026-01-05', '2026-02-05'],
    ],
    ['and nothing where no turn ends', { kind: 'yearly', month: 6, day: 30 }, '2026-07-01', '2027-06-29', []],
  ])('%s', (_, rule, from, to, due) => {
    expect(listPeriods(rule, on(from), on(to)).map((period) => period.due)).toEqual(due);
  });

  test('leaves no day without a turn and puts no day into two', () => {
    fc.assert(
      fc.property(periodic, day, (rule, from) => {
        const periods = listPeriods(rule, from, addDays(from, 800));
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1];
          if (period.from > period.due) return false;
          if (next && next.from !== addDays(period.due, 1)) return false;
        }
        return new Set(periods.map(({ key }) => key)).size === periods.length;
      }),
    );
  });

  test('every day has the turn it lies in', () => {
    fc.assert(
      fc.property(periodic, day, (rule, each) => {
        const { from, due } = periodAt(rule, each);
        return from <= each && each <= due;
      }),
    );
  });

  test.each([
    ['2026-03', '2026年3月'],
    ['2026-Q2', '2026年第2季度'],
    ['2026', '2026年'],
  ])('the turn %s is called %s', (key, words) => {
    expect(periodWords(key)).toBe(words);
  });

  test('is told apart from what is owed for an event', () => {
    expect([usualLimit, specialLimits['annual-reports'].limit].map(isPeriodic)).toEqual([false, true]);
  });
});

describe('公开时限 in words', () => {
  test('says what is meant: it is read back as the same limit', () => {
    fc.assert(
      fc.property(limit, (rule) => {
        expect(findTimeLimit(limitWords(rule))).toEqual(rule);
      }),
    );
  });

  test.each<[string, TimeLimit | undefined]>([
    ['自该信息形成或者变更之日起 20 个工作日内予以公开', usualLimit],
    ['信息形成（变更）20个工作日内', usualLimit],
    ['二十个工作日内', usualLimit],
    ['自收到批复之日起十五日内', { kind: 'calendar-days', days: 15, trigger: 'approval' }],
    ['自作出行政处罚决定之日起7个工作日内', specialLimits.penalties.limit],
    ['事件发生后５小时内', { kind: 'hours', hours: 5 }],
    ['按季度公开', { kind: 'quarterly', month: 3, day: 31 }],
    ['每季度首月二十日前', { kind: 'quarterly', month: 1, day: 20 }],
    ['每月十日前', { kind: 'monthly', day: 10 }],
    ['每年1月31日前', { kind: 'yearly', month: 1, day: 31 }],
    ['每年一月三十一日前', { kind: 'yearly', month: 1, day: 31 }],
    ['实时公开', { kind: 'any-time' }],
    ['长期公开（动态更新）', { kind: 'on-change', days: 20 }],
    ['每年13月1日前', undefined],
    ['每月40日前', undefined],
    ['每半年一次', undefined],
    ['按规定', undefined],
    ['', undefined],
  ])('“%s” is understood, or not at all', (words, rule) => {
    expect(findTimeLimit(words)).toEqual(rule);
  });
});
