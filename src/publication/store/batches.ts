import type { Selectable } from 'kysely';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { PublicationBatch } from '../../platform/db/tables.ts';
import type { Batch } from '../domain/bulk/batch.ts';
import type { KindKey } from '../domain/kinds/index.ts';

/** A batch in a list, with how many rows it has. */
export type ListedBatch = Omit<Batch, 'rows' | 'columns' | 'matched' | 'remarks' | 'head'>;

/** Keeps a spreadsheet that was read. */
export async function insertBatch(trx: Trx, countyId: string, batch: Batch): Promise<void> {
  const { head, columns, matched, rows, remarks, enteredAt, ...row } = batch;
  await trx
    .insertInto('publicationBatch')
    .values({
      countyId,
      ...row,
      head: JSON.stringify(head),
      columns: JSON.stringify(columns),
      matched: JSON.stringify(matched),
      rows: JSON.stringify(rows),
      remarks: JSON.stringify(remarks),
      enteredAt: enteredAt ?? null,
    })
    .execute();
}

/** A batch with its rows; held until the end of the transaction where that is asked for. */
export async function findBatch(db: Db, countyId: string, id: string, lock?: 'lock'): Promise<Batch | undefined> {
  const query = db.selectFrom('publicationBatch').selectAll().where('countyId', '=', countyId).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && batchOf(row);
}

/** What is changed of a batch; rows that were entered are emptied, of what was dropped none are kept. */
export async function updateBatch(
  trx: Trx,
  countyId: string,
  id: string,
  { matched, head, rows, ...fields }: Partial<Pick<Batch, 'matched' | 'head' | 'status' | 'enteredAt' | 'rows'>>,
): Promise<void> {
  await trx
    .updateTable('publicationBatch')
    .set({
      ...fields,
      ...(matched ? { matched: JSON.stringify(matched) } : {}),
      ...(head ? { head: JSON.stringify(head) } : {}),
      ...(rows ? { rows: JSON.stringify(rows) } : {}),
    })
    .where('countyId', '=', countyId)
    .where('id', '=', id)
    .execute();
}

/** The batches somebody sent, the latest first. */
export async function listBatches(
  db: Db,
  countyId: string,
  authorId: string,
  page: PageRequest,
): Promise<Page<ListedBatch>> {
  const found = db.selectFrom('publicationBatch').where('countyId', '=', countyId).where('authorId', '=', authorId);
  const listed = await listPage(
    found
      .select([
        'id',
        'organId',
        'draftingOrganId',
        'authorId',
        'kind',
        'fileName',
        'status',
        'enteredAt',
        'createdBy',
        'createdAt',
      ])
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc'),
    found.select(({ fn }) => fn.countAll<string>().as('total')),
    page,
  );
  return {
    ...listed,
    items: listed.items.map(({ enteredAt, ...row }) => ({
      ...row,
      kind: row.kind as KindKey,
      status: row.status as Batch['status'],
      ...(enteredAt === null ? {} : { enteredAt }),
    })),
  };
}

/** Items of an organ with these 文号, in one spelling; what was discarded may be entered again. */
export async function listNumbered(
  db: Db,
  countyId: string,
  organId: string,
  keys: readonly string[],
): Promise<{ key: string; id: string; title: string }[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('publicationItem')
    .select(['id', 'title', 'documentNumberKey'])
    .where('countyId', '=', countyId)
    .where('organId', '=', organId)
    .where('documentNumberKey', 'in', [...keys])
    .where('state', '<>', 'discarded')
    .execute();
  return rows.map(({ id, title, documentNumberKey }) => ({ key: documentNumberKey ?? '', id, title }));
}

const batchOf = ({
  countyId: _,
  enteredAt,
  head,
  columns,
  matched,
  rows,
  remarks,
  ...row
}: Selectable<PublicationBatch>): Batch => ({
  ...row,
  kind: row.kind as KindKey,
  status: row.status as Batch['status'],
  head: head as unknown as Batch['head'],
  columns: columns as unknown as Batch['columns'],
  matched: matched as unknown as Batch['matched'],
  rows: rows as unknown as Batch['rows'],
  remarks: remarks as unknown as Batch['remarks'],
  ...(enteredAt === null ? {} : { enteredAt }),
});
