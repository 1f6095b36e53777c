import type { Selectable } from 'kysely';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { PublicationReviewRoute } from '../../platform/db/tables.ts';
import type { ReviewRoute, SetRoute } from '../domain/review-route.ts';

/** A route as it is kept. */
export interface StoredRoute extends SetRoute {
  id: string;
  /** Why it is set so. */
  note: string;
  version: number;
  changedBy: string;
  changedByName: string;
  changedAt: Date;
}

/** Every route that is set in a county. */
export async function listRoutes(db: Db, countyId: string): Promise<StoredRoute[]> {
  const rows = await db
    .selectFrom('publicationReviewRoute')
    .selectAll()
    .where('countyId', '=', countyId)
    .orderBy('id')
    .execute();
  return rows.map(routeOf);
}

/** One route, held until the end of the transaction. */
export async function lockRoute(trx: Trx, countyId: string, id: string): Promise<StoredRoute | undefined> {
  const row = await trx
    .selectFrom('publicationReviewRoute')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && routeOf(row);
}

/** Enters a route; false when there is one for the same organ and kind. */
export async function insertRoute(trx: Trx, countyId: string, route: StoredRoute): Promise<boolean> {
  const inserted = await trx
    .insertInto('publicationReviewRoute')
    .values({ countyId, id: route.id, organId: route.organId ?? null, kind: route.kind ?? null, ...valuesOf(route) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Writes a route that is held. */
export async function updateRoute(trx: Trx, countyId: string, route: StoredRoute): Promise<void> {
  await trx
    .updateTable('publicationReviewRoute')
    .set(valuesOf(route))
    .where('countyId', '=', countyId)
    .where('id', '=', route.id)
    .execute();
}

/** Takes a route away: then the next wider one counts. */
export async function deleteRoute(trx: Trx, countyId: string, id: string): Promise<void> {
  await trx.deleteFrom('publicationReviewRoute').where('countyId', '=', countyId).where('id', '=', id).execute();
}

const valuesOf = ({ route, note, version, changedBy, changedByName, changedAt }: StoredRoute) => ({
  steps: JSON.stringify(route.steps),
  alwaysImportant: route.alwaysImportant,
  importantFrom: route.importantFrom ?? null,
  note,
  version,
  changedBy,
  changedByName,
  changedAt,
});

function routeOf({
  countyId: _,
  organId,
  kind,
  steps,
  alwaysImportant,
  importantFrom,
  ...row
}: Selectable<PublicationReviewRoute>): StoredRoute {
  return {
    ...row,
    ...(organId === null ? {} : { organId }),
    ...(kind === null ? {} : { kind }),
    route: {
      steps: steps as unknown as ReviewRoute['steps'],
      alwaysImportant,
      ...(importantFrom === null ? {} : { importantFrom: Number(importantFrom) }),
    },
  };
}
