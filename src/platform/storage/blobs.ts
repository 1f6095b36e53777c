import { sql } from 'kysely';
import type { Db, Trx } from '../db/index.ts';
import type { BlobAddress, StoredBlob } from './blob-store.ts';

/** What the virus scanner said of a content. */
export type ScanVerdict = 'unscanned' | 'clean' | 'infected';

/** A content that is to be kept, as it was found. */
export interface FoundContent extends BlobAddress {
  size: number;
  mediaType: string;
  verdict: 'unscanned' | 'clean';
}

/**
 * Announces a content before it is put into the store, so that nobody clears it away in between. False when the
 * scanner found something in the same content once and has not taken it back.
 */
export async function announceBlob(db: Db, content: FoundContent, now: Date): Promise<boolean> {
  const { countyId, sha256, size, mediaType, verdict } = content;
  const scannedAt = verdict === 'clean' ? now : null;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('storageBlob')
    .values({ countyId, sha256, size: String(size), mediaType, scanVerdict: verdict, scannedAt, lastUsedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['countyId', 'sha256'])
        .doUpdateSet({
          lastUsedAt: now,
          collectedAt: null,
          mediaType,
          ...(verdict === 'clean' ? { scanVerdict: verdict, scanFinding: null, scannedAt } : {}),
        })
        .where((where) => (verdict === 'clean' ? where.lit(true) : where('storageBlob.scanVerdict', '!=', 'infected'))),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/**
 * Locks a content that an attachment is about to refer to, and marks it as used. False when it was cleared away
 * or found infected meanwhile.
 */
export async function useBlob(trx: Trx, { countyId, sha256 }: BlobAddress, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('storageBlob')
    .set({ lastUsedAt: sql<Date>`greatest(last_used_at, ${now})` })
    .where('countyId', '=', countyId)
    .where('sha256', '=', sha256)
    .where('collectedAt', 'is', null)
    .where('scanVerdict', '!=', 'infected')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Bytes a person uploaded since then, removed ones too. */
export async function sumUploads(db: Db, countyId: string, personId: string, since: Date): Promise<number> {
  const { bytes } = await db
    .selectFrom('storageAttachment as attachment')
    .innerJoin('storageBlob as blob', (join) =>
      join.onRef('blob.countyId', '=', 'attachment.countyId').onRef('blob.sha256', '=', 'attachment.sha256'),
    )
    .select((select) => select.fn.coalesce(select.fn.sum<string>('blob.size'), sql<string>`0`).as('bytes'))
    .where('attachment.countyId', '=', countyId)
    .where('attachment.uploadedBy', '=', personId)
    .where('attachment.uploadedAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(bytes);
}

/** Every county that has or had a content: the one question here that goes beyond a county. */
export async function listCounties(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('storageBlob').select('countyId').distinct().orderBy('countyId').execute();
  return rows.map(({ countyId }) => countyId);
}

/** Those of the contents of a store that the database does not know, or believes to be cleared away. */
export async function* listUnknown(
  db: Db,
  stored: AsyncIterable<StoredBlob>,
  signal?: AbortSignal,
): AsyncGenerator<StoredBlob> {
  let batch: StoredBlob[] = [];
  for await (const blob of stored) {
    signal?.throwIfAborted();
    // Within a batch there is one county only.
    if (batch.length === 500 || (batch[0] && batch[0].countyId !== blob.countyId)) {
      yield* await withoutKnown(db, batch);
      batch = [];
    }
    batch.push(blob);
  }
  yield* await withoutKnown(db, batch);
}

async function withoutKnown(db: Db, batch: readonly StoredBlob[]): Promise<StoredBlob[]> {
  const [first] = batch;
  if (!first) return [];
  const hashes = batch.map(({ sha256 }) => sha256);
  const rows = await db
    .selectFrom('storageBlob')
    .select('sha256')
    .where('countyId', '=', first.countyId)
    .where('sha256', 'in', hashes)
    .where('collectedAt', 'is', null)
    .execute();
  const known = new Set(rows.map(({ sha256 }) => sha256));
  return batch.filter(({ sha256 }) => !known.has(sha256));
}
