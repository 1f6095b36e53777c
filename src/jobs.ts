import { defineJob, type HandledJob, handledBy } from './platform/jobs/index.ts';
import { collectGarbage, scanPending } from './platform/storage/index.ts';
import type { System } from './system.ts';

const collectUnused = defineJob({ name: 'storage-garbage', label: '清理无人使用的附件', schedule: '20 3 * * *' });
const scanLater = defineJob({ name: 'storage-scan', label: '补查上传时未能查毒的附件', schedule: '5 * * * *' });

/** Everything that is done in the background, and what does it. */
export const listJobs = ({ storage, log }: System): HandledJob[] => [
  handledBy(collectUnused, async (_, { now, signal }) => {
    log.info(await collectGarbage(storage, now, signal), 'unused attachments cleared away');
  }),
  handledBy(scanLater, async (_, { now, signal }) => {
    log.info(await scanPending(storage, now, { signal }), 'attachments scanned later');
  }),
];
