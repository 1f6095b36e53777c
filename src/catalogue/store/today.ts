import { type RawBuilder, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { dayOrNone } from './items.ts';

/** A post somebody has. */
export interface PostHeld {
  role: string;
  organId: string;
}

/** Whose work is looked for. */
export interface Worker {
  countyId: string;
  personId: string;
  posts: readonly PostHeld[];
  /** Organs for which he is asked for everything. */
  officeOrganIds: readonly string[];
}

/** A duty that is overdue or due soon. */
export interface PressingDuty {
  id: string;
  organName: string;
  title: string;
  limitWords: string;
  dueOn: PlainDate;
}

/**
 * Whether a duty lies with somebody: by being the office of the organ; by name; by a post where no name was given.
 *
 * @param duty alias of the row of catalogue_duty
 */
function liesWith({ countyId, personId, posts, officeOrganIds }: Worker, duty: string): RawBuilder<boolean> {
  const roles = posts.map(({ role }) => role);
  const organs = posts.map(({ organId }) => organId);
  return sql<boolean>`(${sql.ref(`${duty}.organId`)} = any(${[...officeOrganIds]}::uuid[])
    or ${sql.ref(`${duty}.itemId`)} in (
      select id from catalogue_item where county_id = ${countyId} and responsible_person_id = ${personId}
      union all
      select item.id from unnest(${roles}::text[], ${organs}::uuid[]) as held (role, organ_id)
      join catalogue_item item on item.county_id = ${countyId} and item.responsible_organ_id = held.organ_id
        and item.responsible_role = held.role and item.responsible_person_id is null))`;
}

/** What somebody has to have published until a day, the earliest first, and how much it is in all. */
export async function listPressingDuties(
  db: Db,
  worker: Worker,
  until: PlainDate,
  most: number,
): Promise<{ duties: PressingDuty[]; total: number }> {
  const rows = await db
    .selectFrom('catalogueDuty as duty')
    .innerJoin('catalogueItem as item', (join) =>
      join.onRef('item.countyId', '=', 'duty.countyId').onRef('item.id', '=', 'duty.itemId'),
    )
    .innerJoin('organisationOrganVersion as organ', (join) =>
      join
        .onRef('organ.countyId', '=', 'duty.countyId')
        .onRef('organ.organId', '=', 'duty.organId')
        .on('organ.validUntil', 'is', null),
    )
    .select(['duty.id', 'organ.shortName as organName', 'duty.title', 'item.limitWords', 'duty.dueOn'])
    .select(sql<string>`count(*) over ()`.as('total'))
    .where('duty.countyId', '=', worker.countyId)
    .where('duty.state', '=', 'open')
    .where('duty.dueOn', '<=', until)
    .where(liesWith(worker, 'duty'))
    .orderBy('duty.dueOn')
    .orderBy('duty.id')
    .limit(most)
    .execute();
  return {
    duties: rows.map(({ total: _, ...row }) => ({ ...row, dueOn: row.dueOn as PlainDate })),
    total: Number(rows[0]?.total ?? 0),
  };
}

/** A reminder nobody answered yet. */
export interface WaitingReminder {
  id: string;
  organName: string;
  text: string;
  answerBy?: PlainDate | undefined;
  sentByName: string;
}

/** The reminders that wait for somebody: of the organs whose office he is, and about items that lie with him. */
export async function listWaitingReminders(db: Db, worker: Worker): Promise<WaitingReminder[]> {
  const rows = await db
    .selectFrom('catalogueReminder as reminder')
    .innerJoin('organisationOrganVersion as organ', (join) =>
      join
        .onRef('organ.countyId', '=', 'reminder.countyId')
        .onRef('organ.organId', '=', 'reminder.organId')
        .on('organ.validUntil', 'is', null),
    )
    .select([
      'reminder.id',
      'organ.shortName as organName',
      'reminder.text',
      'reminder.answerBy',
      'reminder.sentByName',
    ])
    .where('reminder.countyId', '=', worker.countyId)
    .where('reminder.settledOn', 'is', null)
    .where('reminder.answer', 'is', null)
    .where(
      sql<boolean>`(reminder.organ_id = any(${[...worker.officeOrganIds]}::uuid[]) or exists (
        select from catalogue_reminder_target target
        join catalogue_duty duty on duty.county_id = target.county_id and duty.id = target.duty_id
        where target.county_id = reminder.county_id and target.reminder_id = reminder.id and ${liesWith(worker, 'duty')}))`,
    )
    .orderBy('reminder.sentAt')
    .orderBy('reminder.id')
    .execute();
  return rows.map(({ answerBy, ...row }) => ({ ...row, answerBy: dayOrNone(answerBy) }));
}

/** How many organs of a county have something overdue, and how much it is. */
export async function countOverdueOrgans(
  db: Db,
  countyId: string,
  day: PlainDate,
): Promise<{ organs: number; duties: number }> {
  const row = await db
    .selectFrom('catalogueDuty')
    .select([sql<number>`count(distinct organ_id)::int`.as('organs'), sql<number>`count(*)::int`.as('duties')])
    .where('countyId', '=', countyId)
    .where('state', '=', 'open')
    .where('dueOn', '<', day)
    .executeTakeFirstOrThrow();
  return row;
}
