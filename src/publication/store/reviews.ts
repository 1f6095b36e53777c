import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';

/** What the system itself saves bears this id. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Who saved a text of these items since each was last published: they wrote it, and do not review it.
 *
 * @returns by item; items nobody saved are absent
 */
export async function listWriters(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await sql<{ itemId: string; writers: string[] }>`
    select text.item_id as "itemId", array_agg(distinct text.saved_by) as writers
    from publication_text text
    where text.county_id = ${countyId} and text.item_id = any(${[...itemIds]}::uuid[]) and text.saved_by <> ${nobody}
      and text.number > coalesce((
        select max(event.text_number) from publication_event event
        where event.county_id = text.county_id and event.item_id = text.item_id and event.act in ('publish', 'file', 'import')
          and event.text_number < (select item.text_number from publication_item item
            where item.county_id = text.county_id and item.id = text.item_id)), 0)
    group by text.item_id`.execute(db);
  return new Map(rows.map(({ itemId, writers }) => [itemId, writers]));
}

/**
 * Items that stand in one of these states (or owe a second look, or are asked for in a hurry) at organs of a scope, what is
 * in a hurry first, then what waits longest.
 */
export async function listWaitingIds(
  db: Db,
  {
    countyId,
    organIds,
    states,
    owing,
    urgent,
  }: {
    countyId: string;
    organIds: readonly string[] | 'all';
    states: readonly string[];
    owing: boolean;
    urgent: boolean;
  },
  limit: number,
): Promise<string[]> {
  const organs = organIds === 'all' ? sql`true` : sql`organ_id = any(${[...organIds]}::uuid[])`;
  const due = sql`coalesce(second_look_due_on, due_on)`;
  // Parts, each with its own small index: what is public and owes nothing is never looked at.
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, ${due} as due, state_since, urgent_since from publication_item
      where county_id = ${countyId} and ${organs} and state = any(${[...states]}::text[])
        and state not in ('published', 'discarded')
      union
      select id, ${due}, state_since, urgent_since from publication_item
      where county_id = ${countyId} and ${organs} and ${owing} and second_look_due_on is not null and state = 'published'
      union
      select id, ${due}, state_since, urgent_since from publication_item
      where county_id = ${countyId} and ${organs} and ${urgent} and urgent_since is not null
    ) waiting
    order by urgent_since nulls last, due nulls last, state_since, id
    limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Something the system has to do: publish at the time that was set, or take down after the last day. */
export interface DueItem {
  countyId: string;
  itemId: string;
  /** Absent: it is past its last day. */
  publishAt?: Date;
}

/** What was set for a time that is past and has not been published, then what is public past its last day, in every county. */
export async function listDue(db: Db, now: Date, today: PlainDate): Promise<DueItem[]> {
  const { rows } = await sql<{ countyId: string; itemId: string; publishAt: Date | null }>`
    select county_id as "countyId", id as "itemId", publish_at as "publishAt" from publication_item
    where publish_at <= ${now} and state = 'approved'
    union all
    select item.county_id, item.id, null from publication_item item
    join publication_text text
      on text.county_id = item.county_id and text.item_id = item.id and text.number = item.live_text_number
    where item.expires_on is not null and item.expired_at is null
      and coalesce(text.head->>'expiresOn', item.expires_on::text) < ${today}
    union
    select item.county_id, item.id, null from publication_item item
    join publication_text text
      on text.county_id = item.county_id and text.item_id = item.id and text.number = item.live_text_number
    -- A revision that is being written may say another last day than the public was told, or none.
    where item.state not in ('published', 'discarded') and item.expired_at is null and text.head->>'expiresOn' < ${today}
    order by 3 nulls last
    limit 1000`.execute(db);
  return rows.map(({ publishAt, ...row }) => ({ ...row, ...(publishAt ? { publishAt } : {}) }));
}

/** How many items of an organ are past their last day of publication, and since when the oldest. */
export interface OverdueOrgan {
  organId: string;
  overdue: number;
  /** Due within the next seven days. */
  soon: number;
  oldest: PlainDate | null;
  /** Reviews an urgent publication owes past their day. */
  owed: number;
}

/** The organs of a scope with something overdue or nearly so, the most overdue first (条例 art. 26). */
export async function listOverdueOrgans(
  db: Db,
  countyId: string,
  organIds: readonly string[] | 'all',
  today: PlainDate,
): Promise<OverdueOrgan[]> {
  const organs = organIds === 'all' ? sql`true` : sql`organ_id = any(${[...organIds]}::uuid[])`;
  const { rows } = await sql<{
    organId: string;
    overdue: string;
    soon: string;
    owed: string;
    oldest: PlainDate | null;
  }>`
    select organ_id as "organId",
      count(*) filter (where late and due_on < ${today}::date) as overdue,
      count(*) filter (where late and due_on >= ${today}::date) as soon,
      count(*) filter (where second_look_due_on < ${today}::date) as owed,
      min(due_on) filter (where late and due_on < ${today}::date) as oldest
    from (
      select organ_id, due_on, second_look_due_on,
        published_on is null and state not in ('published', 'discarded', 'filed', 'withdrawn')
          and due_on < ${today}::date + 7 as late
      from publication_item
      where county_id = ${countyId} and ${organs} and state not in ('published', 'discarded')
      union all
      select organ_id, due_on, second_look_due_on, false
      from publication_item
      where county_id = ${countyId} and ${organs} and state = 'published' and second_look_due_on is not null
    ) item
    where late or second_look_due_on < ${today}::date
    group by organ_id
    order by 2 desc, 5, 1`.execute(db);
  return rows.map(({ overdue, soon, owed, ...row }) => ({
    ...row,
    overdue: Number(overdue),
    soon: Number(soon),
    owed: Number(owed),
  }));
}

/** A draft that a reviewer or an answer sent back, with the words of it. */
export interface ReturnedDraft {
  id: string;
  title: string;
  dueOn: PlainDate | null;
  by: string;
  reason: string;
  /** `return`, an answer to a question, or `decline-urgent`. */
  act: string;
}

/** The drafts of a person that were sent back and not submitted again, the most pressing first. */
export async function listReturned(db: Db, countyId: string, personId: string): Promise<ReturnedDraft[]> {
  const { rows } = await sql<ReturnedDraft>`
    select item.id, item.title, item.due_on as "dueOn", last.person_name as by, last.opinion as reason, last.act
    from publication_item item
    cross join lateral (
      select event.act, event.person_name, event.opinion from publication_event event
      where event.county_id = item.county_id and event.item_id = item.id
      order by event.position desc limit 1
    ) last
    where item.county_id = ${countyId} and item.author_id = ${personId} and item.state = 'draft'
      and last.act in ('return', 'answer-referral', 'register-answer', 'decline-urgent')
    order by item.due_on nulls last, item.id
    limit 50`.execute(db);
  return rows;
}

/** What is published by itself from now on at organs of a scope, the next first. */
export async function listScheduled(
  db: Db,
  countyId: string,
  organIds: readonly string[] | 'all',
  from: Date,
): Promise<{ id: string; title: string; publishAt: Date }[]> {
  const organs = organIds === 'all' ? sql`true` : sql`organ_id = any(${[...organIds]}::uuid[])`;
  const { rows } = await sql<{ id: string; title: string; publishAt: Date }>`
    select id, title, publish_at as "publishAt" from publication_item
    where county_id = ${countyId} and ${organs} and publish_at >= ${from} and state = 'approved'
    order by publish_at, id limit 20`.execute(db);
  return rows;
}

/** What lies on somebody's desk: the items he is the author of that are not finished. */
export async function listDesk(
  db: Db,
  countyId: string,
  personId: string,
): Promise<{ id: string; title: string; state: string; dueOn: PlainDate | null; bodyText: string }[]> {
  const { rows } = await sql<{ id: string; title: string; state: string; dueOn: PlainDate | null; bodyText: string }>`
    select item.id, item.title, item.state, item.due_on as "dueOn", text.body_text as "bodyText"
    from publication_item item
    join publication_text text
      on text.county_id = item.county_id and text.item_id = item.id and text.number = item.text_number
    where item.county_id = ${countyId} and item.author_id = ${personId}
      and item.state not in ('published', 'filed', 'withdrawn', 'discarded')
    order by item.due_on nulls last, item.id`.execute(db);
  return rows;
}

/** Makes somebody else the author of unfinished items. @returns how many there were */
export async function moveAuthor(
  db: Db,
  countyId: string,
  fromPersonId: string,
  toPersonId: string,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update publication_item set author_id = ${toPersonId}, version = version + 1, updated_at = ${now}
    where county_id = ${countyId} and author_id = ${fromPersonId} and id = any(${[...ids]}::uuid[])
      and state not in ('published', 'filed', 'withdrawn', 'discarded')`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
