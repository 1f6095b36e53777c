import { sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { bandKeys, type Fingerprint } from '../domain/duplicate/fingerprint.ts';

/** A text the index is to know. */
export interface IndexedText {
  itemId: string;
  textNumber: number;
  fingerprint: Fingerprint;
}

/** Puts texts into the index of repetitions, each in the place of what it knew of the item. */
export async function saveFingerprints(trx: Trx, countyId: string, texts: readonly IndexedText[]): Promise<void> {
  if (texts.length === 0) return;
  await deleteFingerprints(
    trx,
    countyId,
    texts.map(({ itemId }) => itemId),
  );
  const rows = texts.map(({ itemId, textNumber, fingerprint }) => ({
    item_id: itemId,
    text_number: textNumber,
    shingles: fingerprint.shingles,
    keys: fingerprint.keys,
  }));
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(item_id uuid, text_number integer, shingles integer, keys jsonb)
    ), kept as (
      insert into publication_fingerprint (county_id, item_id, text_number, shingles)
      select ${countyId}::uuid, item_id, text_number, shingles from given
    )
    insert into publication_fingerprint_key (county_id, key, item_id)
    select ${countyId}::uuid, key::text::bigint, item_id from given, jsonb_array_elements(keys) as key
  `.execute(trx);
}

/** Takes items out of the index. */
export async function deleteFingerprints(trx: Trx, countyId: string, itemIds: readonly string[]): Promise<void> {
  for (const table of ['publicationFingerprintKey', 'publicationFingerprint'] as const) {
    await trx
      .deleteFrom(table)
      .where('countyId', '=', countyId)
      .where('itemId', 'in', [...itemIds])
      .execute();
  }
}

/** Items that are looked up under one key; a key that more have is a formula, and the rest of it is not asked. */
const mostPerKey = 150;

/**
 * The items most likely to say much the same, the likeliest first: those that share most keys. Takes the same time
 * whatever the number of items, since no key is followed beyond a bound.
 */
export async function findAlike(
  db: Db,
  countyId: string,
  keys: readonly number[],
  { except, most }: { except: string; most: number },
): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ itemId: string }>`
    select found.item_id
    from unnest(${[...keys]}::bigint[]) as wanted(key)
    cross join lateral (
      select known.item_id from publication_fingerprint_key known
      where known.county_id = ${countyId}::uuid and known.key = wanted.key
      limit ${mostPerKey}
    ) found
    where found.item_id <> ${except}::uuid
    group by found.item_id
    having count(*) >= 2
    order by count(*) filter (where wanted.key >= ${bandKeys}) desc, count(*) desc, found.item_id
    limit ${most}
  `.execute(db);
  return rows.map(({ itemId }) => itemId);
}

/** A public text to compare with. */
export interface PublicText {
  itemId: string;
  kind: string;
  title: string;
  organId: string;
  publishedOn?: PlainDate;
  bodyText: string;
  fields: Readonly<Record<string, unknown>>;
}

/** The public texts of items, in the order of the identifiers given. */
export async function listPublicTexts(db: Db, countyId: string, itemIds: readonly string[]): Promise<PublicText[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('publicationItem as item')
    .innerJoin('publicationText as text', (join) =>
      join
        .onRef('text.countyId', '=', 'item.countyId')
        .onRef('text.itemId', '=', 'item.id')
        .onRef('text.number', '=', 'item.liveTextNumber'),
    )
    .select([
      'item.id as itemId',
      'item.kind',
      'text.title',
      'item.organId',
      'item.publishedOn',
      'text.bodyText',
      'text.fields',
    ])
    .where('item.countyId', '=', countyId)
    .where('item.id', 'in', [...itemIds])
    .execute();
  const byId = new Map(rows.map((row) => [row.itemId, row]));
  return itemIds.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { publishedOn, fields, ...rest } = row;
    return [
      {
        ...rest,
        fields: fields as unknown as PublicText['fields'],
        ...(publishedOn === null ? {} : { publishedOn: getPlainDate(publishedOn) }),
      },
    ];
  });
}
