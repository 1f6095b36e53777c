import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { defineJob, type HandledJob, handledBy } from '../jobs/index.ts';
import { type BackupOptions, createBackup } from './create.ts';
import { stateFiles } from './files.ts';
import { verifyBackup } from './restore.ts';

export interface ScheduledBackupOptions extends Pick<BackupOptions, 'files' | 'programVersion' | 'others'> {
  /** Asked for each time: on Windows the port may change, and keys are added. */
  connection: () => BackupOptions['connection'];
  keyIds: () => BackupOptions['keyIds'];
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
export function scheduledBackup(options: ScheduledBackupOptions): HandledJob {
  const { folder, schedule, keep, files, programVersion, others = {} } = options;
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
    const [connection, keyIds] = [options.connection(), options.keyIds()];
    await createBackup({ path, connection, files, programVersion, keyIds, others, now, signal });
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

/** The backups that the environment asks for: none, or one job. */
export const backupJobs = (
  config: Pick<Config, 'backupFolder' | 'backupSchedule' | 'backupsKept' | 'dataFolder'>,
  options: Pick<ScheduledBackupOptions, 'connection' | 'keyIds' | 'files' | 'programVersion'>,
): HandledJob[] =>
  config.backupFolder.path === undefined
    ? []
    : [
        scheduledBackup({
          ...options,
          folder: config.backupFolder.path,
          schedule: config.backupSchedule,
          keep: config.backupsKept,
          others: stateFiles(config.dataFolder),
        }),
      ];
