import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type StagedFile, StorageFault } from './blob-store.ts';

/**
 * Writes a stream to a file of its own in `folder`, hashed on the way; returns when it is on the disk. When
 * the stream breaks off nothing stays.
 *
 * @throws StorageFault `full` when the disk is
 */
export async function stageFile(folder: string, content: Readable): Promise<StagedFile> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      size += piece.length;
      done(null, piece);
    },
  });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    // Closed by the stream; `flush` sees to it that what was written is on the disk before.
    await pipeline(content, measure, file.createWriteStream({ flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw faultOf(error);
  }
  return { path, sha256: hash.digest('hex'), size };
}

/** Stages bytes that are in memory already. */
export const stageBytes = (folder: string, bytes: Uint8Array): Promise<StagedFile> =>
  stageFile(folder, Readable.from([bytes]));

/** Removes a staged file that is not wanted after all. */
export const discard = ({ path }: StagedFile): Promise<void> => rm(path, { force: true });

/** Removes what a process that was killed has left in `folder` before `before`; returns how many files. */
export async function removeStaleFiles(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile() || found.mtime >= before) continue;
    await unlink(path).catch(() => undefined);
    removed += 1;
  }
  return removed;
}

/** The names in a folder in order; none when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** An error of the operating system as a fault of the store, where it is one. */
export function faultOf(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFault('full', error);
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return new StorageFault('unwritable', error);
  return code === 'ENOENT' ? new StorageFault('missing', error) : error;
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
