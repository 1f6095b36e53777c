import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { statusConditions } from './duty-status.ts';
import { dayOrNone } from './items.ts';

/** What an item has to show: its duties by state, and what was published for it last. */
export interface ItemProgress {
  itemId: string;
  overdue: number;
  open: number;
  done: number;
  nextDueOn?: PlainDate | undefined;
}

/** How the items of an organ stand on a day. */
export async function listProgress(db: Db, countyId: string, organId: string, day: PlainDate): Promise<ItemProgress[]> {
  const rows = await db
    .selectFrom('catalogueDuty')
    .select([
      'itemId',
      sql<number>`(count(*) filter (where ${statusConditions(day).overdue}))::int`.as('overdue'),
      sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'),
      sql<number>`(count(*) filter (where state = 'done'))::int`.as('done'),
      sql<string | null>`min(due_on) filter (where state = 'open' and due_on >= ${day})`.as('nextDueOn'),
    ])
    .where('countyId', '=', countyId)
    .where('organId', '=', organId)
    .groupBy('itemId')
    .execute();
  return rows.map(({ nextDueOn, ...row }) => ({ ...row, nextDueOn: dayOrNone(nextDueOn) }));
}

/** The latest thing that is public for an item. */
export interface LatestEvidence {
  itemId: string;
  recordId: string;
  title: string;
  indexNumber?: string | undefined;
  formedOn: PlainDate;
  publishedOn: PlainDate;
}

/** What is public last for each of these items. */
export async function listLatestEvidence(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
): Promise<Map<string, LatestEvidence>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('catalogueEvidence')
    .distinctOn('itemId')
    .select(['itemId', 'recordId', 'title', 'indexNumber', 'formedOn', 'publishedOn'])
    .where('countyId', '=', countyId)
    .where('itemId', 'in', [...itemIds])
    .where('ended', 'is', null)
    .orderBy('itemId')
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ itemId, indexNumber, ...row }) =>
      itemId === null
        ? []
        : [
            [
              itemId,
              {
                itemId,
                ...row,
                ...(indexNumber === null ? {} : { indexNumber }),
                formedOn: row.formedOn as PlainDate,
                publishedOn: row.publishedOn as PlainDate,
              },
            ] as const,
          ],
    ),
  );
}
