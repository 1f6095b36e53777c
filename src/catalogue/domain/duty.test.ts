import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedCalendar } from '../../calendar/domain/fixtures/calendars.ts';
import { addDays } from '../../kernel/plain-date.ts';
import { columnStatusOf } from './column-state.ts';
import { type Duty, horizonDays, planDuties, statusOf } from './duty.ts';
import { on, sampleItem } from './fixtures/items.ts';
import type { TimeLimit } from './time-limit.ts';

const calendar = shippedCalendar();
const due = (limit: TimeLimit, day: string, given = {}) =>
  planDuties(sampleItem({ limit, ...given }), on(day), calendar).map(({ dueOn }) => dueOn);

describe('what an item owes by itself', () => {
  test.each<[string, TimeLimit, string, object, (string | undefined)[]]>([
    [
      'each month since it was entered, and three months ahead',
      { kind: 'monthly', day: 10 },
      '2026-03-02',
      { limitSince: on('2026-01-15') },
      ['2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'],
    ],
    [
      'each year: the next one, however far',
      { kind: 'yearly', month: 1, day: 31 },
      '2026-03-02',
      {},
      ['2026-01-31', '2027-01-31'],
    ],
    [
      'what stands for good: once',
      { kind: 'on-change', days: 20 },
      '2026-03-02',
      { limitSince: on('2026-02-10') },
      ['2026-03-16'],
    ],
    [
      'for events nothing before the event',
      { kind: 'working-days', days: 20, trigger: 'formation' },
      '2026-03-02',
      {},
      [],
    ],
    ['at any time: nothing by a day', { kind: 'any-time' }, '2026-03-02', {}, []],
    ['on request: nothing', { kind: 'monthly', day: 10 }, '2026-03-02', { manner: 'on-request' }, []],
    [
      'nothing from the day it ended',
      { kind: 'monthly', day: 10 },
      '2026-03-02',
      { endedOn: on('2026-03-10') },
      ['2026-01-10', '2026-02-10'],
    ],
  ])('%s', (_, limit, day, given, expected) => {
    expect(due(limit, day, given)).toEqual(expected);
  });

  test('there is always a next turn, and a later day takes none away', () => {
    const limit = fc.constantFrom<TimeLimit>(
      { kind: 'monthly', day: 31 },
      { kind: 'quarterly', month: 2, day: 29 },
      { kind: 'yearly', month: 2, day: 29 },
    );
    const after = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(limit, after, after, (rule, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((days) =>
          addDays(on('2026-01-01'), days),
        );
        if (!first || !second) return false;
        const [before, later] = [due(rule, first), due(rule, second)];
        return (
          before.some((each) => each !== undefined && each >= first) && before.every((each) => later.includes(each))
        );
      }),
    );
  });

  test('nothing that is known is further away than the horizon, but for the next turn', () => {
    const days = due({ kind: 'monthly', day: 1 }, '2026-03-02');
    expect((days.at(-1) as string) <= addDays(on('2026-03-02'), horizonDays)).toBe(true);
  });
});

describe('how a duty stands', () => {
  const duty = (given: Partial<Duty>) => ({ state: 'open' as const, dueOn: on('2026-03-10'), ...given });
  test.each<[string, Partial<Duty>, string, string]>([
    ['more than a week away', {}, '2026-03-02', 'upcoming'],
    ['a week away', {}, '2026-03-03', 'due-soon'],
    ['on its last day', {}, '2026-03-10', 'due-soon'],
    ['the day after', {}, '2026-03-11', 'overdue'],
    ['published on the last day', { state: 'done', doneOn: on('2026-03-10') }, '2026-05-01', 'published'],
    ['published the day after', { state: 'done', doneOn: on('2026-03-11') }, '2026-05-01', 'late'],
    ['without a last day', { dueOn: undefined }, '2026-05-01', 'upcoming'],
    [
      'published without a last day',
      { state: 'done', doneOn: on('2026-03-11'), dueOn: undefined },
      '2026-05-01',
      'published',
    ],
    ['not owed', { state: 'waived' }, '2026-05-01', 'waived'],
  ])('%s', (_, given, day, status) => {
    expect(statusOf(duty(given), on(day))).toBe(status);
  });
});

describe('a column of the platform', () => {
  test.each<[string, Parameters<typeof columnStatusOf>[0], string, string]>([
    [
      '政务动态 on the fourteenth day',
      { columnKey: 'news', count: 3, latestOn: on('2026-03-01') },
      '2026-03-15',
      'fresh',
    ],
    ['政务动态 on the fifteenth', { columnKey: 'news', count: 3, latestOn: on('2026-03-01') }, '2026-03-16', 'stale'],
    [
      '通知公告 after half a year',
      { columnKey: 'notices', count: 1, latestOn: on('2026-01-01') },
      '2026-06-30',
      'fresh',
    ],
    ['通知公告 a day later', { columnKey: 'notices', count: 1, latestOn: on('2026-01-01') }, '2026-07-01', 'stale'],
    [
      '行政处罚, for which nothing is due',
      { columnKey: 'penalties', count: 1, latestOn: on('2020-01-01') },
      '2026-07-01',
      'fresh',
    ],
    ['nothing in it', { columnKey: 'penalties', count: 0 }, '2026-07-01', 'empty'],
    ['all of it expired', { columnKey: 'notices', count: 0, latestOn: on('2026-06-30') }, '2026-07-01', 'empty'],
  ])('%s', (_, content, day, status) => {
    expect(columnStatusOf(content, on(day))).toBe(status);
  });
});
