import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { Calendar, ExplainedDay } from './calendar.ts';

/** A period that was counted out, day by day. */
export interface Deadline {
  /** The day of the event; it is not counted. */
  from: PlainDate;
  count: number;
  unit: 'working-days' | 'calendar-days';
  /** The last day of the period. */
  due: PlainDate;
  /** Every day from the one after `from` to `due`. */
  days: readonly CountedDay[];
  /** A year on the way has no notice yet, so that the last day may still move. */
  estimated: boolean;
}

/** A day of a period. */
export interface CountedDay extends ExplainedDay {
  /** Which day of the period it is, from 1; absent when it is not counted. */
  number?: number;
}

/**
 * Counts working days from an event; the day of the event is not counted, days off are not counted,
 * days worked on a weekend (调休上班) are. 条例 art. 26 and 33 (依申请公开 20 个工作日).
 *
 * @param count a whole number from 0; 0 gives the day of the event itself
 * @example addWorkingDays(calendar, '2026-02-10', 20).due // '2026-03-16': 春节 is skipped, 2月14日 and 28日 are worked
 */
export function addWorkingDays(calendar: Calendar, from: PlainDate, count: number): Deadline {
  mustBeCount(count);
  const days: CountedDay[] = [];
  let due = from;
  for (let number = 0; number < count; ) {
    due = addDays(due, 1);
    const explained = calendar.explainDay(due);
    if (explained.working) number += 1;
    days.push(explained.working ? { ...explained, number } : explained);
  }
  return { from, count, unit: 'working-days', due, days, estimated: days.some((day) => day.estimated) };
}

/**
 * Counts calendar days from an event; the day of the event is not counted. When the last day is off,
 * the first working day after it is the last one (民事诉讼法 art. 85), unless the caller says that
 * this rule does not hold.
 *
 * @example addCalendarDays(calendar, '2026-09-20', 15).due // '2026-10-08': 10月5日 is 国庆节, 8日 is the first day worked
 */
export function addCalendarDays(
  calendar: Calendar,
  from: PlainDate,
  count: number,
  { nextWorkingDay = true }: { nextWorkingDay?: boolean } = {},
): Deadline {
  mustBeCount(count);
  const days: CountedDay[] = [];
  let due = from;
  for (let number = 1; number <= count; number += 1) {
    due = addDays(due, 1);
    days.push({ ...calendar.explainDay(due), number });
  }
  while (nextWorkingDay && days.at(-1)?.working === false) {
    due = addDays(due, 1);
    days.push(calendar.explainDay(due));
  }
  // Which of the days in between are worked is no matter here; what matters is how the end was found.
  const estimated = nextWorkingDay && days.slice(Math.max(count - 1, 0)).some((day) => day.estimated);
  return { from, count, unit: 'calendar-days', due, days, estimated };
}

/**
 * How many working days lie after one day up to and including another; below 0 when the other is
 * earlier. The inverse of `addWorkingDays`.
 *
 * @example countWorkingDays(calendar, '2026-02-10', '2026-03-16') // 20
 */
export function countWorkingDays(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  // Not the sign alone: -0 is another value than 0 to a comparison by identity.
  if (to < from) return 0 - countWorkingDays(calendar, to, from);
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}

function mustBeCount(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > 10_000) throw new Error(`not a number of days: ${count}`);
}
