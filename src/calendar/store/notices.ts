import { type Selectable, sql } from 'kysely';
import { getPlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CalendarNotice } from '../../platform/db/tables.ts';
import type { NoticeHoliday, YearNotice } from '../domain/notice.ts';

/** A notice that was imported, with when and by whom. */
export interface ImportedNotice extends YearNotice {
  importedAt: Date;
  importedBy: string;
}

/** The imported notices, the earliest year first. */
export async function listImportedNotices(db: Db): Promise<ImportedNotice[]> {
  const rows = await db.selectFrom('calendarNotice').selectAll().orderBy('year').execute();
  return rows.map(noticeOf);
}

/** The imported notice of a year; whoever asks with a transaction keeps others from changing it meanwhile. */
export async function lockImportedNotice(trx: Trx, year: number): Promise<ImportedNotice | undefined> {
  // Also where the row is not there yet, and two people import the same year.
  await sql`SELECT pg_advisory_xact_lock(hashtext('calendar_notice'), ${year})`.execute(trx);
  const row = await trx.selectFrom('calendarNotice').selectAll().where('year', '=', year).executeTakeFirst();
  return row && noticeOf(row);
}

/** Keeps an imported notice in the place of an earlier one of its year. */
export async function saveImportedNotice(
  trx: Trx,
  { year, title, documentNumber, publishedOn, holidays, importedAt, importedBy }: ImportedNotice,
): Promise<void> {
  const values = {
    title,
    documentNumber: documentNumber ?? null,
    publishedOn: publishedOn ?? null,
    holidays: JSON.stringify(holidays),
    importedAt,
    importedBy,
  };
  await trx
    .insertInto('calendarNotice')
    .values({ year, ...values })
    .onConflict((conflict) => conflict.column('year').doUpdateSet(values))
    .execute();
}

/** Takes the imported notice of a year away. */
export async function deleteImportedNotice(trx: Trx, year: number): Promise<void> {
  await trx.deleteFrom('calendarNotice').where('year', '=', year).execute();
}

const noticeOf = ({
  year,
  title,
  documentNumber,
  publishedOn,
  holidays,
  importedAt,
  importedBy,
}: Selectable<CalendarNotice>): ImportedNotice => ({
  year,
  title,
  ...(documentNumber === null ? {} : { documentNumber }),
  ...(publishedOn === null ? {} : { publishedOn: getPlainDate(publishedOn) }),
  holidays: holidays as unknown as NoticeHoliday[],
  importedAt,
  importedBy,
});
