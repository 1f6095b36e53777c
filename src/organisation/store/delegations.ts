import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Delegation } from '../domain/delegation.ts';
import type { CountyPlace } from '../domain/place.ts';
import { getRole, type Role } from '../domain/role.ts';
import { holdsOn } from './scope.ts';

/** A delegation with the names a screen shows. */
export interface NamedDelegation extends Delegation {
  fromName: string;
  toName: string;
  role: Role;
  /** Short name of the organ of the post. */
  organ: string;
  at: CountyPlace;
}

/** The delegations of a person's posts and those taken on by the person that are running or to come. */
export async function listDelegationsOf(
  db: Db,
  countyId: string,
  personId: string,
  day: PlainDate,
): Promise<NamedDelegation[]> {
  const rows = await namedDelegations(db, countyId, day)
    .where(({ eb, or }) =>
      or([eb('delegation.fromPersonId', '=', personId), eb('delegation.toPersonId', '=', personId)]),
    )
    .where('delegation.revokedAt', 'is', null)
    .where('delegation.toDay', '>=', day)
    .execute();
  return rows.map(delegationOf);
}

/** The delegations of a post that are running or to come. */
export async function listDelegationsOfPost(
  db: Db,
  countyId: string,
  postId: string,
  day: PlainDate,
): Promise<NamedDelegation[]> {
  const rows = await namedDelegations(db, countyId, day)
    .where('delegation.postId', '=', postId)
    .where('delegation.revokedAt', 'is', null)
    .where('delegation.toDay', '>=', day)
    .execute();
  return rows.map(delegationOf);
}

/** One delegation, over or not. */
export async function findDelegation(
  db: Db,
  countyId: string,
  id: string,
  day: PlainDate,
): Promise<NamedDelegation | undefined> {
  const row = await namedDelegations(db, countyId, day).where('delegation.id', '=', id).executeTakeFirst();
  return row && delegationOf(row);
}

/** Enters a delegation. */
export async function insertDelegation(
  trx: Trx,
  countyId: string,
  { id, postId, fromPersonId, toPersonId, term, reason }: Omit<Delegation, 'revoked'>,
  createdByPersonId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('organisationDelegation')
    .values({
      countyId,
      id,
      postId,
      fromPersonId,
      toPersonId,
      fromDay: term.from,
      toDay: term.to,
      reason,
      createdByPersonId,
      createdAt: now,
    })
    .execute();
}

/**
 * Takes delegations back; what is taken back already stays as it was.
 *
 * @param byPersonId absent when they end with an account
 */
export async function revokeDelegations(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  now: Date,
  byPersonId?: string,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('organisationDelegation')
    .set({ revokedAt: now, revokedByPersonId: byPersonId ?? null })
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .where('revokedAt', 'is', null)
    .execute();
}

const namedDelegations = (db: Db, countyId: string, day: PlainDate) =>
  db
    .selectFrom('organisationDelegation as delegation')
    .innerJoin('organisationPost as post', (join) =>
      join.onRef('post.countyId', '=', 'delegation.countyId').onRef('post.id', '=', 'delegation.postId'),
    )
    .innerJoin('organisationPerson as lender', (join) =>
      join.onRef('lender.countyId', '=', 'delegation.countyId').onRef('lender.id', '=', 'delegation.fromPersonId'),
    )
    .innerJoin('organisationPerson as deputy', (join) =>
      join.onRef('deputy.countyId', '=', 'delegation.countyId').onRef('deputy.id', '=', 'delegation.toPersonId'),
    )
    .leftJoin('organisationOrganVersion as version', (join) =>
      join
        .onRef('version.countyId', '=', 'post.countyId')
        .onRef('version.organId', '=', 'post.organId')
        .on(holdsOn('version', day)),
    )
    .where('delegation.countyId', '=', countyId)
    .select([
      'delegation.countyId',
      'delegation.id',
      'delegation.postId',
      'delegation.fromPersonId',
      'delegation.toPersonId',
      'delegation.fromDay',
      'delegation.toDay',
      'delegation.reason',
      'delegation.revokedAt',
      'lender.name as fromName',
      'deputy.name as toName',
      'post.role',
      'post.organId',
      'version.shortName as organ',
      'version.path',
    ])
    .orderBy('delegation.fromDay')
    .orderBy('delegation.id');

type DelegationRow = Awaited<ReturnType<ReturnType<typeof namedDelegations>['execute']>>[number];

function delegationOf({ countyId, organId, path, organ, fromDay, toDay, revokedAt, role, ...rest }: DelegationRow) {
  return {
    ...rest,
    role: getRole(role),
    organ: organ ?? '',
    at: { countyId, place: { organId, path: path ?? [organId] } },
    term: { from: getPlainDate(fromDay), to: getPlainDate(toDay) },
    revoked: revokedAt !== null,
  } satisfies NamedDelegation;
}
