import { type Expression, type Insertable, type Selectable, type SqlBool, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { PublicationItem } from '../../platform/db/tables.ts';
import { documentNumberKey } from '../domain/document-number.ts';
import type { Disclosure, ExpiryAct, Item, Validity } from '../domain/item.ts';
import type { ItemScope } from '../domain/reading.ts';
import type { State } from '../domain/states.ts';

/** What is searched for among the items; what is absent does not narrow. */
export interface ItemFilter {
  /** The disclosing organ is one of these. */
  organIds?: readonly string[] | undefined;
  kinds?: readonly string[] | undefined;
  states?: readonly string[] | undefined;
  columnKey?: string | undefined;
  fieldKey?: string | undefined;
  /** Year of the first publication; of what is not published, of 形成. */
  year?: number | undefined;
  /** Part of the title, or a 索引号 or 文号. */
  words?: string | undefined;
  disclosure?: Disclosure | undefined;
  validity?: Validity | undefined;
  catalogueItemId?: string | undefined;
  importId?: string | undefined;
  /** Not published by its last day, as seen from this day. */
  overdueOn?: PlainDate | undefined;
  authorId?: string | undefined;
  /** Not disclosed, and to be assessed again by this day. */
  reassessBy?: PlainDate | undefined;
  /** Owes reviews that an urgent publication skipped. */
  owed?: boolean | undefined;
  /** Public now, or not. */
  live?: boolean | undefined;
}

/** What a list is ordered by; the identifier decides between equals, so that pages are stable. */
export type ItemOrder = 'updated' | 'due' | 'published';

/** The item of this identifier. */
export async function findItem(db: Db, countyId: string, id: string): Promise<Item | undefined> {
  const row = await itemRow(db, countyId, id).executeTakeFirst();
  return row && itemOf(row);
}

/** The same, held until the end of the transaction: two who act at once come one after the other. */
export async function lockItem(trx: Trx, countyId: string, id: string): Promise<Item | undefined> {
  const row = await itemRow(trx, countyId, id).forUpdate().executeTakeFirst();
  return row && itemOf(row);
}

/** The items of these identifiers, in no order. */
export async function listItemsById(db: Db, countyId: string, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('publicationItem')
    .selectAll()
    .where('countyId', '=', countyId)
    // One parameter and not one for each: hundreds of them cost more than the rows.
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(itemOf);
}

/** Enters an item. */
export async function insertItem(trx: Trx, item: Item): Promise<void> {
  await trx.insertInto('publicationItem').values(rowOf(item)).execute();
}

/**
 * Writes an item whose version is the one that was read and raises that by one; false when somebody was faster.
 * The caller sets `updatedAt`.
 *
 * @example const saved = await updateItem(trx, { ...item, state: 'approved', updatedAt: now })
 */
export async function updateItem(trx: Trx, item: Item): Promise<boolean> {
  const { countyId, id, version, ...fields } = rowOf(item);
  const updated = await trx
    .updateTable('publicationItem')
    .set({ ...fields, version: item.version + 1 })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .where('version', '=', item.version)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
}

/** One page of the items within a scope. */
export async function listItems(
  db: Db,
  scope: ItemScope,
  filter: ItemFilter,
  page: PageRequest,
  order: ItemOrder = 'updated',
): Promise<Page<Item>> {
  const found = db.selectFrom('publicationItem').where('countyId', '=', scope.countyId).where(chosen(scope, filter));
  // Which ones first, from the index alone; then the rows of one page.
  const listed = await listPage(
    ordered(found.select('id'), order),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  const ids = listed.items.map(({ id }) => id);
  const items = new Map((await listItemsById(db, scope.countyId, ids)).map((item) => [item.id, item]));
  return { ...listed, items: ids.flatMap((id) => items.get(id) ?? []) };
}

const itemRow = (db: Db, countyId: string, id: string) =>
  db.selectFrom('publicationItem').selectAll().where('countyId', '=', countyId).where('id', '=', id);

function ordered<Query extends { orderBy(order: Expression<unknown>): Query }>(query: Query, order: ItemOrder): Query {
  const by = {
    updated: sql`updated_at desc`,
    due: sql`due_on asc nulls last`,
    published: sql`published_on desc nulls last`,
  };
  return query.orderBy(by[order]).orderBy(sql`id`);
}

/** The condition of a scope and a filter; the county is a condition of its own. */
function chosen(scope: ItemScope, filter: ItemFilter): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [inScope(scope)];
  const { organIds, kinds, states, words, year, overdueOn, reassessBy, live } = filter;
  if (organIds) conditions.push(sql`organ_id = any(${[...organIds]}::uuid[])`);
  if (kinds) conditions.push(sql`kind = any(${[...kinds]}::text[])`);
  if (states) conditions.push(sql`state = any(${[...states]}::text[])`);
  for (const [column, value] of [
    ['column_key', filter.columnKey],
    ['field_key', filter.fieldKey],
    ['disclosure', filter.disclosure],
    ['validity', filter.validity],
  ] as const) {
    if (value !== undefined) conditions.push(sql`${sql.ref(column)} = ${value}`);
  }
  for (const [column, value] of [
    ['catalogue_item_id', filter.catalogueItemId],
    ['import_id', filter.importId],
    ['author_id', filter.authorId],
  ] as const) {
    if (value !== undefined) conditions.push(sql`${sql.ref(column)} = ${value}::uuid`);
  }
  if (year !== undefined) {
    conditions.push(
      sql`coalesce(published_on, formed_on) between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`,
    );
  }
  if (overdueOn) {
    conditions.push(
      sql`due_on < ${overdueOn}::date and published_on is null and state not in ('discarded', 'filed', 'withdrawn')`,
    );
  }
  if (reassessBy) conditions.push(sql`reassess_on <= ${reassessBy}::date and state = 'filed'`);
  if (filter.owed) conditions.push(sql`second_look_due_on is not null`);
  if (live !== undefined) conditions.push(live ? sql`live_text_number is not null` : sql`live_text_number is null`);
  if (words) conditions.push(matches(words));
  return sql`${sql.join(conditions, sql` and `)}`;
}

function inScope({ organIds, authorId }: ItemScope): Expression<SqlBool> {
  if (organIds === 'all') return sql`true`;
  const ids = sql`${[...organIds]}::uuid[]`;
  const own = authorId === undefined ? sql`` : sql` or author_id = ${authorId}::uuid`;
  return sql`(organ_id = any(${ids}) or drafting_organ_id = any(${ids})${own})`;
}

function matches(words: string): Expression<SqlBool> {
  const literal = words.replace(/[\\%_]/g, '\\$&');
  const key = documentNumberKey(words);
  return sql`(title ilike ${`%${literal}%`} or index_number = ${words} or document_number_key = ${key})`;
}

const day = (written: string | null): PlainDate | undefined => (written === null ? undefined : getPlainDate(written));

/** An item as the row has it; what is null is absent. */
function itemOf(row: Selectable<PublicationItem>): Item {
  const item = {
    ...row,
    documentNumberKey: undefined,
    formedOn: getPlainDate(row.formedOn),
    dueOn: day(row.dueOn),
    validitySince: day(row.validitySince),
    validUntil: day(row.validUntil),
    expiresOn: day(row.expiresOn),
    publishedOn: day(row.publishedOn),
    secondLookDueOn: day(row.secondLookDueOn),
    reassessOn: day(row.reassessOn),
    state: row.state as State,
    disclosure: row.disclosure as Disclosure,
    validity: row.validity as Validity | null,
    expiryAct: row.expiryAct as ExpiryAct | null,
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as Item;
}

function rowOf(item: Item): Insertable<PublicationItem> {
  return {
    countyId: item.countyId,
    id: item.id,
    organId: item.organId,
    draftingOrganId: item.draftingOrganId,
    authorId: item.authorId,
    kind: item.kind,
    title: item.title,
    indexNumber: item.indexNumber ?? null,
    catalogueItemId: item.catalogueItemId ?? null,
    columnKey: item.columnKey,
    fieldKey: item.fieldKey ?? null,
    article20: item.article20 ?? null,
    disclosure: item.disclosure,
    exemption: item.exemption ? JSON.stringify(item.exemption) : null,
    origin: JSON.stringify(item.origin),
    clearances: JSON.stringify(item.clearances),
    important: item.important,
    formedOn: item.formedOn,
    dueOn: item.dueOn ?? null,
    documentNumber: item.documentNumber ?? null,
    documentNumberKey: item.documentNumber === undefined ? null : documentNumberKey(item.documentNumber),
    validity: item.validity ?? null,
    validitySince: item.validitySince ?? null,
    validUntil: item.validUntil ?? null,
    expiresOn: item.expiresOn ?? null,
    expiryAct: item.expiryAct ?? null,
    expiredAt: item.expiredAt ?? null,
    state: item.state,
    stateSince: item.stateSince,
    textNumber: item.textNumber,
    liveTextNumber: item.liveTextNumber ?? null,
    publishedAt: item.publishedAt ?? null,
    publishedOn: item.publishedOn ?? null,
    liveSince: item.liveSince ?? null,
    withdrawnAt: item.withdrawnAt ?? null,
    withdrawnBecause: item.withdrawnBecause ?? null,
    publishAt: item.publishAt ?? null,
    urgentSince: item.urgentSince ?? null,
    secondLookDueOn: item.secondLookDueOn ?? null,
    source: item.source,
    importId: item.importId ?? null,
    reassessOn: item.reassessOn ?? null,
    version: item.version,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  };
}
