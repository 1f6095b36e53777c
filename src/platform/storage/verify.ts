import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../db/index.ts';
import { type BlobAddress, StorageFault } from './blob-store.ts';
import { listCounties, listUnknown } from './blobs.ts';
import type { Storage } from './storage.ts';

/** Something that is not as it should be between the database and the store. */
export interface StoreFinding extends BlobAddress {
  /**
   * - `missing`: attachments have a content that is not there.
   * - `altered`: it is there with another size or another hash.
   * - `unknown`: it is there and the database does not know it.
   */
  kind: 'missing' | 'altered' | 'unknown';
  /** The attachments concerned. */
  attachmentIds: string[];
}

export interface StoreVerification {
  /** Contents that attachments refer to, and their bytes. */
  contents: number;
  bytes: number;
  /** At most `findingLimit` of them. */
  findings: StoreFinding[];
  findingCount: number;
}

const findingLimit = 1_000;
const batch = 500;

/**
 * Compares the store with the database: every attachment that was not removed has its content, whole and
 * unaltered, and nothing lies in the store that the database does not know.
 *
 * @param options.readsContents computes every hash anew, which reads everything; else sizes are compared
 */
export async function verifyStore(
  storage: Pick<Storage, 'db' | 'store'>,
  options: { readsContents: boolean; signal?: AbortSignal },
): Promise<StoreVerification> {
  const result: StoreVerification = { contents: 0, bytes: 0, findings: [], findingCount: 0 };
  const report = (finding: StoreFinding): void => {
    result.findingCount += 1;
    if (result.findings.length < findingLimit) result.findings.push(finding);
  };
  for (const countyId of await listCounties(storage.db)) {
    for (let after = ''; ; ) {
      const referred = await listReferred(storage.db, countyId, after);
      for (const { sha256, size, ids } of referred) {
        options.signal?.throwIfAborted();
        result.contents += 1;
        result.bytes += Number(size);
        const kind = await judge(storage, { countyId, sha256 }, Number(size), options.readsContents);
        if (kind) report({ kind, countyId, sha256, attachmentIds: ids });
      }
      const last = referred.at(-1)?.sha256;
      if (last === undefined) break;
      after = last;
    }
  }
  for await (const { countyId, sha256 } of listUnknown(storage.db, storage.store.list(), options.signal)) {
    report({ kind: 'unknown', countyId, sha256, attachmentIds: [] });
  }
  return result;
}

const listReferred = (db: Db, countyId: string, after: string) =>
  db
    .selectFrom('storageBlob as blob')
    .innerJoin('storageAttachment as attachment', (join) =>
      join.onRef('attachment.countyId', '=', 'blob.countyId').onRef('attachment.sha256', '=', 'blob.sha256'),
    )
    .select(({ fn }) => ['blob.sha256', 'blob.size', fn.agg<string[]>('array_agg', ['attachment.id']).as('ids')])
    .where('blob.countyId', '=', countyId)
    .where('blob.sha256', '>', after)
    .where('blob.scanVerdict', '!=', 'infected')
    .where('attachment.removedAt', 'is', null)
    .groupBy(['blob.sha256', 'blob.size'])
    .orderBy('blob.sha256')
    .limit(batch)
    .execute();

async function judge(
  { store }: Pick<Storage, 'store'>,
  blob: BlobAddress,
  size: number,
  readsContents: boolean,
): Promise<StoreFinding['kind'] | undefined> {
  const found = await store.findSize(blob);
  if (found === undefined) return 'missing';
  if (found !== size) return 'altered';
  if (!readsContents) return undefined;
  const hash = createHash('sha256');
  try {
    await pipeline(await store.open(blob), hash);
  } catch (error) {
    if (error instanceof StorageFault && error.code === 'missing') return 'missing';
    throw error;
  }
  return hash.digest('hex') === blob.sha256 ? undefined : 'altered';
}
