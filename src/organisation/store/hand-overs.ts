import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { OrganisationHandOver } from '../../platform/db/tables.ts';
import type { SeenItem } from '../domain/desk.ts';
import type { HandOver, HandOverState } from '../domain/hand-over.ts';
import type { HandOverSheet } from '../domain/hand-over-sheet.ts';
import type { Scope } from '../domain/policy.ts';
import { holdsOn, organInScope } from './scope.ts';

/** A hand-over as it is kept. */
export interface StoredHandOver extends HandOver {
  startedAt: Date;
  endedAt?: Date | undefined;
  endReason?: string | undefined;
  /** What lay on the desk when it began. */
  startedItems: SeenItem[];
  /** The sheet as it was confirmed. */
  sheet?: HandOverSheet | undefined;
}

/** A hand-over in a list. */
export interface ListedHandOver {
  id: string;
  state: HandOverState;
  fromPersonId: string;
  fromName: string;
  toPersonId: string;
  toName: string;
  /** Short name of the organ of who hands over. */
  organ: string;
  startedAt: Date;
}

/** The hand-overs somebody has to do with, and those of people within a scope; newest first. */
export function listHandOvers(
  db: Db,
  scope: Scope,
  personId: string,
  state: HandOverState | undefined,
  page: PageRequest,
  day: PlainDate,
): Promise<Page<ListedHandOver>> {
  let found = db
    .selectFrom('organisationHandOver as handOver')
    .innerJoin('organisationPerson as giver', (join) =>
      join.onRef('giver.countyId', '=', 'handOver.countyId').onRef('giver.id', '=', 'handOver.fromPersonId'),
    )
    .innerJoin('organisationPerson as taker', (join) =>
      join.onRef('taker.countyId', '=', 'handOver.countyId').onRef('taker.id', '=', 'handOver.toPersonId'),
    )
    .leftJoin('organisationOrganVersion as version', (join) =>
      join
        .onRef('version.countyId', '=', 'giver.countyId')
        .onRef('version.organId', '=', 'giver.organId')
        .on(holdsOn('version', day)),
    )
    .where('handOver.countyId', '=', scope.countyId)
    .where(
      sql<boolean>`(${personId}::uuid in (hand_over.from_person_id, hand_over.to_person_id, hand_over.started_by_person_id)
        or coalesce(${organInScope(scope, 'version')}, false))`,
    );
  if (state) found = found.where('handOver.state', '=', state);
  return listPage(
    found
      .select([
        'handOver.id',
        sql<HandOverState>`hand_over.state`.as('state'),
        'handOver.fromPersonId',
        'giver.name as fromName',
        'handOver.toPersonId',
        'taker.name as toName',
        sql<string>`coalesce(version.short_name, '')`.as('organ'),
        'handOver.startedAt',
      ])
      .orderBy('handOver.startedAt', 'desc')
      .orderBy('handOver.id', 'desc'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
}

/** A hand-over. */
export async function findHandOver(db: Db, countyId: string, id: string): Promise<StoredHandOver | undefined> {
  const row = await db
    .selectFrom('organisationHandOver')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && handOverOf(row);
}

/** The hand-overs that are open and in which a person hands over or takes over. */
export async function listOpenHandOversOf(db: Db, countyId: string, personId: string): Promise<StoredHandOver[]> {
  const rows = await db
    .selectFrom('organisationHandOver')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('state', '=', 'open')
    .where(({ eb, or }) => or([eb('fromPersonId', '=', personId), eb('toPersonId', '=', personId)]))
    .orderBy('startedAt')
    .execute();
  return rows.map(handOverOf);
}

/** How many hand-overs wait for a 安全管理员 because posts are to go over. */
export async function countUnapproved(db: Db, countyId: string): Promise<number> {
  const { total } = await db
    .selectFrom('organisationHandOver')
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .where('countyId', '=', countyId)
    .where('state', '=', 'open')
    .where('postsApprovedByPersonId', 'is', null)
    .where(sql<boolean>`cardinality(post_ids) > 0`)
    .executeTakeFirstOrThrow();
  return Number(total);
}

/** Enters a hand-over that begins. */
export async function insertHandOver(
  trx: Trx,
  countyId: string,
  handOver: Omit<StoredHandOver, 'endedAt' | 'endReason' | 'sheet'>,
): Promise<void> {
  const { postIds, postsApprovedByPersonId = null, startedItems, ...rest } = handOver;
  await trx
    .insertInto('organisationHandOver')
    .values({
      countyId,
      ...rest,
      postIds: [...postIds],
      postsApprovedByPersonId,
      startedItems: JSON.stringify(startedItems),
    })
    .execute();
}

/** Notes who allowed the posts to go over. */
export async function approveHandOver(trx: Trx, countyId: string, id: string, byPersonId: string): Promise<void> {
  await trx
    .updateTable('organisationHandOver')
    .set({ postsApprovedByPersonId: byPersonId })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** Notes how a hand-over ended. */
export async function endHandOver(
  trx: Trx,
  countyId: string,
  id: string,
  {
    state,
    byPersonId,
    at,
    reason,
    sheet,
  }: { state: HandOverState; byPersonId: string; at: Date; reason?: string | undefined; sheet?: HandOverSheet },
): Promise<void> {
  await trx
    .updateTable('organisationHandOver')
    .set({
      state,
      endedByPersonId: byPersonId,
      endedAt: at,
      endReason: reason ?? null,
      movedItems: sheet ? JSON.stringify(sheet) : null,
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

function handOverOf(row: Selectable<OrganisationHandOver>): StoredHandOver {
  return {
    id: row.id,
    fromPersonId: row.fromPersonId,
    toPersonId: row.toPersonId,
    startedByPersonId: row.startedByPersonId,
    state: row.state as HandOverState,
    reason: row.reason,
    postIds: row.postIds,
    postsApprovedByPersonId: row.postsApprovedByPersonId ?? undefined,
    startedAt: row.startedAt,
    endedAt: row.endedAt ?? undefined,
    endReason: row.endReason ?? undefined,
    startedItems: row.startedItems as unknown as SeenItem[],
    sheet: (row.movedItems as unknown as HandOverSheet | null) ?? undefined,
  };
}
