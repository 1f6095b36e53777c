import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack as createPack, type Pack } from 'tar-stream';

/** An archive that is being written: a tar file, compressed. */
export interface ArchiveWriter {
  addBytes(name: string, bytes: Uint8Array): Promise<void>;
  /** Adds a member of which `size` bytes are coming; throws when they are more or fewer. */
  addStream(name: string, size: number, content: Readable): Promise<void>;
}

/**
 * Writes an archive so that it is there whole or not at all: under a name of its own beside the target,
 * which it takes when it is complete and on the disk. Holds a few pieces in memory, however large it gets.
 */
export async function writeArchive(path: string, fill: (archive: ArchiveWriter) => Promise<void>): Promise<void> {
  const making = `${path}.part`;
  const pack = createPack();
  // Readable by nobody else: it holds personal data. Compressed lightly: attachments already are.
  const file = createWriteStream(making, { flags: 'w', mode: 0o600, flush: true });
  const written = pipeline(pack, createGzip({ level: 4 }), file);
  try {
    await Promise.race([
      // Only a failure may end this: the pipeline itself ends when everything is in.
      written.then(() => new Promise<never>(() => {})),
      fill(writerOf(pack)).then(() => pack.finalize()),
    ]);
    await written;
    await rename(making, path);
    await keepName(dirname(path));
  } catch (error) {
    pack.destroy();
    // What the disk says tells more than what came of it.
    const first = await written.then(
      () => error,
      (reason) => (reason.code === 'ERR_STREAM_PREMATURE_CLOSE' ? error : reason),
    );
    await rm(making, { force: true });
    throw first;
  }
}

const writerOf = (pack: Pack): ArchiveWriter => ({
  addBytes: (name, bytes) =>
    new Promise((resolve, reject) => {
      pack.entry({ name, ...plain }, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), (error) =>
        error ? reject(error) : resolve(),
      );
    }),
  addStream: async (name, size, content) => {
    await pipeline(content, pack.entry({ name, size, ...plain }));
  },
});

const plain = { mode: 0o600, mtime: new Date(0) };

/** Sees to it that a new name in a folder outlasts a crash. */
async function keepName(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
