export { type BackupOptions, type BackupSummary, createBackup } from './create.ts';
export { unlessBackupRuns } from './exclusion.ts';
export { type BackupFiles, filesOf, stateFiles } from './files.ts';
export { type RestoreOptions, type RestoreSummary, restoreBackup, verifyBackup } from './restore.ts';
export { backupJobs, type ScheduledBackupOptions, scheduledBackup } from './scheduled.ts';
export { dropFormerDatabases, listFormerDatabases } from './target.ts';
