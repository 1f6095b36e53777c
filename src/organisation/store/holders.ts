import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import type { OrganPlace } from '../domain/organ.ts';
import { getRole, type Role } from '../domain/role.ts';
import { holdsOn } from './scope.ts';

/** Somebody who has a post on a day, himself or filling in. */
export interface PostHolder {
  personId: string;
  name: string;
  role: Role;
  place: OrganPlace;
}

/** Everybody of a county who has one of these roles on a day and is at work, with where; who fills in for a post is there too. */
export async function listPostHolders(
  db: Db,
  countyId: string,
  roles: readonly Role[],
  day: PlainDate,
): Promise<PostHolder[]> {
  const { rows } = await sql<{ personId: string; name: string; role: string; organId: string; path: string[] }>`
    with held as (
      select post.id, post.person_id, post.organ_id, post.role from organisation_post post
      where post.county_id = ${countyId} and post.role = any(${[...roles]}::text[]) and post.withdrawn_at is null
        and post.from_day <= ${day} and coalesce(post.to_day, 'infinity') >= ${day}
    ), at_work as (
      select id, name from organisation_person
      where county_id = ${countyId} and closed_on is null and active_from <= ${day}
    ), acting as (
      select held.person_id, held.organ_id, held.role from held
      union
      select delegation.to_person_id, held.organ_id, held.role from held
      join at_work lender on lender.id = held.person_id
      join organisation_delegation delegation
        on delegation.county_id = ${countyId} and delegation.post_id = held.id
        and delegation.revoked_at is null and delegation.from_day <= ${day} and delegation.to_day >= ${day}
    )
    select acting.person_id as "personId", at_work.name, acting.role, acting.organ_id as "organId", version.path
    from acting
    join at_work on at_work.id = acting.person_id
    join organisation_organ_version version
      on version.county_id = ${countyId} and version.organ_id = acting.organ_id and ${holdsOn('version', day)}
    order by at_work.name, acting.person_id`.execute(db);
  return rows.map(({ personId, name, role, organId, path }) => ({
    personId,
    name,
    role: getRole(role),
    place: { organId, path },
  }));
}

/** Where an organ stands in its county's tree on a day; undefined when there is no such organ then. */
export async function findPlace(
  db: Db,
  countyId: string,
  organId: string,
  day: PlainDate,
): Promise<(OrganPlace & { shortName: string; fullName: string }) | undefined> {
  const row = await db
    .selectFrom('organisationOrganVersion as version')
    .select(['version.path', 'version.shortName', 'version.fullName'])
    .where('version.countyId', '=', countyId)
    .where('version.organId', '=', organId)
    .where(holdsOn('version', day))
    .executeTakeFirst();
  return row && { organId, path: row.path, shortName: row.shortName, fullName: row.fullName };
}

/** The same for several organs at once; those there are not on the day are absent. */
export async function listPlaces(
  db: Db,
  countyId: string,
  organIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, OrganPlace & { shortName: string; fullName: string }>> {
  if (organIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisationOrganVersion as version')
    .select(['version.organId', 'version.path', 'version.shortName', 'version.fullName'])
    .where('version.countyId', '=', countyId)
    .where('version.organId', 'in', [...organIds])
    .where(holdsOn('version', day))
    .execute();
  return new Map(rows.map((row) => [row.organId, row]));
}
