import type { Db } from '../../platform/db/index.ts';
import { type Calendar, type CalendarData, makeCalendar } from '../domain/calendar.ts';
import type { YearNotice } from '../domain/notice.ts';
import { listLocalRules, type StoredLocalRule } from '../store/local-rules.ts';
import { type ImportedNotice, listImportedNotices } from '../store/notices.ts';
import { listShippedNotices } from './shipped.ts';

/** What a calendar is made of, with where it comes from. */
export interface KnownCalendar extends CalendarData {
  notices: readonly (YearNotice & Partial<Pick<ImportedNotice, 'importedAt' | 'importedBy'>>)[];
  localRules: readonly StoredLocalRule[];
}

/** The notices that hold for every county: those that come with the program, and before them those that were imported. */
export async function listNotices(db: Db): Promise<KnownCalendar['notices']> {
  const imported = await listImportedNotices(db);
  const years = new Set(imported.map(({ year }) => year));
  const shipped = listShippedNotices().filter(({ year }) => !years.has(year));
  return [...shipped, ...imported].sort((a, b) => a.year - b.year);
}

/** All that is known about the days of a county. */
export async function loadKnownCalendar(db: Db, countyId: string): Promise<KnownCalendar> {
  const [notices, localRules] = await Promise.all([listNotices(db), listLocalRules(db, countyId)]);
  return { notices, localRules };
}

/**
 * The calendar of a county, kept for a few seconds: lists ask for it once a row. Within a transaction
 * it is read anew.
 */
export async function loadCalendar(db: Db, countyId: string): Promise<Calendar> {
  if (db.isTransaction) return makeCalendar(await loadKnownCalendar(db, countyId));
  const kept = keptOf(db);
  const known = kept.get(countyId);
  if (known && performance.now() - known.at < keptMilliseconds) return known.calendar;
  const calendar = loadKnownCalendar(db, countyId).then(makeCalendar);
  kept.set(countyId, { at: performance.now(), calendar });
  // What could not be read is asked for again.
  calendar.catch(() => kept.delete(countyId));
  return calendar;
}

/** Lets this process see at once what it has just changed; other processes see it a few seconds later. */
export const forgetCalendars = (db: Db): void => keptOf(db).clear();

const keptMilliseconds = 5_000;

type Kept = Map<string, { at: number; calendar: Promise<Calendar> }>;
const keptByDatabase = new WeakMap<Db, Kept>();

function keptOf(db: Db): Kept {
  const kept = keptByDatabase.get(db) ?? new Map();
  keptByDatabase.set(db, kept);
  return kept;
}
