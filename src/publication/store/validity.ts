import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';
import type { Effect } from '../domain/validity.ts';

/**
 * What documents that are public now do to one, and from which day: their 施行日期, or the day of publication. What a
 * revision says that is not published yet does nothing.
 */
export async function listEffects(db: Db, countyId: string, itemId: string): Promise<Effect[]> {
  const { rows } = await sql<{ kind: 'repeals' | 'amends'; since: string }>`
    select relation.kind, greatest(
      coalesce(nullif(text.fields ->> 'effectiveOn', '')::date, item.published_on), item.published_on)::text as since
    from publication_relation relation
    join publication_item item on item.county_id = relation.county_id and item.id = relation.item_id
    join publication_text text on text.county_id = item.county_id and text.item_id = item.id
      and text.number = item.live_text_number
    where relation.county_id = ${countyId} and relation.to_item_id = ${itemId}
      and relation.kind in ('repeals', 'amends') and item.live_text_number is not null
      and item.published_on is not null and relation.created_at <= item.live_since`.execute(db);
  return rows.map(({ kind, since }) => ({ kind, since: getPlainDate(since) }));
}

/** What a finished cleaning decided about a document last. */
export async function findDeclared(
  db: Db,
  countyId: string,
  itemId: string,
): Promise<{ validity: 'repealed' | 'expired'; since: PlainDate } | undefined> {
  const row = await db
    .selectFrom('publicationCleaningEntry as entry')
    .innerJoin('publicationCleaning as cleaning', (join) =>
      join.onRef('cleaning.countyId', '=', 'entry.countyId').onRef('cleaning.id', '=', 'entry.cleaningId'),
    )
    .select(['entry.decision', 'cleaning.finishedOn'])
    .where('entry.countyId', '=', countyId)
    .where('entry.itemId', '=', itemId)
    .where('cleaning.finishedOn', 'is not', null)
    .orderBy('cleaning.finishedOn', 'desc')
    .orderBy('cleaning.id', 'desc')
    .executeTakeFirst();
  if (!row?.finishedOn || (row.decision !== 'repeal' && row.decision !== 'expire')) return undefined;
  return { validity: row.decision === 'repeal' ? 'repealed' : 'expired', since: getPlainDate(row.finishedOn) };
}

/** Writes 有效性 beside everything else, without raising the version: nobody who works on the item is disturbed. */
export async function setValidity(
  trx: Trx,
  countyId: string,
  itemId: string,
  { validity, since }: { validity: string; since: PlainDate },
): Promise<void> {
  await trx
    .updateTable('publicationItem')
    .set({ validity, validitySince: since })
    .where('countyId', '=', countyId)
    .where('id', '=', itemId)
    .execute();
}

/** Writes whether an item is public, so that what it does to others can be reckoned; its caller saves the rest of it. */
export async function setLive(
  trx: Trx,
  { countyId, id, publishedOn, liveSince }: Pick<Item, 'countyId' | 'id' | 'publishedOn' | 'liveSince'>,
  liveTextNumber: number | undefined,
): Promise<void> {
  await trx
    .updateTable('publicationItem')
    .set({ liveTextNumber: liveTextNumber ?? null, publishedOn: publishedOn ?? null, liveSince: liveSince ?? null })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** Documents whose 有效性 a day may change: whose last day is over, and what a document that takes effect by then speaks of. */
export async function listAffectedBy(db: Db, day: PlainDate): Promise<{ countyId: string; id: string }[]> {
  const { rows } = await sql<{ countyId: string; id: string }>`
    select item.county_id as "countyId", item.id from publication_item item
    where item.valid_until < ${day}::date and item.validity in ('valid', 'amended') and item.live_text_number is not null
    union
    select old.county_id, old.id from publication_relation relation
    join publication_item item on item.county_id = relation.county_id and item.id = relation.item_id
      and item.live_text_number is not null and relation.created_at <= item.live_since
    join publication_text text on text.county_id = item.county_id and text.item_id = item.id
      and text.number = item.live_text_number
    join publication_item old on old.county_id = relation.county_id and old.id = relation.to_item_id
      and old.live_text_number is not null
    where (relation.kind = 'repeals' and old.validity in ('valid', 'amended')
        or relation.kind = 'amends' and old.validity = 'valid')
      and coalesce(nullif(text.fields ->> 'effectiveOn', '')::date, item.published_on) <= ${day}::date`.execute(db);
  return rows;
}
