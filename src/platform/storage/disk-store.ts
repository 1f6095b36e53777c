import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { assertAddress, type BlobAddress, type BlobStore, type StoredBlob } from './blob-store.ts';
import { codeOf, discard, faultOf, namesIn } from './staging.ts';

/**
 * Contents as files `<folder>/<county>/ab/cd/<sha256>`. A file comes there by renaming a whole one, so that it
 * is there entirely or not at all; the staged files have to be on the same file system.
 */
export function openDiskStore(folder: string): BlobStore {
  const pathOf = (blob: BlobAddress): string => {
    assertAddress(blob);
    return join(folder, blob.countyId, blob.sha256.slice(0, 2), blob.sha256.slice(2, 4), blob.sha256);
  };
  const findSize = async (blob: BlobAddress): Promise<number | undefined> =>
    (await stat(pathOf(blob)).catch(unlessMissing))?.size;

  return {
    findSize,

    async put(countyId, file) {
      const blob = { countyId, sha256: file.sha256 };
      try {
        // One of another size was damaged: it is replaced.
        if ((await findSize(blob)) === file.size) return;
        const path = pathOf(blob);
        const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await rename(file.path, path);
        await keepNames(dirname(path), made ? dirname(made) : dirname(path));
      } catch (error) {
        throw faultOf(error);
      } finally {
        await discard(file);
      }
    },

    async open(blob, range) {
      try {
        const file = await open(pathOf(blob));
        return file.createReadStream(range ? { start: range.first, end: range.last } : {});
      } catch (error) {
        throw faultOf(error);
      }
    },

    async delete(blob) {
      await rm(pathOf(blob), { force: true });
    },

    async *list(countyId) {
      for (const county of countyId === undefined ? await namesIn(folder) : [countyId]) {
        if (/^[0-9a-f-]{36}$/.test(county)) yield* listCounty(folder, county);
      }
    },

    async check() {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const place = join(folder, '.check');
        await (await open(place, 'w', 0o600)).close();
        await rm(place, { force: true });
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

async function* listCounty(folder: string, countyId: string): AsyncGenerator<StoredBlob> {
  const county = join(folder, countyId);
  for (const first of await namesIn(county)) {
    for (const second of await namesIn(join(county, first))) {
      for (const sha256 of await namesIn(join(county, first, second))) {
        const found = await stat(join(county, first, second, sha256)).catch(unlessMissing);
        if (!found?.isFile() || !/^[0-9a-f]{64}$/.test(sha256)) continue;
        yield { countyId, sha256, size: found.size, storedAt: found.mtime };
      }
    }
  }
}

/** Sees to it that new names in `folder` and in the folders above it up to `top` outlast a crash. */
async function keepNames(folder: string, top: string): Promise<void> {
  // Windows knows no such thing for folders and needs none.
  if (process.platform === 'win32') return;
  const below = relative(top, folder);
  const depth = below === '' ? 0 : below.split(sep).length;
  for (let up = 0, at = folder; up <= depth; up++, at = dirname(at)) {
    const handle = await open(at);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}
