import type { FileHandle } from 'node:fs/promises';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Result, success } from '../../kernel/result.ts';
import { findDirectoryEnd, readZipDirectory, type ZipEntry } from '../documents/read/ooxml/zip-directory.ts';
import { DocumentRefusal } from '../documents/read/refusal.ts';
import { pieces } from './pieces.ts';
import { refuseContent } from './refusals.ts';

/** Bounds that no office file comes near and that a zip bomb breaks. */
const bounds = {
  /** All entries together, unpacked. */
  bytes: 1024 * 1024 * 1024,
  /** Unpacked size against packed size, for a package that is larger than `harmlessBytes` unpacked. */
  ratio: 200,
  harmlessBytes: 100 * 1024 * 1024,
  /** The end of the file that the directory has to stand in. */
  directoryBytes: 4 * 1024 * 1024,
};

/** A zip package whose directory is sound. */
export interface OpenedPackage {
  /** Of all entries, in lower case. */
  names: string[];
  /** Unpacks everything, keeping nothing, and refuses when more comes out than the directory says. */
  verify(): Promise<Result<undefined>>;
}

/** Opens a zip package on disk within bounds of size, whatever its directory says; nothing is unpacked yet. */
export async function openPackage(file: FileHandle, size: number): Promise<Result<OpenedPackage>> {
  const tail = Buffer.alloc(Math.min(size, bounds.directoryBytes));
  const base = size - tail.length;
  await file.read(tail, 0, tail.length, base);
  try {
    const end = findDirectoryEnd(tail);
    if (end + 22 + tail.readUInt16LE(end + 20) !== tail.length) return refuseContent('two-in-one');
    const entries = readZipDirectory(tail, base);
    const refusal = judge(entries, size);
    if (refusal) return refusal;
    return success({ names: entries.map(({ name }) => name), verify: () => verifyEntries(file, entries) });
  } catch (error) {
    if (!(error instanceof DocumentRefusal) && !(error instanceof RangeError)) throw error;
    return error instanceof DocumentRefusal && error.code === 'expansion-bomb'
      ? refuseContent('expansion-bomb')
      : refuseContent('damaged-file');
  }
}

function judge(entries: readonly ZipEntry[], fileSize: number): Result<never> | undefined {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refuseContent('locked');
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > bounds.bytes) return refuseContent('expansion-bomb');
  if (unpacked > bounds.harmlessBytes && unpacked > fileSize * bounds.ratio) return refuseContent('expansion-bomb');
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  // Entries that share their bytes are how a small file becomes a large bomb.
  const ends = inOrder.map(({ offset, packedSize }) => offset + 30 + packedSize);
  if (inOrder.some(({ offset }, index) => index > 0 && offset < (ends[index - 1] ?? 0)))
    return refuseContent('expansion-bomb');
  if ((ends.at(-1) ?? 0) > fileSize) return refuseContent('damaged-file');
  // Another file stands before the first entry.
  return (inOrder[0]?.offset ?? 0) > 0 ? refuseContent('two-in-one') : undefined;
}

async function verifyEntries(file: FileHandle, entries: readonly ZipEntry[]): Promise<Result<undefined>> {
  for (const entry of entries) {
    if (entry.method === 0 && entry.size === entry.packedSize) continue;
    if (entry.method !== 8) return refuseContent('damaged-file');
    const refusal = await verifyEntry(file, entry);
    if (refusal) return refusal;
  }
  return success(undefined);
}

async function verifyEntry(file: FileHandle, entry: ZipEntry): Promise<Result<never> | undefined> {
  const header = Buffer.alloc(30);
  const { bytesRead } = await file.read(header, 0, 30, entry.offset);
  if (bytesRead < 30 || header.readUInt32LE(0) !== 0x04034b50) return refuseContent('damaged-file');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let unpacked = 0;
  let sum = 0;
  const count = new Writable({
    write(piece: Buffer, _, done) {
      unpacked += piece.length;
      sum = crc32(piece, sum);
      done(unpacked > entry.size ? new MoreThanSaid() : null);
    },
  });
  try {
    await pipeline(Readable.from(pieces(file, start, start + entry.packedSize, 0)), createInflateRaw(), count);
  } catch (error) {
    if (error instanceof MoreThanSaid) return refuseContent('expansion-bomb');
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return refuseContent('damaged-file');
    throw error;
  }
  return unpacked === entry.size && sum === entry.crc ? undefined : refuseContent('damaged-file');
}

/** More came out of an entry than the directory says. */
class MoreThanSaid extends Error {}
