import { unlessBackupRuns } from '../backup/exclusion.ts';
import { defineJob, type HandledJob, handledBy } from '../jobs/declaration.ts';
import { collectGarbage } from './garbage.ts';
import { scanPending } from './scan-pending.ts';
import type { Storage } from './storage.ts';

const clearing = defineJob({
  name: 'storage-clearing',
  label: '清理不再需要的附件',
  schedule: '40 2 * * *',
  expireSeconds: 4 * 60 * 60,
});

const scanning = defineJob({
  name: 'storage-scanning',
  label: '补查未查毒的附件',
  schedule: '*/20 * * * *',
  expireSeconds: 60 * 60,
});

/** What is done about attachments without anybody asking for it. */
export const storageJobs = (storage: Storage): HandledJob[] => [
  handledBy(clearing, async (_, { now, signal }) => {
    const isDone = await unlessBackupRuns(storage.db, async () => {
      const report = await collectGarbage(storage, now, signal);
      storage.log.info({ report }, 'attachments nobody needs were cleared away');
    });
    if (!isDone) storage.log.info('attachments nobody needs stay until the next time: a backup is being made');
  }),
  handledBy(scanning, async (_, { now, signal }) => {
    const report = await scanPending(storage, now, { signal });
    if (report.left > 0) storage.log.warn({ report }, 'some attachments are still not scanned for viruses');
  }),
];
