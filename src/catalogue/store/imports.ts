import { type ImportStanding, standingColumns } from '../../kernel/table-import.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { TableEntry } from '../domain/catalogue-table.ts';
import type { ImportDifferences } from '../domain/import-plan.ts';
import type { CatalogueContent } from '../domain/item.ts';

/** A file of a catalogue that was read. */
export interface CatalogueImport extends ImportStanding<'pending' | 'applied' | 'undone'> {
  organId: string;
  entries: TableEntry[];
  /** What it would do, with what the reader of the file remarked. */
  differences: ImportDifferences & { remarks: string[] };
  /** How to undo it; only of one that was applied. */
  undo: ImportUndo | null;
}

/** What an import touched: each item with the version it had right after, and what it said before. */
export interface ImportUndo {
  created: { id: string; version: number }[];
  changed: { id: string; version: number; before: CatalogueContent }[];
}

/** An import in a list. */
export type ListedImport = Omit<CatalogueImport, 'entries' | 'differences' | 'undo'>;

const listedColumns = [...standingColumns, 'organId'] as const;

/** Keeps a file that was read, until somebody decides. */
export async function insertImport(
  trx: Trx,
  countyId: string,
  { entries, differences, undo: _, ...row }: CatalogueImport,
): Promise<void> {
  await trx
    .insertInto('catalogueImport')
    .values({ countyId, ...row, entries: JSON.stringify(entries), differences: JSON.stringify(differences) })
    .execute();
}

/** Changes what is given of an import. */
export async function updateImport(
  trx: Trx,
  countyId: string,
  id: string,
  { differences, undo, ...fields }: Partial<Omit<CatalogueImport, 'id' | 'entries'>>,
): Promise<void> {
  await trx
    .updateTable('catalogueImport')
    .set({
      ...fields,
      ...(differences ? { differences: JSON.stringify(differences) } : {}),
      ...(undo ? { undo: JSON.stringify(undo) } : {}),
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** An import with everything. */
export async function findImport(db: Db | Trx, countyId: string, id: string): Promise<CatalogueImport | undefined> {
  const row = await db
    .selectFrom('catalogueImport')
    .select([...listedColumns, 'entries', 'differences', 'undo'])
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as CatalogueImport | undefined;
}

/** The imports of an organ, the latest first. */
export async function listImports(
  db: Db,
  countyId: string,
  organId: string,
  page: PageRequest,
): Promise<Page<ListedImport>> {
  const all = db.selectFrom('catalogueImport').where('countyId', '=', countyId).where('organId', '=', organId);
  const found = await listPage(
    all.select(listedColumns).orderBy('createdAt', 'desc').orderBy('id', 'desc'),
    all.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return { ...found, items: found.items as unknown as ListedImport[] };
}

/** Of these items those for which something was published. */
export async function listItemsWithEvidence(
  trx: Trx,
  countyId: string,
  itemIds: readonly string[],
): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await trx
    .selectFrom('catalogueEvidence')
    .select('itemId')
    .distinct()
    .where('countyId', '=', countyId)
    .where('itemId', 'in', [...itemIds])
    .execute();
  return new Set(rows.flatMap(({ itemId }) => itemId ?? []));
}
