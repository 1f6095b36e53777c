import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { CatalogueReminder } from '../../platform/db/tables.ts';
import type { ColumnKey } from '../domain/columns.ts';
import type { Reminder, ReminderChoice } from '../domain/reminder.ts';
import { dutyWithin } from './duty-lists.ts';
import { dayOrNone } from './items.ts';

/** What is asked for of the reminders of a county. */
export interface ReminderFilter {
  /** These organs only. */
  organIds?: readonly string[] | undefined;
  /** Sent to these organs, or about a duty for which a post of them answers; all when absent. */
  reach?: readonly string[] | undefined;
  state?: ReminderChoice | undefined;
}

/** Keeps a reminder with what it is about. */
export async function insertReminder(trx: Trx, countyId: string, reminder: Reminder): Promise<void> {
  const { id, organId, text, answerBy, sentAt, sentBy, sentByName, dutyIds, columnKeys } = reminder;
  await trx
    .insertInto('catalogueReminder')
    .values({ countyId, id, organId, text, answerBy: answerBy ?? null, sentAt, sentBy, sentByName })
    .execute();
  const targets = [
    ...dutyIds.map((dutyId) => ({ dutyId, columnKey: null })),
    ...columnKeys.map((columnKey) => ({ dutyId: null, columnKey })),
  ];
  await trx
    .insertInto('catalogueReminderTarget')
    .values(targets.map((target, index) => ({ countyId, reminderId: id, position: index + 1, ...target })))
    .execute();
}

/** A reminder of a county. @param reach as in ReminderFilter: what lies outside is not found */
export async function findReminder(
  db: Db | Trx,
  countyId: string,
  id: string,
  reach?: readonly string[],
): Promise<Reminder | undefined> {
  const rows = await reminders(db, countyId, { reach }).selectAll('reminder').where('reminder.id', '=', id).execute();
  const [found] = await withTargets(db, countyId, rows);
  return found;
}

function reminders(db: Db | Trx, countyId: string, { organIds, reach, state }: ReminderFilter) {
  let found = db.selectFrom('catalogueReminder as reminder').where('reminder.countyId', '=', countyId);
  if (organIds) found = found.where(sql<boolean>`reminder.organ_id = any(${[...organIds]}::uuid[])`);
  if (reach) {
    found = found.where(sql<boolean>`(reminder.organ_id = any(${[...reach]}::uuid[]) or exists (
      select from catalogue_reminder_target target
      join catalogue_duty duty on duty.county_id = target.county_id and duty.id = target.duty_id
      where target.county_id = reminder.county_id and target.reminder_id = reminder.id
        and ${dutyWithin(countyId, reach)}))`);
  }
  if (state === 'settled') found = found.where('reminder.settledOn', 'is not', null);
  else if (state) found = found.where('reminder.settledOn', 'is', null);
  if (state === 'answered') found = found.where('reminder.answeredAt', 'is not', null);
  if (state === 'open') found = found.where('reminder.answeredAt', 'is', null);
  return found;
}

/** One page of the reminders of a county, the latest first. */
export async function listReminders(
  db: Db,
  countyId: string,
  filter: ReminderFilter,
  page: PageRequest,
): Promise<Page<Reminder>> {
  const found = reminders(db, countyId, filter);
  const listed = await listPage(
    found.selectAll('reminder').orderBy('reminder.sentAt', 'desc').orderBy('reminder.id'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...listed, items: await withTargets(db, countyId, listed.items) };
}

/** How many reminders of each organ are not settled. */
export async function countOpenReminders(db: Db, countyId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('catalogueReminder')
    .select(['organId', ({ fn }) => fn.countAll<string>().as('total')])
    .where('countyId', '=', countyId)
    .where('settledOn', 'is', null)
    .groupBy('organId')
    .execute();
  return new Map(rows.map(({ organId, total }) => [organId, Number(total)]));
}

/** Of these duties those that a reminder is about which is not settled. */
export async function listReminded(db: Db, countyId: string, dutyIds: readonly string[]): Promise<Set<string>> {
  if (dutyIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('catalogueReminderTarget as target')
    .innerJoin('catalogueReminder as reminder', (join) =>
      join.onRef('reminder.countyId', '=', 'target.countyId').onRef('reminder.id', '=', 'target.reminderId'),
    )
    .select('target.dutyId')
    .where('target.countyId', '=', countyId)
    .where('target.dutyId', 'in', [...dutyIds])
    .where('reminder.settledOn', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ dutyId }) => dutyId ?? []));
}

/** Writes the answer to a reminder that has none; false when somebody was faster. */
export async function answerReminder(
  trx: Trx,
  countyId: string,
  id: string,
  { answer, at, by }: { answer: string; at: Date; by: string },
): Promise<boolean> {
  const updated = await trx
    .updateTable('catalogueReminder')
    .set({ answer, answeredAt: at, answeredByName: by })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/**
 * Settles the reminders of an organ all of whose duties are done or waived and in all of whose columns something stands
 * that is not older than the reminder; opens those again of which that is no longer true.
 */
export async function refreshReminders(trx: Trx, countyId: string, organId: string, day: PlainDate): Promise<void> {
  await sql`
    with seen as (
      select r.id, not exists (
        select from catalogue_reminder_target t
        left join catalogue_duty d on d.county_id = t.county_id and d.id = t.duty_id
        where t.county_id = r.county_id and t.reminder_id = r.id and case
          when t.duty_id is not null then d.state = 'open'
          else not exists (
            select from catalogue_evidence e
            where e.county_id = r.county_id and e.organ_id = r.organ_id and e.column_key = t.column_key
              and e.ended is null and e.published_on >= (r.sent_at at time zone 'Asia/Shanghai')::date
          ) end
      ) as settled
      from catalogue_reminder r
      where r.county_id = ${countyId} and r.organ_id = ${organId}
    )
    update catalogue_reminder r
    set settled_on = case when seen.settled then ${day}::date end
    from seen
    where r.county_id = ${countyId} and r.id = seen.id and seen.settled <> (r.settled_on is not null)
  `.execute(trx);
}

async function withTargets(
  db: Db | Trx,
  countyId: string,
  rows: readonly Selectable<CatalogueReminder>[],
): Promise<Reminder[]> {
  if (rows.length === 0) return [];
  const targets = await db
    .selectFrom('catalogueReminderTarget')
    .select(['reminderId', 'dutyId', 'columnKey'])
    .where('countyId', '=', countyId)
    .where(
      'reminderId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  const byReminder = Map.groupBy(targets, ({ reminderId }) => reminderId);
  return rows.map((row) => {
    const of = byReminder.get(row.id) ?? [];
    return {
      id: row.id,
      organId: row.organId,
      text: row.text,
      answerBy: dayOrNone(row.answerBy),
      sentAt: row.sentAt,
      sentBy: row.sentBy,
      sentByName: row.sentByName,
      ...(row.answer === null || row.answeredAt === null
        ? {}
        : { answer: { text: row.answer, at: row.answeredAt, by: row.answeredByName ?? '' } }),
      settledOn: dayOrNone(row.settledOn),
      dutyIds: of.flatMap(({ dutyId }) => dutyId ?? []),
      columnKeys: of.flatMap(({ columnKey }) => (columnKey === null ? [] : [columnKey as ColumnKey])),
    };
  });
}
