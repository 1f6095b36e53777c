import { type Selectable, sql } from 'kysely';
import { getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import type { CatalogueEvidence } from '../../platform/db/tables.ts';
import type { ColumnKey } from '../domain/columns.ts';

/** Something that was published, one row for each day on which its record went public. */
export interface Evidence {
  id: string;
  organId: string;
  itemId?: string | undefined;
  columnKey: ColumnKey;
  recordKind: string;
  recordId: string;
  title: string;
  indexNumber?: string | undefined;
  formedOn: PlainDate;
  publishedOn: PlainDate;
  /** Why it is public no more. */
  ended?: 'withdrawn' | 'expired' | undefined;
}

/** Puts a publication down; where its record went public on that day already, that row is kept up to date. */
export async function saveEvidence(trx: Trx, countyId: string, evidence: Evidence): Promise<string> {
  const { itemId, indexNumber, ended: _, ...fields } = evidence;
  const row = await trx
    .insertInto('catalogueEvidence')
    .values({ countyId, ...fields, itemId: itemId ?? null, indexNumber: indexNumber ?? null })
    .onConflict((conflict) =>
      conflict.columns(['countyId', 'recordKind', 'recordId', 'publishedOn']).doUpdateSet({
        organId: fields.organId,
        itemId: itemId ?? null,
        columnKey: fields.columnKey,
        title: fields.title,
        indexNumber: indexNumber ?? null,
        formedOn: fields.formedOn,
        ended: null,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Lets all of a record stand in the column it stands in now. */
export async function moveToColumn(
  trx: Trx,
  countyId: string,
  { recordKind, recordId, columnKey }: Pick<Evidence, 'recordKind' | 'recordId' | 'columnKey'>,
): Promise<void> {
  await trx
    .updateTable('catalogueEvidence')
    .set({ columnKey })
    .where('countyId', '=', countyId)
    .where('recordKind', '=', recordKind)
    .where('recordId', '=', recordId)
    .where('columnKey', '!=', columnKey)
    .execute();
}

/** All rows of a record. */
export const listEvidenceOf = (
  db: Db | Trx,
  countyId: string,
  { recordKind, recordId }: { recordKind: string; recordId: string },
): Promise<Evidence[]> => listEvidenceOfMany(db, countyId, { recordKind, recordIds: [recordId] });

/** All rows of several records. */
export async function listEvidenceOfMany(
  db: Db | Trx,
  countyId: string,
  { recordKind, recordIds }: { recordKind: string; recordIds: readonly string[] },
): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('catalogueEvidence')
    .selectAll()
    .where('countyId', '=', countyId)
    .where('recordKind', '=', recordKind)
    .where(sql<boolean>`record_id = any(${[...recordIds]}::uuid[])`)
    .orderBy('publishedOn')
    .execute();
  return rows.map(evidenceOf);
}

/** Ends what is public of a record. */
export async function endEvidence(
  trx: Trx,
  countyId: string,
  ids: readonly string[],
  because: 'withdrawn' | 'expired',
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('catalogueEvidence')
    .set({ ended: because })
    .where('countyId', '=', countyId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** What is public for an item and fulfils nothing yet, or all of it; the earliest first. */
export async function listLiveEvidence(
  trx: Trx,
  countyId: string,
  itemId: string,
  which: 'spare' | 'all',
): Promise<Evidence[]> {
  let found = trx
    .selectFrom('catalogueEvidence as evidence')
    .selectAll('evidence')
    .where('evidence.countyId', '=', countyId)
    .where('evidence.itemId', '=', itemId)
    .where('evidence.ended', 'is', null);
  if (which === 'spare') {
    found = found.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('catalogueDuty as duty')
            .select('duty.id')
            .whereRef('duty.countyId', '=', 'evidence.countyId')
            .whereRef('duty.evidenceId', '=', 'evidence.id'),
        ),
      ),
    );
  }
  const rows = await found.orderBy('evidence.publishedOn').orderBy('evidence.id').execute();
  return rows.map(evidenceOf);
}

function evidenceOf(row: Selectable<CatalogueEvidence>): Evidence {
  return {
    id: row.id,
    organId: row.organId,
    ...(row.itemId === null ? {} : { itemId: row.itemId }),
    columnKey: row.columnKey as ColumnKey,
    recordKind: row.recordKind,
    recordId: row.recordId,
    title: row.title,
    ...(row.indexNumber === null ? {} : { indexNumber: row.indexNumber }),
    formedOn: getPlainDate(row.formedOn),
    publishedOn: getPlainDate(row.publishedOn),
    ...(row.ended === null ? {} : { ended: row.ended as 'withdrawn' | 'expired' }),
  };
}
