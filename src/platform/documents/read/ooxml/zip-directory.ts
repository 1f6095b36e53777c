import { limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';

/** One file in a zip package, as the directory describes it; nothing of it is verified yet. */
export interface ZipEntry {
  /** As `normalizeName` gives it. */
  name: string;
  /** 0 for stored, 8 for deflated. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  /** Of its local header in the file. */
  offset: number;
}

/** The name of an entry as it is compared: no leading slash, no backslash, lower case. */
export const normalizeName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/**
 * Reads the directory at the end of a zip file, with its 64-bit form.
 *
 * @param bytes the file, or its end
 * @param base where in the file `bytes` begin
 * @throws DocumentRefusal when there is none, it is broken, too long or begins before `base`
 */
export function readZipDirectory(bytes: Buffer, base = 0): ZipEntry[] {
  const end = findDirectoryEnd(bytes);
  let count = bytes.readUInt16LE(end + 10);
  let start = bytes.readUInt32LE(end + 16);
  if ((count === 0xffff || start === 0xffffffff) && end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
    const far = readInteger64(bytes, end - 12) - base;
    if (far < 0 || far + 56 > bytes.length || bytes.readUInt32LE(far) !== 0x06064b50)
      throw new DocumentRefusal('damaged-file');
    count = readInteger64(bytes, far + 32);
    start = readInteger64(bytes, far + 48);
  }
  if (count > limits.zipEntries) throw new DocumentRefusal('expansion-bomb');

  let at = start - base;
  if (at < 0) throw new DocumentRefusal('damaged-file');
  const entries: ZipEntry[] = [];
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new DocumentRefusal('damaged-file');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = normalizeName(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    const entry: ZipEntry = {
      name,
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    readExtra64(bytes, at + 46 + nameLength, extraLength, entry);
    entries.push(entry);
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the record at the end of a zip file begins. */
export function findDirectoryEnd(bytes: Buffer): number {
  // The record may be followed by a comment of up to 64 KB.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw new DocumentRefusal('damaged-file');
}

/** Sizes and offsets that do not fit into 32 bits stand in an extra field, in this order, each only if needed. */
function readExtra64(bytes: Buffer, from: number, length: number, entry: ZipEntry): void {
  if (entry.size !== 0xffffffff && entry.packedSize !== 0xffffffff && entry.offset !== 0xffffffff) return;
  for (let at = from; at + 4 <= Math.min(from + length, bytes.length); at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'packedSize', 'offset'] as const) {
      if (entry[key] !== 0xffffffff) continue;
      if (field + 8 > bytes.length) throw new DocumentRefusal('damaged-file');
      entry[key] = readInteger64(bytes, field);
      field += 8;
    }
  }
}

function readInteger64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
