export { type BackupOptions, type BackupSummary, backupLock, createBackup } from './create.ts';
export { type BackupFiles, filesOf } from './files.ts';
export { type RestoreOptions, type RestoreSummary, restoreBackup, verifyBackup } from './restore.ts';
export { dropFormerDatabases, listFormerDatabases } from './target.ts';
