import { failure } from '../../../kernel/result.ts';

/** Refusals of more than one file. */
export const diskFull = (folder: string) =>
  failure(
    'database-disk-full',
    `磁盘空间不足，数据库无法启动。请清理 ${folder} 所在的磁盘，留出至少 500 MB 后再试；已经保存的数据不受影响。`,
  );

/** Whether an error of the file system, or what a program has written, says that the disk is full or a quota used up. */
export function tellsOfFullDisk(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return true;
  return typeof cause === 'string' && /No space left on device|Disk quota exceeded|File too large/.test(cause);
}
