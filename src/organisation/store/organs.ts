import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { OrganKind, OrganPlace, OrganStatus, OrganVersion } from '../domain/organ.ts';
import { type OrganProfile, profileKeys } from '../domain/organ-profile.ts';
import type { PlacedVersion } from '../domain/organ-register.ts';
import type { Scope } from '../domain/policy.ts';
import { contains, holdsOn, organInScope } from './scope.ts';

/** What an organ is whatever the day. */
export interface OrganRecord {
  id: string;
  /** Counts the changes to this organ and its events. */
  version: number;
  /** Place among its siblings, smallest first. */
  sortOrder: number;
  /** Other names it is found by. */
  aliases: string[];
  profile: OrganProfile;
  changedAt: Date;
  /** By name. */
  changedBy: string;
}

/** An organ as it was on a day. */
export interface OrganListed {
  id: string;
  parentId: string | null;
  kind: OrganKind;
  status: OrganStatus;
  fullName: string;
  shortName: string;
  sortOrder: number;
  divisionCode: string;
  creditCode: string;
}

/** What is asked for of the organs of a county. */
export interface OrganQuery {
  countyId: string;
  day: PlainDate;
  /** Part of a name, an other name or a code. */
  words?: string | undefined;
  kind?: OrganKind | undefined;
  /** This organ and all below it. */
  withinId?: string | undefined;
  /** Those that have ended too; only the living ones when not given. */
  ended?: boolean | undefined;
}

/** Makes an organ; its names and place come with its events. */
export async function insertOrgan(
  trx: Trx,
  countyId: string,
  { id, profile, ...record }: Omit<OrganRecord, 'version'>,
): Promise<void> {
  await trx
    .insertInto('organisationOrgan')
    .values({ countyId, id, ...record, ...profile, createdAt: record.changedAt })
    .execute();
}

/** Writes what an organ is and raises its version by one. */
export async function updateOrgan(
  trx: Trx,
  countyId: string,
  { id, profile, sortOrder, aliases, changedAt, changedBy }: Omit<OrganRecord, 'version'>,
): Promise<void> {
  await trx
    .updateTable('organisationOrgan')
    .set({ ...profile, sortOrder, aliases, changedAt, changedBy, version: sql`version + 1` })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** The organ of this identifier. */
export async function findOrgan(db: Db | Trx, countyId: string, id: string): Promise<OrganRecord | undefined> {
  const [organ] = await listOrganRecords(db, countyId, [id]);
  return organ;
}

/** What these organs are, or all of the county. */
export async function listOrganRecords(
  db: Db | Trx,
  countyId: string,
  ids?: readonly string[],
): Promise<OrganRecord[]> {
  const rows = await db
    .selectFrom('organisationOrgan')
    .select(['id', 'version', 'sortOrder', 'aliases', 'changedAt', 'changedBy', ...profileKeys])
    .where('countyId', '=', countyId)
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .execute();
  return rows.map(({ id, version, sortOrder, aliases, changedAt, changedBy, ...profile }) => ({
    id,
    version,
    sortOrder,
    aliases,
    changedAt,
    changedBy,
    profile,
  }));
}

/** The organs of a county on a day, from the top down and in their order. */
export async function listOrgans(db: Db, query: OrganQuery): Promise<OrganListed[]> {
  return inTreeOrder(await listed(db, query).execute());
}

/** One page of what is asked for, by kind and order. */
export async function searchOrgans(db: Db, query: OrganQuery, page: PageRequest): Promise<Page<OrganListed>> {
  const rows = listed(db, query)
    .orderBy(sql`array_position(array['province','city','county','department','township','village','station'], v.kind)`)
    .orderBy('organ.sortOrder')
    .orderBy('v.fullName')
    .orderBy('organ.id');
  const count = chosen(db, query).select((eb) => eb.fn.countAll<string>().as('total'));
  return listPage(rows, count, page);
}

const listed = (db: Db, query: OrganQuery) =>
  chosen(db, query).select([
    'organ.id',
    'v.parentId',
    sql<OrganKind>`v.kind`.as('kind'),
    sql<OrganStatus>`v.status`.as('status'),
    'v.fullName',
    'v.shortName',
    'organ.sortOrder',
    'organ.divisionCode',
    'organ.creditCode',
  ]);

function chosen(db: Db, { countyId, day, words, kind, withinId, ended }: OrganQuery) {
  const conditions: Expression<SqlBool>[] = [holdsOn('v', day)];
  if (!ended) conditions.push(sql<boolean>`v.status = 'living'`);
  if (kind) conditions.push(sql<boolean>`v.kind = ${kind}`);
  if (withinId) conditions.push(sql<boolean>`${withinId}::uuid = any(v.path)`);
  if (words) {
    const code = words.toUpperCase();
    conditions.push(
      sql<boolean>`(${contains('v.fullName', words)} or ${contains('v.shortName', words)}
        or exists (select from unnest(organ.aliases) as each (alias) where ${contains('each.alias', words)})
        or starts_with(organ.division_code, ${code}) or organ.credit_code = ${code} or organ.site_code = ${words})`,
    );
  }
  return db
    .selectFrom('organisationOrganVersion as v')
    .innerJoin('organisationOrgan as organ', (join) =>
      join.onRef('organ.countyId', '=', 'v.countyId').onRef('organ.id', '=', 'v.organId'),
    )
    .where('v.countyId', '=', countyId)
    .where((eb) => eb.and(conditions));
}

/** Each below its parent, siblings by their order, then by name; those whose parent is not there come first. */
function inTreeOrder(rows: readonly OrganListed[]): OrganListed[] {
  const ids = new Set(rows.map(({ id }) => id));
  const below = Map.groupBy(rows, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : ''));
  const inOrder = (siblings: readonly OrganListed[]): OrganListed[] =>
    [...siblings]
      .sort((a, b) => a.sortOrder - b.sortOrder || (a.fullName < b.fullName ? -1 : a.fullName > b.fullName ? 1 : 0))
      .flatMap((row) => [row, ...inOrder(below.get(row.id) ?? [])]);
  return inOrder(below.get('') ?? []);
}

/** Makes the stored versions those that were computed; only rows that differ are touched. */
export async function replaceVersions(
  trx: Trx,
  countyId: string,
  computed: ReadonlyMap<string, readonly PlacedVersion[]>,
): Promise<void> {
  const stored = await trx
    .selectFrom('organisationOrganVersion')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('organId')
    .orderBy('validFrom')
    .execute();
  const before = Map.groupBy(stored, ({ organId }) => organId);
  const rows = [...computed].flatMap(([organId, versions]) => {
    const fresh = versions.map((version) => rowOf(countyId, version));
    return sameRows(fresh, before.get(organId) ?? []) ? [] : [{ organId, fresh }];
  });
  const stale = [...rows.map(({ organId }) => organId), ...[...before.keys()].filter((id) => !computed.has(id))];
  if (stale.length > 0) {
    await trx
      .deleteFrom('organisationOrganVersion')
      .where('countyId', '=', countyId)
      .where('organId', '=', sql<string>`any(${stale}::uuid[])`)
      .execute();
  }
  const fresh = rows.flatMap((row) => row.fresh);
  // The protocol numbers the values of a statement with 16 bits.
  for (let at = 0; at < fresh.length; at += 1_000) {
    await trx
      .insertInto('organisationOrganVersion')
      .values(fresh.slice(at, at + 1_000))
      .execute();
  }
}

const rowOf = (countyId: string, version: OrganVersion & { path: readonly string[] }) => ({
  countyId,
  organId: version.organId,
  validFrom: version.from as string,
  validUntil: (version.until ?? null) as string | null,
  status: version.status as string,
  kind: version.kind as string,
  fullName: version.fullName,
  shortName: version.shortName,
  parentId: version.parentId ?? null,
  path: [...version.path],
});

type VersionRow = ReturnType<typeof rowOf>;

const sameRows = (a: readonly VersionRow[], b: readonly VersionRow[]): boolean =>
  a.length === b.length &&
  a.every((row, index) => {
    const other = b[index];
    return (
      other !== undefined &&
      (Object.keys(row) as (keyof VersionRow)[]).every((key) => String(row[key]) === String(other[key]))
    );
  });

/** Raises the version of organs whose events changed. */
export async function touchOrgans(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  { at, by }: { at: Date; by: string },
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('organisationOrgan')
    .set({ version: sql`version + 1`, changedAt: at, changedBy: by })
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .execute();
}

/** A 统一社会信用代码 that two organs have which live on a day or will, with the names of both. */
export async function findSharedCreditCode(
  trx: Trx,
  countyId: string,
  day: PlainDate,
): Promise<{ creditCode: string; names: string[] } | undefined> {
  return trx
    .selectFrom('organisationOrgan as organ')
    .innerJoin('organisationOrganVersion as v', (join) =>
      join.onRef('v.countyId', '=', 'organ.countyId').onRef('v.organId', '=', 'organ.id'),
    )
    .select(['organ.creditCode', sql<string[]>`array_agg(distinct v.full_name)`.as('names')])
    .where('organ.countyId', '=', countyId)
    .where('organ.creditCode', '<>', '')
    .where(sql<boolean>`v.status = 'living' and (v.valid_until is null or v.valid_until > ${day})`)
    .groupBy('organ.creditCode')
    .having(sql<boolean>`count(distinct organ.id) > 1`)
    .executeTakeFirst();
}

/** Where an organ stands on a day, or will first stand when it is to come; undefined when there is none. */
export async function findPlace(
  db: Db | Trx,
  countyId: string,
  organId: string,
  day: PlainDate,
): Promise<OrganPlace | undefined> {
  const row = await db
    .selectFrom('organisationOrganVersion as v')
    .select('v.path')
    .where('v.countyId', '=', countyId)
    .where('v.organId', '=', organId)
    .where(sql<boolean>`v.valid_until is null or v.valid_until > ${day}`)
    .orderBy('v.validFrom')
    .executeTakeFirst();
  return row && { organId, path: row.path };
}

/** The organs within a scope as they stand on a day, those that have ended too; `all` for the whole county. */
export async function listOrganIds(db: Db | Trx, scope: Scope, day: PlainDate): Promise<string[] | 'all'> {
  if (scope.county) return 'all';
  const rows = await db
    .selectFrom('organisationOrganVersion as v')
    .select('v.organId')
    .distinct()
    .where('v.countyId', '=', scope.countyId)
    .where(holdsOn('v', day))
    .where(organInScope(scope, 'v'))
    .execute();
  return rows.map(({ organId }) => organId);
}
