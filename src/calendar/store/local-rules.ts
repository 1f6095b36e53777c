import { type Selectable, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CalendarLocalRule } from '../../platform/db/tables.ts';
import type { LocalRule } from '../domain/notice.ts';

/** A rule of a county as it is kept. */
export interface StoredLocalRule extends LocalRule {
  id: string;
  addedAt: Date;
  addedBy: string;
}

/** The local rules of a county, the earliest day first. */
export async function listLocalRules(db: Db, countyId: string): Promise<StoredLocalRule[]> {
  const rows = await db
    .selectFrom('calendarLocalRule')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('firstDay')
    .execute();
  return rows.map(ruleOf);
}

/** Keeps others from adding rules to the county until the transaction ends. */
export async function lockLocalRules(trx: Trx, countyId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('calendar_local_rule'), hashtext(${countyId}))`.execute(trx);
}

/** A rule of the county that has a day in common with a span of days. */
export async function findRuleWithin(
  trx: Trx,
  countyId: string,
  from: PlainDate,
  to: PlainDate,
): Promise<StoredLocalRule | undefined> {
  const row = await trx
    .selectFrom('calendarLocalRule')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('firstDay', '<=', to)
    .where('lastDay', '>=', from)
    .orderBy('firstDay')
    .executeTakeFirst();
  return row && ruleOf(row);
}

/** Adds a rule to a county. */
export async function insertLocalRule(trx: Trx, countyId: string, rule: StoredLocalRule): Promise<void> {
  const { id, kind, name, from, to, basis, addedAt, addedBy } = rule;
  await trx
    .insertInto('calendarLocalRule')
    .values({ countyId, id, kind, name, firstDay: from, lastDay: to, basis, addedAt, addedBy })
    .execute();
}

/** Takes a rule away. @returns what it was; undefined when there is none */
export async function deleteLocalRule(trx: Trx, countyId: string, id: string): Promise<StoredLocalRule | undefined> {
  const row = await trx
    .deleteFrom('calendarLocalRule')
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && ruleOf(row);
}

const ruleOf = ({
  id,
  kind,
  name,
  firstDay,
  lastDay,
  basis,
  addedAt,
  addedBy,
}: Selectable<CalendarLocalRule>): StoredLocalRule => ({
  id,
  kind: kind as LocalRule['kind'],
  name,
  from: getPlainDate(firstDay),
  to: getPlainDate(lastDay),
  basis,
  addedAt,
  addedBy,
});
