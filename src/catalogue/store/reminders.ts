import { type Selectable, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { CatalogueReminder } from '../../platform/db/tables.ts';
import type { ColumnKey } from '../domain/columns.ts';
import type { Reminder, ReminderState } from '../domain/reminder.ts';
import { dayOrNone } from './items.ts';

/** What is asked for of the reminders of a county. */
export interface ReminderFilter {
  /** These organs only. */
  organIds?: readonly string[] | undefined;
  state?: ReminderState | undefined;
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

/** A reminder of a county. */
export async function findReminder(db: Db | Trx, countyId: string, id: string): Promise<Reminder | undefined> {
  const [found] = await withTargets(
    db,
    countyId,
    await db
      .selectFrom('catalogueReminder')
      .selectAll()
      .where('countyId', '=', countyId)
      .where('id', '=', id)
      .execute(),
  );
  return found;
}

/** One page of the reminders of a county, the latest first. */
export async function listReminders(
  db: Db,
  countyId: string,
  { organIds, state }: ReminderFilter,
  page: PageRequest,
): Promise<Page<Reminder>> {
  let found = db.selectFrom('catalogueReminder').where('countyId', '=', countyId);
  if (organIds) found = found.where(sql<boolean>`organ_id = any(${[...organIds]}::uuid[])`);
  if (state === 'settled') found = found.where('settledOn', 'is not', null);
  else if (state) found = found.where('settledOn', 'is', null);
  if (state === 'answered') found = found.where('answeredAt', 'is not', null);
  if (state === 'open') found = found.where('answeredAt', 'is', null);
  const listed = await listPage(
    found.selectAll().orderBy('sentAt', 'desc').orderBy('id'),
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
    .selectFrom('catalogueReminderTarget')
    .select('dutyId')
    .where('countyId', '=', countyId)
    .where('dutyId', 'in', [...dutyIds])
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
