import type { Db } from '../../platform/db/index.ts';
import { type Calendar, makeCalendar } from '../domain/calendar.ts';
import { listShippedNotices } from './shipped.ts';

/** The calendar of a county: the notices that come with the program. */
export async function loadCalendar(_db: Db, _countyId: string): Promise<Calendar> {
  return makeCalendar({ notices: listShippedNotices() });
}
