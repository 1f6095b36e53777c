import type { Readable } from 'node:stream';
import { sealFileIn } from '../config/data-folder.ts';
import type { BlobAddress, BlobStore } from '../storage/blob-store.ts';
import { discard, stageFile } from '../storage/staging.ts';
import { ArchiveDamaged } from './format.ts';

/** The contents of attachments, as a backup reads them and a restore writes them. */
export interface BackupFiles {
  /** Bytes; undefined when the content is not there. */
  findSize(blob: BlobAddress): Promise<number | undefined>;
  open(blob: BlobAddress): Promise<Readable>;
  /** Takes in a content; throws `ArchiveDamaged` when it is not the one of this SHA-256. */
  put(blob: BlobAddress, content: Readable): Promise<void>;
}

/** The contents in a store; those coming in are first written to `stagingFolder`, on the same file system. */
export const filesOf = (store: BlobStore, stagingFolder: string): BackupFiles => ({
  findSize: (blob) => store.findSize(blob),
  open: (blob) => store.open(blob),
  put: async ({ countyId, sha256 }, content) => {
    const staged = await stageFile(stagingFolder, content);
    if (staged.sha256 !== sha256) {
      await discard(staged);
      throw new ArchiveDamaged(`附件 ${sha256.slice(0, 12)}… 的内容与其校验值不符`);
    }
    await store.put(countyId, staged);
  },
});

/** Files of the data folder that belong to the state of the system and are no secret: the seals of the audit. */
export const stateFiles = (dataFolder: string): Record<string, string> => ({
  'state/audit-seals.jsonl': sealFileIn(dataFolder),
});
