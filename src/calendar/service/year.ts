import { getPlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { daysBetween, type ExplainedDay, makeCalendar } from '../domain/calendar.ts';
import { type KnownCalendar, loadKnownCalendar } from './calendars.ts';

/** A year of a county, with every day that is otherwise than its weekday says. */
export interface CalendarYear {
  year: number;
  notice?: KnownCalendar['notices'][number];
  /** Notices are known for these years. */
  knownYears: number[];
  /** Days worked in the year. */
  workingDays: number;
  /** The year, or its last week, has no notice yet. */
  estimated: boolean;
  days: ExplainedDay[];
  localRules: KnownCalendar['localRules'];
}

/** A year as it is worked in a county. */
export async function loadYear(db: Db, countyId: string, year: number): Promise<CalendarYear> {
  const known = await loadKnownCalendar(db, countyId);
  const calendar = makeCalendar(known);
  const from = getPlainDate(`${year}-01-01`);
  const to = getPlainDate(`${year}-12-31`);
  const days = daysBetween(from, to).map(calendar.explainDay);
  const notice = known.notices.find((each) => each.year === year);
  return {
    year,
    ...(notice ? { notice } : {}),
    knownYears: known.notices.map((each) => each.year),
    workingDays: days.filter(({ working }) => working).length,
    estimated: days.some(({ estimated }) => estimated),
    days: days.filter(({ kind }) => kind !== 'weekday' && kind !== 'weekend'),
    localRules: known.localRules.filter((rule) => rule.from <= to && rule.to >= from),
  };
}
