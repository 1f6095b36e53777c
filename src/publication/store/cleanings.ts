import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Cleaning, CleaningDecision, CleaningEntry } from '../domain/cleaning.ts';
import type { Validity } from '../domain/item.ts';

/** A cleaning in a list, with how far it is. */
export interface ListedCleaning extends Cleaning {
  entries: number;
  decided: number;
}

const columns = ['id', 'organId', 'year', 'begunOn', 'finishedOn', 'finishedBy', 'version', 'createdBy'] as const;

/** Draws up a list: every document of the organ that is public and in force. @returns how many */
export async function insertCleaning(
  trx: Trx,
  countyId: string,
  cleaning: Cleaning,
  kinds: readonly string[],
  now: Date,
): Promise<number> {
  const { id, organId, year, begunOn, createdBy } = cleaning;
  await trx
    .insertInto('publicationCleaning')
    .values({ countyId, id, organId, year, begunOn, createdBy, createdAt: now })
    .execute();
  const inserted = await sql`
    insert into publication_cleaning_entry (county_id, cleaning_id, item_id)
    select county_id, ${id}::uuid, id from publication_item
    where county_id = ${countyId} and organ_id = ${organId} and live_text_number is not null
      and kind = any(${[...kinds]}::text[]) and validity in ('valid', 'amended')`.execute(trx);
  return Number(inserted.numAffectedRows ?? 0);
}

/** The cleanings of organs, the latest year first. */
export async function listCleanings(
  db: Db,
  countyId: string,
  organIds: readonly string[] | 'all',
): Promise<ListedCleaning[]> {
  let found = db.selectFrom('publicationCleaning as cleaning').where('cleaning.countyId', '=', countyId);
  if (organIds !== 'all') found = found.where('cleaning.organId', '=', sql<string>`any(${[...organIds]}::uuid[])`);
  const rows = await found
    .select(columns.map((column) => `cleaning.${column}` as const))
    .select([
      sql<number>`(select count(*)::int from publication_cleaning_entry entry
        where entry.county_id = cleaning.county_id and entry.cleaning_id = cleaning.id)`.as('entries'),
      sql<number>`(select count(*)::int from publication_cleaning_entry entry
        where entry.county_id = cleaning.county_id and entry.cleaning_id = cleaning.id and entry.decision is not null)`.as(
        'decided',
      ),
    ])
    .orderBy('cleaning.year', 'desc')
    .orderBy('cleaning.id')
    .execute();
  return rows.map(({ entries, decided, ...row }) => ({ ...cleaningOf(row), entries, decided }));
}

/** A cleaning; held until the end of the transaction where that is asked for. */
export async function findCleaning(db: Db, countyId: string, id: string, lock?: 'lock'): Promise<Cleaning | undefined> {
  const query = db
    .selectFrom('publicationCleaning')
    .select(columns)
    .where('countyId', '=', countyId)
    .where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && cleaningOf(row);
}

/** Whether an organ has a cleaning of a year. */
export async function findCleaningOf(
  db: Db,
  countyId: string,
  organId: string,
  year: number,
): Promise<Cleaning | undefined> {
  const row = await db
    .selectFrom('publicationCleaning')
    .select(columns)
    .where('countyId', '=', countyId)
    .where('organId', '=', organId)
    .where('year', '=', year)
    .executeTakeFirst();
  return row && cleaningOf(row);
}

/** The documents of a cleaning, the oldest first. */
export async function listCleaningEntries(db: Db, countyId: string, cleaningId: string): Promise<CleaningEntry[]> {
  const rows = await db
    .selectFrom('publicationCleaningEntry as entry')
    .innerJoin('publicationItem as item', (join) =>
      join.onRef('item.countyId', '=', 'entry.countyId').onRef('item.id', '=', 'entry.itemId'),
    )
    .select([
      'entry.itemId',
      'entry.decision',
      'entry.reason',
      'entry.decidedBy',
      'item.title',
      'item.documentNumber',
      'item.formedOn',
      'item.publishedOn',
      'item.validUntil',
      'item.validity',
    ])
    .where('entry.countyId', '=', countyId)
    .where('entry.cleaningId', '=', cleaningId)
    .orderBy('item.formedOn')
    .orderBy('entry.itemId')
    .execute();
  return rows.map((row) => ({
    itemId: row.itemId,
    title: row.title,
    documentNumber: row.documentNumber ?? undefined,
    formedOn: getPlainDate(row.formedOn),
    publishedOn: dayOrNothing(row.publishedOn),
    validUntil: dayOrNothing(row.validUntil),
    validity: (row.validity as Validity | null) ?? undefined,
    decision: (row.decision as CleaningDecision | null) ?? undefined,
    reason: row.reason,
    decidedBy: row.decidedBy ?? undefined,
  }));
}

/** Puts down what is decided about documents of a cleaning. @returns how many there were */
export async function decideEntries(
  trx: Trx,
  countyId: string,
  cleaningId: string,
  itemIds: readonly string[],
  decided: { decision: CleaningDecision; reason: string; by: string; at: Date },
): Promise<number> {
  const updated = await trx
    .updateTable('publicationCleaningEntry')
    .set({ decision: decided.decision, reason: decided.reason, decidedBy: decided.by, decidedAt: decided.at })
    .where('countyId', '=', countyId)
    .where('cleaningId', '=', cleaningId)
    .where('itemId', 'in', [...itemIds])
    .executeTakeFirst();
  return Number(updated.numUpdatedRows);
}

/** Raises the version of a cleaning that is held, and finishes it where a day is given. */
export async function touchCleaning(
  trx: Trx,
  countyId: string,
  { id, version }: Cleaning,
  finished?: { on: PlainDate; by: string },
): Promise<void> {
  await trx
    .updateTable('publicationCleaning')
    .set({ version: version + 1, ...(finished ? { finishedOn: finished.on, finishedBy: finished.by } : {}) })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

const dayOrNothing = (written: string | null): PlainDate | undefined =>
  written === null ? undefined : getPlainDate(written);

const cleaningOf = (row: {
  id: string;
  organId: string;
  year: number;
  begunOn: string;
  finishedOn: string | null;
  finishedBy: string | null;
  version: number;
  createdBy: string;
}): Cleaning => ({
  ...row,
  begunOn: getPlainDate(row.begunOn),
  finishedOn: dayOrNothing(row.finishedOn),
  finishedBy: row.finishedBy ?? undefined,
});
