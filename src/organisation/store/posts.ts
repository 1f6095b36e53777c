import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { LentPost, PersonPosts, PlacedPost } from '../domain/authority.ts';
import type { Post } from '../domain/post.ts';
import { type Administrator, getRole } from '../domain/role.ts';
import type { HeldRole } from '../domain/separation.ts';
import { holdsOn } from './scope.ts';

/** A post with its place and the short name of its organ. */
export interface NamedPost extends PlacedPost {
  organ: string;
}

/** A person's posts and the name of the person. */
export interface NamedPersonPosts extends PersonPosts {
  name: string;
}

/** All that decides what a person may do; undefined when there is no such person in the county. */
export async function findPersonPosts(
  db: Db,
  countyId: string,
  personId: string,
  day: PlainDate,
): Promise<NamedPersonPosts | undefined> {
  const [person, own, lent] = await Promise.all([
    db
      .selectFrom('organisationPerson')
      .select(['name', 'activeFrom', 'closedOn'])
      .where('countyId', '=', countyId)
      .where('id', '=', personId)
      .executeTakeFirst(),
    listPostsOf(db, countyId, [personId], day),
    listLentPosts(db, countyId, personId, day),
  ]);
  if (!person) return undefined;
  const active = person.closedOn === null && person.activeFrom <= day;
  return { countyId, personId, name: person.name, active, own, lent };
}

/** The posts of people that are not over, with their places on the day; in the order they were given. */
export async function listPostsOf(
  db: Db,
  countyId: string,
  personIds: readonly string[],
  day: PlainDate,
): Promise<NamedPost[]> {
  if (personIds.length === 0) return [];
  const rows = await placedPosts(db, countyId, day)
    .where('post.personId', 'in', [...personIds])
    .where('post.withdrawnAt', 'is', null)
    .where(sql<boolean>`coalesce(post.to_day, 'infinity') >= ${day}`)
    .select(postColumns)
    .orderBy('post.createdAt')
    .orderBy('post.id')
    .execute();
  return rows.map(postOf);
}

/** One post, over or not. */
export async function findPost(db: Db, countyId: string, id: string, day: PlainDate): Promise<NamedPost | undefined> {
  const row = await placedPosts(db, countyId, day).where('post.id', '=', id).select(postColumns).executeTakeFirst();
  return row && postOf(row);
}

/** Every post a person ever had, newest first. */
export async function listPostHistory(
  db: Db,
  countyId: string,
  personId: string,
  day: PlainDate,
): Promise<NamedPost[]> {
  const rows = await placedPosts(db, countyId, day)
    .where('post.personId', '=', personId)
    .select(postColumns)
    .orderBy('post.fromDay', 'desc')
    .orderBy('post.id', 'desc')
    .execute();
  return rows.map(postOf);
}

/** The posts of others a person fills in for or will do so. */
export async function listLentPosts(
  db: Db,
  countyId: string,
  personId: string,
  day: PlainDate,
): Promise<(LentPost & { post: NamedPost })[]> {
  const rows = await placedPosts(db, countyId, day)
    .innerJoin('organisationDelegation as delegation', (join) =>
      join.onRef('delegation.countyId', '=', 'post.countyId').onRef('delegation.postId', '=', 'post.id'),
    )
    .innerJoin('organisationPerson as lender', (join) =>
      join.onRef('lender.countyId', '=', 'post.countyId').onRef('lender.id', '=', 'post.personId'),
    )
    .where('delegation.toPersonId', '=', personId)
    .where('delegation.revokedAt', 'is', null)
    .where('delegation.toDay', '>=', day)
    .select(postColumns)
    .select([
      'lender.name as lenderName',
      'lender.closedOn as lenderClosedOn',
      'delegation.fromDay as lentFrom',
      'delegation.toDay as lentTo',
    ])
    .orderBy('delegation.createdAt')
    .orderBy('delegation.id')
    .execute();
  return rows.map((row) => ({
    post: postOf(row),
    from: { personId: row.personId, name: row.lenderName, active: row.lenderClosedOn === null },
    term: { from: getPlainDate(row.lentFrom), to: getPlainDate(row.lentTo) },
    revoked: false,
  }));
}

/**
 * The roles of a person that are not over, his own and those he fills in for, wherever they are: what
 * 三员分立 is decided by.
 */
export async function listHeldRoles(db: Db, countyId: string, personId: string, day: PlainDate): Promise<HeldRole[]> {
  const { rows } = await sql<{ role: string; fromDay: string; toDay: string | null }>`
    select role, from_day, to_day from organisation_post
    where county_id = ${countyId} and person_id = ${personId}
      and withdrawn_at is null and coalesce(to_day, 'infinity') >= ${day}
    union all
    select post.role, delegation.from_day, delegation.to_day from organisation_delegation delegation
    join organisation_post post on post.county_id = delegation.county_id and post.id = delegation.post_id
    where delegation.county_id = ${countyId} and delegation.to_person_id = ${personId}
      and delegation.revoked_at is null and delegation.to_day >= ${day} and post.withdrawn_at is null`.execute(db);
  return rows.map(({ role, fromDay, toDay }) => ({
    role: getRole(role),
    term: { from: getPlainDate(fromDay), to: toDay === null ? undefined : getPlainDate(toDay) },
  }));
}

/** How many others have one of the 三员 roles for good, and can use it. */
export async function countOtherAdministrators(
  trx: Trx,
  countyId: string,
  role: Administrator,
  personId: string,
  day: PlainDate,
): Promise<number> {
  const { total } = await trx
    .selectFrom('organisationPost as post')
    .innerJoin('organisationPerson as person', (join) =>
      join.onRef('person.countyId', '=', 'post.countyId').onRef('person.id', '=', 'post.personId'),
    )
    .where('post.countyId', '=', countyId)
    .where('post.role', '=', role)
    .where('post.personId', '<>', personId)
    .where('post.withdrawnAt', 'is', null)
    .where('post.fromDay', '<=', day)
    .where('post.toDay', 'is', null)
    .where('person.closedOn', 'is', null)
    .where('person.activeFrom', '<=', day)
    .select(({ fn }) => fn.count<string>('post.personId').distinct().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Enters a post. */
export async function insertPost(
  trx: Trx,
  countyId: string,
  { id, personId, organId, role, term }: Omit<Post, 'withdrawn'>,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('organisationPost')
    .values({
      countyId,
      id,
      personId,
      organId,
      role,
      fromDay: term.from,
      toDay: term.to ?? null,
      createdAt: now,
    })
    .execute();
}

/** Takes posts away, with the delegations of them. */
export async function withdrawPosts(trx: Trx, countyId: string, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('organisationPost')
    .set({ withdrawnAt: now })
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .where('withdrawnAt', 'is', null)
    .execute();
  await trx
    .updateTable('organisationDelegation')
    .set({ revokedAt: now })
    .where('countyId', '=', countyId)
    .where('postId', 'in', [...ids])
    .where('revokedAt', 'is', null)
    .execute();
}

const postColumns = [
  'post.id',
  'post.personId',
  'post.organId',
  'post.role',
  'post.fromDay',
  'post.toDay',
  'post.withdrawnAt',
  'version.path',
  'version.shortName as organ',
] as const;

/** A post at an organ that is only to be set up has no place yet and gives nothing. */
const placedPosts = (db: Db, countyId: string, day: PlainDate) =>
  db
    .selectFrom('organisationPost as post')
    .innerJoin('organisationOrganVersion as version', (join) =>
      join
        .onRef('version.countyId', '=', 'post.countyId')
        .onRef('version.organId', '=', 'post.organId')
        .on(holdsOn('version', day)),
    )
    .where('post.countyId', '=', countyId);

function postOf(row: {
  id: string;
  personId: string;
  organId: string;
  role: string;
  fromDay: string;
  toDay: string | null;
  withdrawnAt: Date | null;
  path: string[];
  organ: string;
}): NamedPost {
  return {
    id: row.id,
    personId: row.personId,
    organId: row.organId,
    role: getRole(row.role),
    term: { from: getPlainDate(row.fromDay), to: row.toDay === null ? undefined : getPlainDate(row.toDay) },
    withdrawn: row.withdrawnAt !== null,
    place: { organId: row.organId, path: row.path },
    organ: row.organ,
  };
}
