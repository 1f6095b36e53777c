import { systemActor } from '../../kernel/actor.ts';
import { type RecordChange, write } from '../audit/index.ts';
import type { Db, Trx } from '../db/index.ts';
import { unboundAge } from './attachments.ts';
import type { BlobAddress } from './blob-store.ts';
import { listCounties, listUnknown } from './blobs.ts';
import { removeStaleFiles } from './staging.ts';
import type { Storage } from './storage.ts';

/** What was cleared away. */
export interface GarbageReport {
  /** Uploads that never became part of a record. */
  expired: number;
  /** Contents nobody refers to, and their bytes. */
  collected: number;
  bytes: number;
  /** Files a killed process left half received. */
  stale: number;
}

const day = 24 * 60 * 60 * 1_000;
/** So many in one transaction: the audit of the county waits for it. */
const batch = 100;

/**
 * Clears away what nobody needs any more: uploads that waited a day for a record, contents without attachments
 * or whose attachments were all removed the set number of days ago, contents the database does not know. A job
 * calls it every night; it may run while people upload, also the same content.
 *
 * Safe because of three things: an upload announces its content before it looks whether the store has it; what
 * was announced within a day stays; and a content is deleted while its row is locked, after looking once more.
 */
export async function collectGarbage(storage: Storage, now: Date, signal?: AbortSignal): Promise<GarbageReport> {
  const report: GarbageReport = { expired: 0, collected: 0, bytes: 0, stale: 0 };
  report.stale = await removeStaleFiles(storage.stagingFolder, new Date(now.getTime() - day));
  await announceUnknown(storage, signal);
  const { keepDays } = await storage.readRules();
  for (const countyId of await listCounties(storage.db)) {
    signal?.throwIfAborted();
    report.expired += await expireUnbound(storage.db, countyId, now);
    const removedBefore = new Date(now.getTime() - keepDays * day);
    const usedBefore = new Date(now.getTime() - day);
    for (let after = ''; ; ) {
      signal?.throwIfAborted();
      const candidates = await listUnreferenced(storage.db, { countyId, after, removedBefore, usedBefore });
      const last = candidates.at(-1);
      if (last === undefined) break;
      after = last;
      const collected = await collect(storage, countyId, candidates, { now, removedBefore, usedBefore });
      report.collected += collected.length;
      report.bytes += collected.reduce((sum, size) => sum + size, 0);
    }
  }
  return report;
}

/** Gives a row to contents the database knows nothing of, e.g. after an older backup was restored. */
async function announceUnknown({ db, store }: Storage, signal?: AbortSignal): Promise<void> {
  for await (const { countyId, sha256, size, storedAt } of listUnknown(db, store.list(), signal)) {
    const mediaType = 'application/octet-stream';
    await db
      .insertInto('storageBlob')
      .values({ countyId, sha256, size: String(size), mediaType, scanVerdict: 'unscanned', lastUsedAt: storedAt })
      // One that was cleared away and is there nevertheless is cleared away once more.
      .onConflict((conflict) => conflict.columns(['countyId', 'sha256']).doUpdateSet({ collectedAt: null }))
      .execute();
  }
}

async function expireUnbound(db: Db, countyId: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - unboundAge);
  const isExpired = (connection: Db) =>
    connection
      .selectFrom('storageAttachment')
      .select('id')
      .where('countyId', '=', countyId)
      .where('ownerKind', 'is', null)
      .where('uploadedAt', '<', before);
  if (!(await isExpired(db).limit(1).executeTakeFirst())) return 0;
  return write(db, systemActor('附件清理', countyId), now, async (trx, record) => {
    const ids = await isExpired(trx).limit(1_000).forUpdate().execute();
    await trx
      .deleteFrom('storageAttachment')
      .where('countyId', '=', countyId)
      .where('id', 'in', ['00000000-0000-0000-0000-000000000000', ...ids.map(({ id }) => id)])
      .execute();
    note(record, 'attachment.expire', '过期未用的上传', { expired: ids.length });
    return ids.length;
  });
}

interface Bounds {
  removedBefore: Date;
  usedBefore: Date;
}

async function listUnreferenced(
  db: Db,
  { countyId, after, removedBefore, usedBefore }: Bounds & { countyId: string; after: string },
): Promise<string[]> {
  const rows = await db
    .selectFrom('storageBlob as blob')
    .select('sha256')
    .where('countyId', '=', countyId)
    .where('sha256', '>', after)
    .where('collectedAt', 'is', null)
    .where('lastUsedAt', '<', usedBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('storageAttachment as attachment')
            .select('attachment.id')
            .where('attachment.countyId', '=', countyId)
            .whereRef('attachment.sha256', '=', 'blob.sha256')
            .where(({ or, eb }) =>
              or([eb('attachment.removedAt', 'is', null), eb('attachment.removedAt', '>=', removedBefore)]),
            ),
        ),
      ),
    )
    .orderBy('sha256')
    .limit(batch)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** Deletes contents, each after a look under its lock; returns their sizes. */
async function collect(
  { db, store }: Storage,
  countyId: string,
  candidates: readonly string[],
  { now, removedBefore, usedBefore }: Bounds & { now: Date },
): Promise<number[]> {
  const work = async (trx: Trx, record: RecordChange): Promise<number[]> => {
    const sizes: number[] = [];
    for (const sha256 of candidates) {
      const blob: BlobAddress = { countyId, sha256 };
      const locked = await trx
        .selectFrom('storageBlob')
        .select(['size', 'lastUsedAt', 'collectedAt'])
        .where('countyId', '=', countyId)
        .where('sha256', '=', sha256)
        .forUpdate()
        .executeTakeFirst();
      if (!locked || locked.collectedAt || locked.lastUsedAt >= usedBefore) continue;
      // A statement of its own: it sees what was committed while the lock was waited for.
      const attachments = await trx
        .selectFrom('storageAttachment')
        .select('removedAt')
        .where('countyId', '=', countyId)
        .where('sha256', '=', sha256)
        .execute();
      if (attachments.some(({ removedAt }) => !removedAt || removedAt >= removedBefore)) continue;
      await store.delete(blob);
      await settle(trx, blob, attachments.length > 0 ? now : undefined);
      sizes.push(Number(locked.size));
    }
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    note(record, 'attachment.collect', '无人引用的附件内容', { collected: sizes.length, bytes });
    return sizes;
  };
  return write(db, systemActor('附件清理', countyId), now, work);
}

/** A content that some attachment had is marked as gone; of one that none had nothing stays. */
async function settle(trx: Trx, { countyId, sha256 }: BlobAddress, collectedAt: Date | undefined): Promise<void> {
  await (collectedAt
    ? trx
        .updateTable('storageBlob')
        .set({ collectedAt })
        .where('countyId', '=', countyId)
        .where('sha256', '=', sha256)
        .execute()
    : trx.deleteFrom('storageBlob').where('countyId', '=', countyId).where('sha256', '=', sha256).execute());
}

const note = (record: RecordChange, action: string, label: string, after: object): void =>
  record({ action, record: { kind: 'attachment', id: '-', label }, after });
