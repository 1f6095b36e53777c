import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { defineJob, type HandledJob, handledBy } from '../jobs/index.ts';
import { type BackupOptions, createBackup } from './create.ts';
import { verifyBackup } from './restore.ts';

export interface ScheduledBackupOptions extends Omit<BackupOptions, 'path' | 'now' | 'signal'> {
  /** Where the archives are kept; better not on the disk of the data. */
  folder: string;
  /** Five fields of cron, in the time of China. */
  schedule: string;
  /** How many archives are kept; the oldest go when a new one was found whole. */
  keep: number;
}

const namePattern = /^gongkai-\d{8}T\d{6}Z\.tar\.gz$/;

/** The name of the archive taken at an instant. */
const nameAt = (now: Date): string => `gongkai-${now.toISOString().replace(/[-:]|\.\d+/g, '')}.tar.gz`;

/** The job that makes backups by itself, checks each one, and deletes the oldest. */
export function scheduledBackup({ folder, schedule, keep, ...options }: ScheduledBackupOptions): HandledJob {
  const job = defineJob({
    name: 'system-backup',
    label: '定时备份',
    schedule,
    retryLimit: 2,
    backoffSeconds: 300,
    expireSeconds: 12 * 3_600,
  });
  return handledBy(job, async (_, { now, signal }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, nameAt(now));
    await createBackup({ ...options, path, now, signal });
    const verified = await verifyBackup(path);
    if (!verified.ok) throw Object.assign(new Error(verified.problem.message), { code: verified.problem.code });
    const archives = (await readdir(folder)).filter((name) => namePattern.test(name)).sort();
    for (const name of archives.slice(0, Math.max(0, archives.length - keep))) await rm(join(folder, name));
    // What a killed process has left; at most one backup runs at a time.
    for (const name of await readdir(folder)) {
      if (name.endsWith('.part') && namePattern.test(name.slice(0, -'.part'.length))) await rm(join(folder, name));
    }
  });
}
