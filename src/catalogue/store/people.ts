import type { Db, Trx } from '../../platform/db/index.ts';

/** Whether somebody still works with the system in a county. */
export async function personWorksIn(db: Db | Trx, countyId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organisationPerson')
    .select('id')
    .where('countyId', '=', countyId)
    .where('id', '=', personId)
    .where('closedOn', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What people are called. */
export async function listPersonNames(
  db: Db,
  countyId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisationPerson')
    .select(['id', 'name'])
    .where('countyId', '=', countyId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
