import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Item, RelationKind, Validity } from '../domain/item.ts';
import { findItem } from './items.ts';

/** The item with this 索引号, public or not any more; undefined where none was ever published under it. */
export async function findNumberedItem(db: Db, countyId: string, indexNumber: string): Promise<Item | undefined> {
  const row = await db
    .selectFrom('publicationItem')
    .select('id')
    .where('countyId', '=', countyId)
    .where('indexNumber', '=', indexNumber)
    .executeTakeFirst();
  return row && findItem(db, countyId, row.id);
}

/** What a public item has to do with another one that is public too, or with a document elsewhere. */
export interface PublicRelation {
  kind: RelationKind;
  /** Which end is being read from: `from` is the later one, which says it. */
  end: 'from' | 'to';
  /** Of the text the public sees, or the document as it was named. */
  title: string;
  indexNumber?: string;
  validity?: Validity;
  publishedOn?: PlainDate;
}

/**
 * The relations of a public item, the other end as the public sees it. What is not public at the other end is left out, and
 * what a draft says that is not published yet.
 */
export async function listPublicRelations(db: Db, countyId: string, itemId: string): Promise<PublicRelation[]> {
  const rows = await db
    .selectFrom('publicationRelation as relation')
    .innerJoin('publicationItem as sayer', (join) =>
      join
        .onRef('sayer.countyId', '=', 'relation.countyId')
        .onRef('sayer.id', '=', 'relation.itemId')
        .on('sayer.liveTextNumber', 'is not', null)
        .onRef('relation.createdAt', '<=', 'sayer.liveSince'),
    )
    .leftJoin('publicationItem as other', (join) =>
      join
        .onRef('other.countyId', '=', 'relation.countyId')
        .on('other.liveTextNumber', 'is not', null)
        .on((eb) =>
          eb.or([
            eb.and([eb('relation.itemId', '=', itemId), eb('other.id', '=', eb.ref('relation.toItemId'))]),
            eb.and([eb('relation.toItemId', '=', itemId), eb('other.id', '=', eb.ref('relation.itemId'))]),
          ]),
        ),
    )
    .leftJoin('publicationText as text', (join) =>
      join
        .onRef('text.countyId', '=', 'other.countyId')
        .onRef('text.itemId', '=', 'other.id')
        .onRef('text.number', '=', 'other.liveTextNumber'),
    )
    .select([
      'relation.itemId',
      'relation.kind',
      'relation.toItemId',
      'relation.toDocument',
      'text.title',
      'other.indexNumber',
      'other.validity',
      'other.publishedOn',
    ])
    .where('relation.countyId', '=', countyId)
    .where((eb) => eb.or([eb('relation.itemId', '=', itemId), eb('relation.toItemId', '=', itemId)]))
    .orderBy('other.publishedOn')
    .orderBy('relation.id')
    .execute();
  return rows.flatMap((row) => {
    const title = row.title ?? (row.toItemId === null ? row.toDocument : null);
    if (title === null) return [];
    return [
      {
        kind: row.kind as RelationKind,
        end: row.itemId === itemId ? ('from' as const) : ('to' as const),
        title,
        ...(row.indexNumber === null ? {} : { indexNumber: row.indexNumber }),
        ...(row.validity === null ? {} : { validity: row.validity as Validity }),
        ...(row.publishedOn === null ? {} : { publishedOn: getPlainDate(row.publishedOn) }),
      },
    ];
  });
}
