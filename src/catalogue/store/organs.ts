import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';

/** An organ as it is on a day, with its place in the tree. */
export interface NamedOrgan {
  id: string;
  kind: string;
  shortName: string;
  fullName: string;
  /** From the top of the tree down to it. */
  path: string[];
  /** Whether it still acts. */
  living: boolean;
  sortOrder: number;
}

/** An organ on a day; undefined when it is not one of the county, or not yet. */
export async function findNamedOrgan(
  db: Db | Trx,
  countyId: string,
  id: string,
  day: PlainDate,
): Promise<NamedOrgan | undefined> {
  const [organ] = await named(db, countyId, day, [sql<boolean>`v.organ_id = ${id}`]);
  return organ;
}

/** The kinds of organ that have a catalogue of their own. */
export const catalogueKinds = ['county', 'department', 'township'] as const;

/** The living organs that keep a catalogue: those of a county, or of a part of its tree. */
export function listCatalogueOrgans(
  db: Db | Trx,
  countyId: string,
  day: PlainDate,
  withinId?: string,
): Promise<NamedOrgan[]> {
  return named(db, countyId, day, [
    sql<boolean>`v.status = 'living'`,
    sql<boolean>`v.kind = any(${[...catalogueKinds]})`,
    ...(withinId === undefined ? [] : [sql<boolean>`${withinId}::uuid = any(v.path)`]),
  ]);
}

/** Every organ of a county on a day, those that have ended too. */
export const listAllOrgans = (db: Db | Trx, countyId: string, day: PlainDate): Promise<NamedOrgan[]> =>
  named(db, countyId, day, []);

/** By kind from the top down, then in their order. */
async function named(
  db: Db | Trx,
  countyId: string,
  day: PlainDate,
  conditions: readonly Expression<SqlBool>[],
): Promise<NamedOrgan[]> {
  const rows = await db
    .selectFrom('organisationOrganVersion as v')
    .innerJoin('organisationOrgan as organ', (join) =>
      join.onRef('organ.countyId', '=', 'v.countyId').onRef('organ.id', '=', 'v.organId'),
    )
    .select(['v.organId as id', 'v.kind', 'v.status', 'v.shortName', 'v.fullName', 'v.path', 'organ.sortOrder'])
    .where('v.countyId', '=', countyId)
    .where(sql<boolean>`v.valid_from <= ${day} and (v.valid_until is null or v.valid_until > ${day})`)
    .where((eb) => eb.and([...conditions]))
    .orderBy(sql`array_position(array['province','city','county','department','township','village','station'], v.kind)`)
    .orderBy('organ.sortOrder')
    .orderBy('v.fullName')
    .orderBy('v.organId')
    .execute();
  return rows.map(({ status, ...organ }) => ({ ...organ, living: status === 'living' }));
}
