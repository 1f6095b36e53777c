import { WorkerLimitReached, WorkerPool } from '../../worker/pool.ts';
import type { InspectedFile } from './inspect-file.ts';
import { type Inspection, unreadable } from './inspection.ts';

/** Looks into a file. */
export type InspectFile = (file: InspectedFile) => Promise<Inspection>;

/** The thread's script; in a build it stands beside the bundle under the same name. */
const script = new URL(
  import.meta.url.endsWith('.ts') ? './inspect-worker.ts' : './inspect-worker.js',
  import.meta.url,
);

/** As much as the largest attachment needs; beyond it a file was made to do harm. */
const limits = { seconds: 40, megabytes: 512 };

let pool: WorkerPool<InspectedFile, Inspection> | undefined;

/**
 * Has a thread look into a file, so that a bad one harms nothing but itself: what takes too long or too much comes back as
 * `unreadable`.
 */
export const inspectInThread: InspectFile = async (file) => {
  pool ??= new WorkerPool<InspectedFile, Inspection>(script, 2, limits);
  try {
    return await pool.run(file);
  } catch (error) {
    if (!(error instanceof WorkerLimitReached)) throw error;
    return unreadable('内容过于庞大或复杂，没有检查完。请拆分或另存后重新上传。');
  }
};
