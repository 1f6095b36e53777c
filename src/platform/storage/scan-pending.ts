import { systemActor } from '../../kernel/actor.ts';
import { success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import type { BlobAddress } from './blob-store.ts';
import { listCounties } from './blobs.ts';
import { refusingFaults, type Storage } from './storage.ts';

/** What became of contents that no scanner had seen. */
export interface PendingScanReport {
  clean: number;
  infected: number;
  /** Still not scanned: the scanner was away again, or they are too large for it. */
  left: number;
}

/**
 * Has the scanner look at contents that were taken without it. Infected ones are deleted from the store at once;
 * their attachments stay as records that say why. Does nothing where no scanner is configured. For a job.
 *
 * @param limit so many contents at once
 */
export async function scanPending(
  storage: Storage,
  now: Date,
  { limit = 1_000, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<PendingScanReport> {
  const report: PendingScanReport = { clean: 0, infected: 0, left: 0 };
  const { scanner, db } = storage;
  if (!scanner) return report;
  for (const countyId of await listCounties(db)) {
    const pending = await db
      .selectFrom('storageBlob')
      .select('sha256')
      .where('countyId', '=', countyId)
      .where('scanVerdict', '=', 'unscanned')
      .where('collectedAt', 'is', null)
      .orderBy('lastUsedAt')
      .limit(limit)
      .execute();
    for (const { sha256 } of pending) {
      signal?.throwIfAborted();
      report[await scanOne(storage, { countyId, sha256 }, now)] += 1;
    }
  }
  return report;
}

async function scanOne(storage: Storage, blob: BlobAddress, now: Date): Promise<keyof PendingScanReport> {
  const { db, store, scanner, log } = storage;
  const content = await refusingFaults(async () => success(await store.open(blob)), log);
  const scan = content.ok ? await scanner?.scan(content.value) : undefined;
  if (!scan || scan.verdict === 'unscanned') return 'left';
  if (scan.verdict === 'clean') {
    await db
      .updateTable('storageBlob')
      .set({ scanVerdict: 'clean', scannedAt: now })
      .where('countyId', '=', blob.countyId)
      .where('sha256', '=', blob.sha256)
      .where('scanVerdict', '=', 'unscanned')
      .execute();
    return 'clean';
  }
  const { finding } = scan;
  await write(db, systemActor('附件查毒', blob.countyId), now, async (trx, record) => {
    await trx
      .updateTable('storageBlob')
      .set({ scanVerdict: 'infected', scanFinding: finding, scannedAt: now, collectedAt: now })
      .where('countyId', '=', blob.countyId)
      .where('sha256', '=', blob.sha256)
      .execute();
    await store.delete(blob);
    record({
      action: 'attachment.delete-infected',
      record: { kind: 'attachment', id: blob.sha256, label: '带病毒的文件' },
      after: { finding, sha256: blob.sha256 },
    });
  });
  return 'infected';
}
