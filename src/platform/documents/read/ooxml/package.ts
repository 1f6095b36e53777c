import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';

interface Entry {
  method: number;
  isEncrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  offset: number;
}

/** Parts smaller than this may pack as well as they like. */
const harmlessBytes = 1024 * 1024;

/**
 * The parts of a zip package (.docx, .xlsx), inflated one by one when they are asked for.
 *
 * The declared size, the real size, their ratio to the packed size and the sum of all parts read are bounded; a part that
 * exceeds them refuses the file while it is being inflated, before the memory is used. Checksums are verified.
 */
export class OfficePackage {
  readonly #bytes: Buffer;
  readonly #entries: Map<string, Entry>;
  #inflated = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#bytes);
  }

  /** Names of all parts, as the package spells them, without a leading slash. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part; undefined when there is none of that name. Names are compared without regard to case. */
  findText(name: string): string | undefined {
    const entry = this.#entries.get(normalizeName(name));
    if (entry === undefined) return undefined;
    const bytes = this.#inflate(entry);
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
    return bytes.toString('utf8', bytes[0] === 0xef ? 3 : 0);
  }

  #inflate(entry: Entry): Buffer {
    if (entry.isEncrypted) throw new DocumentRefusal('password-protected');
    const packed = locate(this.#bytes, entry);
    const allowed = Math.min(
      limits.partBytes,
      limits.packageBytes - this.#inflated,
      Math.max(harmlessBytes, entry.packedSize * limits.zipRatio),
    );
    if (entry.size > allowed) throw new DocumentRefusal('expansion-bomb');
    const bytes = entry.method === 0 ? packed : inflate(packed, entry.method, allowed);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new DocumentRefusal('damaged-file');
    this.#inflated += bytes.length;
    return bytes;
  }
}

function inflate(packed: Buffer, method: number, allowed: number): Buffer {
  if (method !== 8) throw new DocumentRefusal('damaged-file');
  try {
    return inflateRawSync(packed, { maxOutputLength: allowed });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new DocumentRefusal(isTooLarge ? 'expansion-bomb' : 'damaged-file');
  }
}

const normalizeName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Reads the directory at the end of a zip file, with its 64-bit form. */
function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findDirectoryEnd(bytes);
  let count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
    const far = readInteger64(bytes, end - 12);
    if (far + 56 > bytes.length || bytes.readUInt32LE(far) !== 0x06064b50) throw new DocumentRefusal('damaged-file');
    count = readInteger64(bytes, far + 32);
    at = readInteger64(bytes, far + 48);
  }
  if (count > limits.zipEntries) throw new DocumentRefusal('expansion-bomb');

  const entries = new Map<string, Entry>();
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new DocumentRefusal('damaged-file');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = normalizeName(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    const entry: Entry = {
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    readExtra64(bytes, at + 46 + nameLength, extraLength, entry);
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function findDirectoryEnd(bytes: Buffer): number {
  // The record may be followed by a comment of up to 64 KB.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw new DocumentRefusal('damaged-file');
}

/** Sizes and offsets that do not fit into 32 bits stand in an extra field, in this order, each only if needed. */
function readExtra64(bytes: Buffer, from: number, length: number, entry: Entry): void {
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

/** The packed bytes of an entry, which stand behind its local header. */
function locate(bytes: Buffer, { offset, packedSize }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50)
    throw new DocumentRefusal('damaged-file');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length) throw new DocumentRefusal('damaged-file');
  return bytes.subarray(start, start + packedSize);
}
