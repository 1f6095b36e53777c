import { crc32, inflateRawSync } from 'node:zlib';
import { limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { normalizeName, readZipDirectory, type ZipEntry } from './zip-directory.ts';

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
  readonly #entries: Map<string, ZipEntry>;
  #inflated = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Of two of the same name the first counts.
    this.#entries = new Map(
      readZipDirectory(this.#bytes)
        .toReversed()
        .map((entry) => [entry.name, entry]),
    );
  }

  /** Names of all parts, as the package spells them, without a leading slash. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part; undefined when there is none of that name. Names are compared without regard to case. */
  findText(name: string): string | undefined {
    const bytes = this.findBytes(name);
    if (bytes === undefined) return undefined;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
    return bytes.toString('utf8', bytes[0] === 0xef ? 3 : 0);
  }

  /** The bytes of a part; undefined when there is none of that name. */
  findBytes(name: string): Buffer | undefined {
    const entry = this.#entries.get(normalizeName(name));
    return entry && this.#inflate(entry);
  }

  #inflate(entry: ZipEntry): Buffer {
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

/** The packed bytes of an entry, which stand behind its local header. */
function locate(bytes: Buffer, { offset, packedSize }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50)
    throw new DocumentRefusal('damaged-file');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length) throw new DocumentRefusal('damaged-file');
  return bytes.subarray(start, start + packedSize);
}
