import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';

/** What an organ is called. */
export interface OrganNames {
  id: string;
  fullName: string;
  shortName: string;
}

/** The names of organs as they are now, or as they were last. */
export async function listOrganNames(
  db: Db,
  countyId: string,
  ids: readonly string[],
): Promise<Map<string, OrganNames>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisationOrganVersion')
    .distinctOn('organId')
    .select(['organId as id', 'fullName', 'shortName'])
    .where('countyId', '=', countyId)
    .where('organId', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .orderBy('organId')
    .orderBy('validFrom', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The telephone of an organ for questions about disclosure, and its own; empty where there is none. */
export async function findOrganContact(
  db: Db,
  countyId: string,
  id: string,
): Promise<{ disclosurePhone: string; phone: string } | undefined> {
  return db
    .selectFrom('organisationOrgan')
    .select(['disclosurePhone', 'phone'])
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
}
