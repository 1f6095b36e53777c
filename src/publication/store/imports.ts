import { sql } from 'kysely';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { type ImportStanding, standingColumns } from '../../kernel/table-import.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { documentNumberKey } from '../domain/document-number.ts';
import type { LedgerEntry, LedgerMatching, LeftRow } from '../domain/import/entry.ts';
import type { KnownItem, LedgerPlan } from '../domain/import/plan.ts';
import type { LedgerSheet } from '../domain/import/sheet.ts';
import type { Item } from '../domain/item.ts';
import type { State } from '../domain/states.ts';
import type { OrganScope } from './channel-lists.ts';
import { channelKeyOf } from './channels.ts';

/** How many rows of a ledger are what. */
export interface LedgerCounts {
  created: number;
  same: number;
  changed: number;
  problems: number;
  /** How many of them would make something public, or change what is. */
  opening: number;
}

/** A ledger that was read. */
export interface LedgerImport extends ImportStanding {
  /** Whose items they are where a row does not say. */
  organId: string;
  /** Empty once it is decided. */
  sheets: readonly LedgerSheet[];
  sheet: number;
  matching: LedgerMatching;
  differences: LedgerDifferences;
  counts: LedgerCounts;
  undo: LedgerUndo | null;
  /** Who sent it; null for those from before that was kept. */
  createdById: string | null;
  /** 1, 2, 3 … */
  version: number;
  droppedAt: Date | null;
  droppedBy: string | null;
  droppedBecause: string | null;
}

/** What it would do, with what the reader remarked of the file and of the rows it left out. */
export type LedgerDifferences = LedgerPlan & { remarks: string[]; left: LeftRow[] };

/** What an import touched. */
export interface LedgerUndo {
  /** The items it made. */
  created: string[];
  /** The items it changed: what they were, and the channels it added. */
  changed: {
    id: string;
    before: Pick<Item, 'title'> & {
      publishedOn: string | null;
      indexNumber: string | null;
      documentNumber: string | null;
    };
    channels: string[];
  }[];
  /** Every item it touched, with the version it had right after. */
  versions: Record<string, number>;
}

/** An import in a list. */
export type ListedLedger = Omit<LedgerImport, 'sheets' | 'sheet' | 'matching' | 'differences' | 'undo'>;

const listedColumns = [
  ...standingColumns,
  'organId',
  'counts',
  'createdById',
  'version',
  'droppedAt',
  'droppedBy',
  'droppedBecause',
] as const;

/** Keeps a ledger that was read. */
export async function insertLedger(trx: Trx, countyId: string, ledger: LedgerImport): Promise<void> {
  const { sheets, matching, differences, counts, undo: _, ...row } = ledger;
  await trx
    .insertInto('publicationImport')
    .values({
      countyId,
      ...row,
      sheets: JSON.stringify(sheets),
      matching: JSON.stringify(matching),
      differences: JSON.stringify(differences),
      counts: JSON.stringify(counts),
    })
    .execute();
}

/** Changes what is given of an import that is held; it has another version then. */
export async function updateLedger(
  trx: Trx,
  countyId: string,
  id: string,
  { sheets, matching, differences, counts, undo, ...fields }: Partial<Omit<LedgerImport, 'id' | 'version'>>,
): Promise<void> {
  await trx
    .updateTable('publicationImport')
    .set({
      ...fields,
      version: sql<number>`version + 1`,
      ...(sheets ? { sheets: JSON.stringify(sheets) } : {}),
      ...(matching ? { matching: JSON.stringify(matching) } : {}),
      ...(differences ? { differences: JSON.stringify(differences) } : {}),
      ...(counts ? { counts: JSON.stringify(counts) } : {}),
      ...(undo ? { undo: JSON.stringify(undo) } : {}),
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** An import with everything. `lock`: held until the end of the transaction. */
export async function findLedger(
  db: Db,
  countyId: string,
  id: string,
  lock?: 'lock',
): Promise<LedgerImport | undefined> {
  const query = db
    .selectFrom('publicationImport')
    .select([...listedColumns, 'sheets', 'sheet', 'matching', 'differences', 'undo'])
    .where('countyId', '=', countyId)
    .where('id', '=', id);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) as unknown as LedgerImport | undefined;
}

/** The imports within a scope, the latest first. */
export async function listLedgers(
  db: Db,
  { countyId, organIds }: OrganScope,
  page: PageRequest,
): Promise<Page<ListedLedger>> {
  const all = db.selectFrom('publicationImport').where('countyId', '=', countyId).where(inScope(organIds));
  const found = await listPage(
    all.select(listedColumns).orderBy('createdAt', 'desc').orderBy('id', 'desc'),
    all.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...found, items: found.items as unknown as ListedLedger[] };
}

/** The ledgers that wait for somebody and would do something, the oldest first. */
export async function listPendingLedgers(db: Db, { countyId, organIds }: OrganScope): Promise<ListedLedger[]> {
  const rows = await db
    .selectFrom('publicationImport')
    .select(listedColumns)
    .where('countyId', '=', countyId)
    .where('status', '=', 'pending')
    .where(sql<boolean>`(counts->>'created')::integer + (counts->>'changed')::integer > 0`)
    .where(inScope(organIds))
    .orderBy('createdAt')
    .execute();
  return rows as unknown as ListedLedger[];
}

const inScope = (organIds: OrganScope['organIds']) =>
  organIds === 'all' ? sql<boolean>`true` : sql<boolean>`organ_id = any(${[...organIds]}::uuid[])`;

/**
 * The items a ledger may speak of: those with one of its numbers, and those of its organs around its days.
 *
 * @param reach the organs the ledger may speak of
 */
export async function listKnownItems(
  db: Db,
  countyId: string,
  entries: readonly LedgerEntry[],
  reach: readonly string[],
): Promise<KnownItem[]> {
  if (entries.length === 0) return [];
  const list = (values: readonly (string | undefined)[]) => [...new Set(values.filter((value) => value !== undefined))];
  const indexNumbers = list(entries.map(({ indexNumber }) => indexNumber));
  const documents = list(
    entries.map(({ documentNumber }) => (documentNumber ? documentNumberKey(documentNumber) : undefined)),
  );
  const organs = list(entries.map(({ organId }) => organId));
  const days = entries.map(({ publishedOn }) => publishedOn).sort();
  const rows = await db
    .selectFrom('publicationItem')
    .select([
      'id',
      'title',
      'organId',
      'publishedOn',
      'indexNumber',
      'documentNumber',
      'source',
      'state',
      'liveTextNumber',
    ])
    .where('countyId', '=', countyId)
    .where('state', '<>', 'discarded')
    .where(
      sql<boolean>`(index_number = any(${indexNumbers}::text[]) or document_number_key = any(${documents}::text[])
        or organ_id = any(${organs}::uuid[]) and published_on between ${days[0]}::date - 15 and ${days.at(-1)}::date + 15)`,
    )
    .execute();
  const channels = await db
    .selectFrom('publicationChannel')
    .select(['itemId', 'channel'])
    .where('countyId', '=', countyId)
    .where('itemId', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .where('doneOn', 'is not', null)
    .execute();
  const byItem = Map.groupBy(channels, ({ itemId }) => itemId);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    organId: row.organId,
    publishedOn: row.publishedOn === null ? undefined : getPlainDate(row.publishedOn),
    indexNumber: row.indexNumber ?? undefined,
    documentNumber: row.documentNumber ?? undefined,
    isImported: row.source === 'import',
    isOurs: reach.includes(row.organId),
    state: row.state as State,
    isPublic: row.liveTextNumber !== null,
    channels: (byItem.get(row.id) ?? []).map(({ channel }) => channelKeyOf(channel)),
  }));
}

/** Takes items off channels again that an import put them on. */
export async function deleteItemChannels(
  trx: Trx,
  countyId: string,
  itemIds: readonly string[],
  channels: readonly string[] | 'all',
): Promise<void> {
  for (const table of ['publicationReceipt', 'publicationChannel'] as const) {
    await trx
      .deleteFrom(table)
      .where('countyId', '=', countyId)
      .where('itemId', '=', sql<string>`any(${[...itemIds]}::uuid[])`)
      .where(channels === 'all' ? sql<boolean>`true` : sql<boolean>`channel = any(${[...channels]}::text[])`)
      .execute();
  }
}

/** What was registered about these items after an import, by item. */
export async function listLaterReceipts(
  db: Db,
  countyId: string,
  itemIds: readonly string[],
  after: Date,
): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await db
    .selectFrom('publicationReceipt')
    .select('itemId')
    .distinct()
    .where('countyId', '=', countyId)
    .where('itemId', '=', sql<string>`any(${[...itemIds]}::uuid[])`)
    .where('at', '>', after)
    .execute();
  return rows.map(({ itemId }) => itemId);
}
