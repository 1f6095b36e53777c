import type { PlainDate } from '../../kernel/plain-date.ts';
import { type ImportStanding, standingColumns } from '../../kernel/table-import.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { ImportEntry } from '../domain/organ-import/entry.ts';
import type { ImportDifferences } from '../domain/organ-import/plan.ts';
import type { OrganRecord } from './organs.ts';

/** A file of organs that was read. */
export interface OrganImport extends ImportStanding<'pending' | 'applied' | 'undone'> {
  /** The day from which its changes hold. */
  day: PlainDate;
  /** Which state of the register the differences are from. */
  revision: number;
  entries: ImportEntry[];
  /** What it would do, with what the reader of the file remarked. */
  differences: ImportDifferences & { remarks: string[] };
  /** How to undo it; only of one that was applied. */
  undo: ImportUndo | null;
}

/** What an import touched, and how it was before. */
export interface ImportUndo {
  /** Every organ it touched, with the version it had right after. */
  versions: Record<string, number>;
  created: string[];
  changed: ({ id: string } & Pick<OrganRecord, 'aliases' | 'sortOrder' | 'profile'>)[];
}

/** An import in a list. */
export type ListedImport = Omit<OrganImport, 'entries' | 'differences' | 'undo' | 'revision'>;

const listedColumns = [...standingColumns, 'day'] as const;

/** Keeps a file that was read, until somebody decides. */
export async function insertImport(
  trx: Trx,
  countyId: string,
  { entries, differences, undo: _, ...row }: OrganImport,
): Promise<void> {
  await trx
    .insertInto('organisationOrganImport')
    .values({ countyId, ...row, entries: JSON.stringify(entries), differences: JSON.stringify(differences) })
    .execute();
}

/** Changes what is given of an import. */
export async function updateImport(
  trx: Trx,
  countyId: string,
  id: string,
  { entries: _, differences, undo, ...fields }: Partial<Omit<OrganImport, 'id'>>,
): Promise<void> {
  await trx
    .updateTable('organisationOrganImport')
    .set({
      ...fields,
      ...(differences ? { differences: JSON.stringify(differences) } : {}),
      ...(undo ? { undo: JSON.stringify(undo) } : {}),
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** An import with everything; read it under the lock of the register before changing it. */
export async function findImport(db: Db | Trx, countyId: string, id: string): Promise<OrganImport | undefined> {
  const row = await db
    .selectFrom('organisationOrganImport')
    .select([...listedColumns, 'revision', 'entries', 'differences', 'undo'])
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row as unknown as OrganImport | undefined;
}

/** The imports of a county, the latest first. */
export async function listImports(db: Db, countyId: string, page: PageRequest): Promise<Page<ListedImport>> {
  const all = db.selectFrom('organisationOrganImport').where('countyId', '=', countyId);
  const found = await listPage(
    all.select(listedColumns).orderBy('createdAt', 'desc').orderBy('id', 'desc'),
    all.select((eb) => eb.fn.countAll<string>().as('total')),
    page,
  );
  return { ...found, items: found.items as unknown as ListedImport[] };
}

/** Of these organs those that people belong to or have posts at. */
export async function listOrgansWithPeople(trx: Trx, countyId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('organisationPerson')
    .select('organId')
    .where('countyId', '=', countyId)
    .where('organId', 'in', [...ids])
    .union(
      trx
        .selectFrom('organisationPost')
        .select('organId')
        .where('countyId', '=', countyId)
        .where('organId', 'in', [...ids]),
    )
    .execute();
  return rows.map(({ organId }) => organId);
}
