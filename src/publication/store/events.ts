import { type Selectable, sql } from 'kysely';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { PublicationEvent } from '../../platform/db/tables.ts';
import type { ItemEvent } from '../domain/event.ts';
import type { State, WorkflowAct } from '../domain/states.ts';

/** Adds what was done about an item; its position follows on the last one. The item must be held (`lockItem`). */
export async function addEvent(
  trx: Trx,
  { countyId, itemId }: { countyId: string; itemId: string },
  event: Omit<ItemEvent, 'position'>,
): Promise<void> {
  await trx
    .insertInto('publicationEvent')
    .values({
      countyId,
      itemId,
      position: sql<number>`(select coalesce(max(position), 0) + 1 from publication_event
        where county_id = ${countyId} and item_id = ${itemId})`,
      act: event.act,
      fromState: event.fromState ?? null,
      toState: event.toState,
      textNumber: event.textNumber,
      opinion: event.opinion,
      detail: JSON.stringify(event.detail),
      personId: event.personId ?? null,
      personName: event.personName,
      role: event.role ?? null,
      behalfName: event.behalfName ?? null,
      at: event.at,
    })
    .execute();
}

/** All that was done about an item, in order. */
export async function listEvents(db: Db, countyId: string, itemId: string): Promise<ItemEvent[]> {
  const rows = await db
    .selectFrom('publicationEvent')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('position')
    .execute();
  return rows.map(eventOf);
}

/** The same of several items at once; those without an event are absent. */
export async function listEventsByItem(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
): Promise<Map<string, ItemEvent[]>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('publicationEvent')
    .selectAll()
    .where('countyId', '=', countyId)
    // One parameter and not one for each: hundreds of them cost more than the rows.
    .where(sql<boolean>`item_id = any(${[...itemIds]}::uuid[])`)
    .orderBy('itemId')
    .orderBy('position')
    .execute();
  return new Map([...Map.groupBy(rows, ({ itemId }) => itemId)].map(([itemId, each]) => [itemId, each.map(eventOf)]));
}

function eventOf({
  countyId: _,
  itemId: _item,
  act,
  fromState,
  toState,
  personId,
  role,
  behalfName,
  detail,
  ...event
}: Selectable<PublicationEvent>): ItemEvent {
  return {
    ...event,
    act: act as WorkflowAct,
    toState: toState as State,
    detail: (detail ?? {}) as unknown as ItemEvent['detail'],
    ...(fromState === null ? {} : { fromState: fromState as State }),
    ...(personId === null ? {} : { personId }),
    ...(role === null ? {} : { role }),
    ...(behalfName === null ? {} : { behalfName }),
  };
}
