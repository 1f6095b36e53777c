import type { Selectable } from 'kysely';
import { getPlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { OrganisationMemo } from '../../platform/db/tables.ts';
import type { Memo } from '../domain/memo.ts';

/** The memos on a person's desk: the open ones, or those done too; what is due first stands first. */
export async function listMemos(
  db: Db,
  countyId: string,
  personId: string,
  which: 'open' | 'all' = 'open',
): Promise<Memo[]> {
  let found = db
    .selectFrom('organisationMemo')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('personId', '=', personId);
  if (which === 'open') found = found.where('doneAt', 'is', null);
  const rows = await found
    .orderBy('dueDay', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  return rows.map(memoOf);
}

/** A memo on this person's desk. */
export async function findMemo(db: Db, countyId: string, personId: string, id: string): Promise<Memo | undefined> {
  const row = await db
    .selectFrom('organisationMemo')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && memoOf(row);
}

/** Puts a memo on a desk. */
export async function insertMemo(
  trx: Trx,
  countyId: string,
  { id, personId, title, text, due }: Pick<Memo, 'id' | 'personId' | 'title' | 'text' | 'due'>,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('organisationMemo')
    .values({ countyId, id, personId, title, text, dueDay: due ?? null, createdAt: now, updatedAt: now })
    .execute();
}

/** Writes a memo whose version is the one that was seen; false when somebody else was faster. */
export async function updateMemo(
  trx: Trx,
  countyId: string,
  { id, personId, title, text, due, done, version }: Omit<Memo, 'updatedAt'>,
  now: Date,
): Promise<boolean> {
  const updated = await trx
    .updateTable('organisationMemo')
    .set({ title, text, dueDay: due ?? null, doneAt: done ? now : null, version: version + 1, updatedAt: now })
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Puts open memos on another desk. @returns how many there were */
export async function moveMemos(
  trx: Trx,
  countyId: string,
  fromPersonId: string,
  toPersonId: string,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const updated = await trx
    .updateTable('organisationMemo')
    .set(({ eb }) => ({ personId: toPersonId, version: eb('version', '+', 1), updatedAt: now }))
    .where('countyId', '=', countyId)
    .where('personId', '=', fromPersonId)
    .where('id', 'in', [...ids])
    .where('doneAt', 'is', null)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows);
}

const memoOf = ({
  id,
  personId,
  title,
  text,
  dueDay,
  doneAt,
  version,
  updatedAt,
}: Selectable<OrganisationMemo>): Memo => ({
  id,
  personId,
  title,
  text,
  ...(dueDay === null ? {} : { due: getPlainDate(dueDay) }),
  done: doneAt !== null,
  version,
  updatedAt,
});
