import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Item } from '../domain/item.ts';

/** A draft on somebody's desk. */
export interface DeskDraft {
  id: string;
  title: string;
  dueOn?: PlainDate;
}

/** The drafts of an author that nobody returned: what he has begun and not submitted. */
export async function listOwnDrafts(db: Db, countyId: string, personId: string): Promise<DeskDraft[]> {
  const { rows } = await sql<{ id: string; title: string; dueOn: string | null }>`
    select item.id, item.title, item.due_on::text as "dueOn" from publication_item item
    where item.county_id = ${countyId} and item.author_id = ${personId} and item.state = 'draft'
      and (select event.act from publication_event event
        where event.county_id = item.county_id and event.item_id = item.id
        order by event.position desc limit 1) <> 'return'
    order by item.due_on nulls last, item.id
    limit 500`.execute(db);
  return rows.map(({ id, title, dueOn }) => ({ id, title, ...(dueOn === null ? {} : { dueOn: getPlainDate(dueOn) }) }));
}

/** How many items of organs are not disclosed and due to be assessed again. */
export async function countAssessmentsDue(
  db: Db,
  countyId: string,
  organIds: readonly string[] | 'all',
  day: PlainDate,
): Promise<number> {
  let found = db
    .selectFrom('publicationItem')
    .where('countyId', '=', countyId)
    .where('state', '=', 'filed')
    .where('reassessOn', '<=', day);
  if (organIds !== 'all') found = found.where('organId', '=', sql<string>`any(${[...organIds]}::uuid[])`);
  const { total } = await found.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  return Number(total);
}

/** A 意见征集 that is over and whose outcome nobody has published. */
export interface OwedOutcome {
  id: string;
  title: string;
  /** The last day on which opinions could be given. */
  endedOn: PlainDate;
}

/** The consultations of an author, or of organs, whose outcome is owed on a day; the oldest first. */
export async function listOwedOutcomes(
  db: Db,
  countyId: string,
  { authorId, organIds }: { authorId: string; organIds: readonly string[] | 'all' },
  day: PlainDate,
): Promise<OwedOutcome[]> {
  const ofOrgan = organIds === 'all' ? sql`true` : sql`item.organ_id = any(${[...organIds]}::uuid[])`;
  const { rows } = await sql<{ id: string; title: string; endedOn: string }>`
    select item.id, item.title, text.fields ->> 'opinionsTo' as "endedOn"
    from publication_item item
    join publication_text text on text.county_id = item.county_id and text.item_id = item.id
      and text.number = item.live_text_number
    where item.county_id = ${countyId} and item.kind = 'consultation' and item.live_text_number is not null
      and (item.author_id = ${authorId} or ${ofOrgan})
      and text.fields ->> 'opinionsTo' < ${day}
      and not exists (
        select from publication_relation relation
        join publication_item outcome on outcome.county_id = relation.county_id and outcome.id = relation.item_id
        where relation.county_id = item.county_id and relation.to_item_id = item.id
          and relation.kind = 'outcome-of' and outcome.live_text_number is not null)
    order by text.fields ->> 'opinionsTo', item.id
    limit 100`.execute(db);
  return rows.map(({ endedOn, ...row }) => ({ ...row, endedOn: getPlainDate(endedOn) }));
}

/** Items that are not public yet and whose period some days belong to; of one county, or of all. */
export async function listReckoned(
  db: Db,
  { countyId, from, to }: { countyId?: string | undefined; from: PlainDate; to: PlainDate },
): Promise<Pick<Item, 'countyId' | 'id' | 'kind' | 'formedOn' | 'disclosure' | 'catalogueItemId' | 'dueOn'>[]> {
  let found = db
    .selectFrom('publicationItem')
    .select(['countyId', 'id', 'kind', 'formedOn', 'disclosure', 'catalogueItemId', 'dueOn'])
    .where('publishedOn', 'is', null)
    .where('dueOn', '>=', from)
    .where('formedOn', '<=', to)
    .where('state', 'not in', ['discarded', 'filed', 'withdrawn']);
  if (countyId !== undefined) found = found.where('countyId', '=', countyId);
  const rows = await found.execute();
  return rows.map(({ formedOn, disclosure, catalogueItemId, dueOn, ...row }) => ({
    ...row,
    formedOn: getPlainDate(formedOn),
    disclosure: disclosure as Item['disclosure'],
    ...(catalogueItemId === null ? {} : { catalogueItemId }),
    ...(dueOn === null ? {} : { dueOn: getPlainDate(dueOn) }),
  }));
}

/** Writes the last day of publication, without raising the version: nobody who works on the item is disturbed. */
export async function setDueDay(trx: Trx, countyId: string, id: string, dueOn: PlainDate | undefined): Promise<void> {
  await trx
    .updateTable('publicationItem')
    .set({ dueOn: dueOn ?? null })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}
