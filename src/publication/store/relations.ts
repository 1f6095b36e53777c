import type { PlainDate } from '../../kernel/plain-date.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { Relation, RelationKind, Validity } from '../domain/item.ts';
import type { State } from '../domain/states.ts';

/** A relation as it is read from one end, with what the other end is called. */
export interface RelatedItem extends Relation {
  /** Which end is being read from: `from` is the later one, which says it. */
  end: 'from' | 'to';
  /** The other item, where it is in the system. */
  other?: {
    id: string;
    title: string;
    kind: string;
    state: State;
    organId: string;
    live: boolean;
    documentNumber?: string;
    validity?: Validity;
    publishedOn?: PlainDate;
  };
}

/** What an item says of others. */
export async function listRelationsFrom(db: Db, countyId: string, itemId: string): Promise<Relation[]> {
  const rows = await db
    .selectFrom('publicationRelation')
    .select(['id', 'itemId', 'kind', 'toItemId', 'toDocument'])
    .where('countyId', '=', countyId)
    .where('itemId', '=', itemId)
    .orderBy('id')
    .execute();
  return rows.map(relationOf);
}

/** What others say of an item. */
export async function listRelationsTo(db: Db, countyId: string, itemId: string): Promise<Relation[]> {
  const rows = await db
    .selectFrom('publicationRelation')
    .select(['id', 'itemId', 'kind', 'toItemId', 'toDocument'])
    .where('countyId', '=', countyId)
    .where('toItemId', '=', itemId)
    .orderBy('id')
    .execute();
  return rows.map(relationOf);
}

/** All relations of an item, read from both ends, with the items at the other end. */
export async function listRelated(db: Db, countyId: string, itemId: string): Promise<RelatedItem[]> {
  const rows = await db
    .selectFrom('publicationRelation as relation')
    .leftJoin('publicationItem as other', (join) =>
      join
        .onRef('other.countyId', '=', 'relation.countyId')
        .on((eb) =>
          eb.or([
            eb.and([eb('relation.itemId', '=', itemId), eb('other.id', '=', eb.ref('relation.toItemId'))]),
            eb.and([eb('relation.toItemId', '=', itemId), eb('other.id', '=', eb.ref('relation.itemId'))]),
          ]),
        ),
    )
    .select([
      'relation.id',
      'relation.itemId',
      'relation.kind',
      'relation.toItemId',
      'relation.toDocument',
      'other.id as otherId',
      'other.title',
      'other.kind as otherKind',
      'other.state',
      'other.organId',
      'other.liveTextNumber',
      'other.documentNumber',
      'other.validity',
      'other.publishedOn',
    ])
    .where('relation.countyId', '=', countyId)
    .where((eb) => eb.or([eb('relation.itemId', '=', itemId), eb('relation.toItemId', '=', itemId)]))
    .orderBy('relation.id')
    .execute();
  return rows.map((row) => ({
    ...relationOf(row),
    end: row.itemId === itemId ? ('from' as const) : ('to' as const),
    ...(row.otherId === null
      ? {}
      : {
          other: {
            id: row.otherId,
            title: row.title ?? '',
            kind: row.otherKind ?? '',
            state: (row.state ?? 'draft') as State,
            organId: row.organId ?? '',
            live: row.liveTextNumber !== null,
            ...(row.documentNumber === null ? {} : { documentNumber: row.documentNumber }),
            ...(row.validity === null ? {} : { validity: row.validity as Validity }),
            ...(row.publishedOn === null ? {} : { publishedOn: getPlainDate(row.publishedOn) }),
          },
        }),
  }));
}

/** Enters what an item says of another. */
export async function insertRelation(trx: Trx, countyId: string, relation: Relation, now: Date): Promise<void> {
  await trx
    .insertInto('publicationRelation')
    .values({
      countyId,
      id: relation.id,
      itemId: relation.itemId,
      kind: relation.kind,
      toItemId: relation.toItemId ?? null,
      toDocument: relation.toDocument ?? null,
      createdAt: now,
    })
    .execute();
}

/** Takes away what an item says of others, one of them or all. */
export async function deleteRelations(trx: Trx, countyId: string, itemId: string, id?: string): Promise<void> {
  let found = trx.deleteFrom('publicationRelation').where('countyId', '=', countyId).where('itemId', '=', itemId);
  if (id !== undefined) found = found.where('id', '=', id);
  await found.execute();
}

const relationOf = (row: {
  id: string;
  itemId: string;
  kind: string;
  toItemId: string | null;
  toDocument: string | null;
}): Relation => ({
  id: row.id,
  itemId: row.itemId,
  kind: row.kind as RelationKind,
  ...(row.toItemId === null ? {} : { toItemId: row.toItemId }),
  ...(row.toDocument === null ? {} : { toDocument: row.toDocument }),
});
