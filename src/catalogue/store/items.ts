import { type Selectable, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CatalogueItem as ItemTable } from '../../platform/db/tables.ts';
import type { ColumnKey } from '../domain/columns.ts';
import type { FieldKey } from '../domain/fields.ts';
import type { Audience, CatalogueItem, ItemOrigin, Level, Manner } from '../domain/item.ts';
import type { TimeLimit } from '../domain/time-limit.ts';

/** An item of a county. */
export async function findItem(db: Db | Trx, countyId: string, id: string): Promise<CatalogueItem | undefined> {
  const row = await db
    .selectFrom('catalogueItem')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && itemOf(row);
}

/** An item, held until the transaction is over, so that its duties are decided one after another. */
export async function lockItem(trx: Trx, countyId: string, id: string): Promise<CatalogueItem | undefined> {
  const row = await trx
    .selectFrom('catalogueItem')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && itemOf(row);
}

/** What is asked for of the items of an organ. */
export interface ItemFilter {
  /** Also those that have ended. */
  ended?: boolean | undefined;
  fieldKey?: FieldKey | undefined;
  columnKey?: ColumnKey | undefined;
  /** Part of 一级事项, 二级事项 or 公开内容. */
  words?: string | undefined;
}

/** The items of an organ in their order. */
export async function listItems(
  db: Db | Trx,
  countyId: string,
  organId: string,
  { ended, fieldKey, columnKey, words }: ItemFilter = {},
): Promise<CatalogueItem[]> {
  let found = db
    .selectFrom('catalogueItem')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('organId', '=', organId);
  if (!ended) found = found.where('endedOn', 'is', null);
  if (fieldKey) found = found.where('fieldKey', '=', fieldKey);
  if (columnKey) found = found.where('columnKey', '=', columnKey);
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    found = found.where(sql<boolean>`(topic || ' ' || name || ' ' || content) ilike ${pattern}`);
  }
  const rows = await found.orderBy('sortOrder').orderBy('id').execute();
  return rows.map(itemOf);
}

/** These items of a county, whoever has them. */
export async function listItemsByIds(db: Db | Trx, countyId: string, ids: readonly string[]): Promise<CatalogueItem[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('catalogueItem')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(itemOf);
}

/** The items that are owed on a day, page by page in the order of their identifiers. */
export async function listOwedItems(
  db: Db | Trx,
  countyId: string,
  afterId: string | undefined,
  most: number,
): Promise<CatalogueItem[]> {
  let found = db
    .selectFrom('catalogueItem')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('endedOn', 'is', null)
    .where('manner', '=', 'proactive');
  if (afterId) found = found.where('id', '>', afterId);
  const rows = await found.orderBy('id').limit(most).execute();
  return rows.map(itemOf);
}

/** Enters items into catalogues. */
export async function insertItems(trx: Trx, items: readonly CatalogueItem[]): Promise<void> {
  if (items.length === 0) return;
  await trx
    .insertInto('catalogueItem')
    .values(items.map((item) => ({ ...rowOf(item), createdAt: item.changedAt })))
    .execute();
}

/** Writes an item whose version is the one that was seen; false when somebody else was faster. */
export async function updateItem(trx: Trx, item: CatalogueItem): Promise<boolean> {
  const { countyId, id, version, ...fields } = rowOf(item);
  const updated = await trx
    .updateTable('catalogueItem')
    .set({ ...fields, version: version + 1 })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** Holds the catalogue of an organ against others who enter items, until the transaction is over. */
export async function holdCatalogue(trx: Trx, countyId: string, organId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue:${countyId}:${organId}`}, 0))`.execute(trx);
}

function rowOf(item: CatalogueItem) {
  const { limit, origin, responsible, carriers, levels, fieldKey, article20, endedOn, endedBecause, ...plain } = item;
  return {
    ...plain,
    origin: origin.kind,
    template: origin.kind === 'template' ? origin.template : null,
    importId: origin.kind === 'import' ? origin.importId : null,
    fieldKey: fieldKey ?? null,
    article20: article20 ?? null,
    timeLimit: JSON.stringify(limit),
    carriers: JSON.stringify(carriers),
    levels: [...levels],
    responsibleRole: responsible?.role ?? null,
    responsibleOrganId: responsible?.organId ?? null,
    responsiblePersonId: responsible?.personId ?? null,
    endedOn: endedOn ?? null,
    endedBecause: endedBecause ?? null,
  };
}

function itemOf(row: Selectable<ItemTable>): CatalogueItem {
  const { responsibleRole: role, responsibleOrganId: organId, responsiblePersonId: personId } = row;
  return {
    countyId: row.countyId,
    id: row.id,
    organId: row.organId,
    origin: originOf(row),
    ...(row.fieldKey === null ? {} : { fieldKey: row.fieldKey as FieldKey }),
    ...(row.article20 === null ? {} : { article20: row.article20 }),
    columnKey: row.columnKey as ColumnKey,
    topic: row.topic,
    name: row.name,
    content: row.content,
    basis: row.basis,
    limit: row.timeLimit as unknown as TimeLimit,
    limitWords: row.limitWords,
    publisher: row.publisher,
    carriers: row.carriers as CatalogueItem['carriers'],
    audience: row.audience as Audience,
    audienceWords: row.audienceWords,
    manner: row.manner as Manner,
    levels: row.levels as Level[],
    ...(role === null || organId === null
      ? {}
      : { responsible: { role, organId, ...(personId === null ? {} : { personId }) } }),
    sortOrder: row.sortOrder,
    since: getPlainDate(row.since),
    limitSince: getPlainDate(row.limitSince),
    ...(row.endedOn === null ? {} : { endedOn: getPlainDate(row.endedOn) }),
    ...(row.endedBecause === null ? {} : { endedBecause: row.endedBecause }),
    version: row.version,
    changedAt: row.changedAt,
    changedBy: row.changedBy,
  };
}

function originOf({ template, importId }: Selectable<ItemTable>): ItemOrigin {
  if (template !== null) return { kind: 'template', template };
  return importId === null ? { kind: 'own' } : { kind: 'import', importId };
}

/** A day as the database gives it. */
export const dayOrNone = (written: string | null): PlainDate | undefined =>
  written === null ? undefined : getPlainDate(written);
