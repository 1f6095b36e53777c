import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract as createExtract } from 'tar-stream';
import { z } from 'zod';
import type { BlobAddress } from '../storage/blob-store.ts';
import { countRows, fileLine } from './create.ts';
import {
  ArchiveDamaged,
  ArchiveTooNew,
  formatVersion,
  type Head,
  headShape,
  type Manifest,
  manifestShape,
  members,
  type TableName,
} from './format.ts';
import { sha256 } from './write.ts';

/** What is done with the content of an archive while it is read; without it the archive is only checked. */
export interface ArchiveSink {
  /** Comes first; throws to read no further. */
  head?(head: Head): Promise<void>;
  /** A piece of a table, in the order of the rows. */
  rows?(table: Head['tables'][number], piece: Buffer): Promise<void>;
  /** The content of an attachment; has to be read to its end. */
  file?(blob: BlobAddress, size: number, content: Readable): Promise<void>;
  /** A file of the data folder, named `keys/…` or `state/…`. */
  other?(name: string, bytes: Buffer): Promise<void>;
}

export interface ReadArchive {
  head: Head;
  manifest: Manifest;
}

/** A member of a tar file. */
type Entry = AsyncIterable<Buffer> & { header: { name: string; size: number } };

/** What every format, also one to come, begins with. */
const anyHead = z.object({ format: z.literal('gongkai-backup'), formatVersion: z.int(), programVersion: z.string() });

/** Members that are taken into memory as a whole are no larger than this. */
const largestPiece = 64 * 1024 * 1024;

/**
 * Reads an archive from beginning to end and checks everything in it: that nothing is missing, nothing
 * too much, nothing out of order, every digest.
 *
 * @throws ArchiveTooNew when a newer program made it, ArchiveDamaged with what is wrong, in Chinese; what the sink throws goes through
 */
export async function readArchive(path: string, sink: ArchiveSink = {}): Promise<ReadArchive> {
  const extract = createExtract();
  const flow = pipeline(createReadStream(path), createGunzip(), extract);
  // Reported below, or by the iteration that it breaks off.
  flow.catch(() => undefined);
  const reading = new Reading(sink);
  try {
    for await (const entry of extract) {
      await reading.take(entry as unknown as Entry);
      entry.resume();
    }
    await flow;
    return reading.finish();
  } catch (error) {
    throw isBroken(error) ? new ArchiveDamaged('文件不完整或已损坏，无法读到末尾', { cause: error }) : error;
  }
}

const isBroken = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^Z_/.test(String(error.code))) ||
    /^(?:Invalid (?:tar )?header|Unexpected end of data|Header exceeds|unexpected end of file|Writable stream closed)/i.test(
      error.message,
    ));

/** Goes through the members in the one order they may have. */
class Reading {
  readonly #sink: ArchiveSink;
  #head: { value: Head; digest: string } | undefined;
  #tables = new Map<string, { rows: number; parts: number; bytes: number; hash: ReturnType<typeof createHash> }>();
  #at = 0;
  #files = { count: 0, bytes: 0, hash: createHash('sha256'), last: '' };
  #others: Manifest['others'] = [];
  #manifest: { value: Manifest; digest: string } | undefined;
  #sealed = false;

  constructor(sink: ArchiveSink) {
    this.#sink = sink;
  }

  async take(entry: Entry): Promise<void> {
    const { name } = entry.header;
    if (this.#sealed) throw new ArchiveDamaged(`末尾多出内容 ${printable(name)}`);
    if (!this.#head) return this.#takeHead(entry);
    if (this.#manifest) return this.#takeSeal(entry);
    const [kind] = name.split('/');
    if (kind === 'tables' && this.#files.count === 0 && this.#others.length === 0) return this.#takeRows(entry);
    if (kind === 'files' && this.#others.length === 0) return this.#takeFile(entry);
    if (kind === 'other') return this.#takeOther(entry);
    if (name === members.manifest) return this.#takeManifest(entry);
    throw new ArchiveDamaged(`有不属于备份的内容 ${printable(name)}`);
  }

  finish(): ReadArchive {
    if (!this.#head || !this.#manifest || !this.#sealed) throw new ArchiveDamaged('文件不完整，缺少末尾的清单');
    return { head: this.#head.value, manifest: this.#manifest.value };
  }

  async #takeHead(entry: Entry): Promise<void> {
    if (entry.header.name !== members.head) throw new ArchiveDamaged('这不是本系统的备份文件');
    const bytes = await bytesOf(entry);
    const any = parse(anyHead, bytes, '开头的说明');
    if (any.formatVersion > formatVersion) throw new ArchiveTooNew(any.programVersion);
    const value = parse(headShape, bytes, '开头的说明');
    this.#head = { value, digest: sha256(bytes) };
    await this.#sink.head?.(value);
  }

  async #takeRows(entry: Entry): Promise<void> {
    const tables = this.#head?.value.tables ?? [];
    let table = tables[this.#at];
    // A table without rows has no piece.
    while (table && !entry.header.name.startsWith(`tables/${table.schema}.${table.name}/`)) {
      this.#at += 1;
      table = tables[this.#at];
    }
    if (!table) throw new ArchiveDamaged(`数据表内容 ${printable(entry.header.name)} 多余或次序不对`);
    const saved = this.#saved(table);
    saved.parts += 1;
    if (entry.header.name !== members.table(table, saved.parts)) {
      throw new ArchiveDamaged(`数据表 ${table.name} 的内容缺少一段或次序不对`);
    }
    const piece = await bytesOf(entry);
    saved.rows += countRows(piece);
    saved.bytes += piece.length;
    saved.hash.update(piece);
    await this.#sink.rows?.(table, piece);
  }

  async #takeFile(entry: Entry): Promise<void> {
    const [, countyId = '', digest = '', ...rest] = entry.header.name.split('/');
    const isAddress = /^[0-9a-f-]{36}$/.test(countyId) && /^[0-9a-f]{64}$/.test(digest) && rest.length === 0;
    if (!isAddress || entry.header.name <= this.#files.last) {
      throw new ArchiveDamaged(`附件 ${printable(entry.header.name)} 多余或次序不对`);
    }
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(piece: Buffer, _, done) {
        hash.update(piece);
        size += piece.length;
        done(null, piece);
      },
    });
    const blob = { countyId, sha256: digest };
    const flowing = pipeline(entry, measure);
    const { file } = this.#sink;
    await Promise.all([flowing, file ? file(blob, entry.header.size, measure) : drain(measure)]);
    if (hash.digest('hex') !== digest) throw new ArchiveDamaged(`附件 ${digest.slice(0, 12)}… 的内容与其校验值不符`);
    this.#files.last = entry.header.name;
    this.#files.count += 1;
    this.#files.bytes += size;
    this.#files.hash.update(fileLine(blob, size));
  }

  async #takeOther(entry: Entry): Promise<void> {
    const name = entry.header.name.slice('other/'.length);
    if (!/^(?:keys|state)\/\w[\w.-]{0,80}$/.test(name)) {
      throw new ArchiveDamaged(`有不属于备份的内容 ${printable(entry.header.name)}`);
    }
    const bytes = await bytesOf(entry);
    this.#others.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
    await this.#sink.other?.(name, bytes);
  }

  async #takeManifest(entry: Entry): Promise<void> {
    const bytes = await bytesOf(entry);
    const manifest = parse(manifestShape, bytes, '末尾的清单');
    this.#manifest = { value: manifest, digest: sha256(bytes) };
    if (manifest.head !== this.#head?.digest) throw new ArchiveDamaged('开头的说明与末尾的清单不符');
    for (const table of this.#head.value.tables) {
      const { rows, parts, bytes: size, hash } = this.#saved(table);
      const found = { rows, parts, bytes: size, sha256: hash.digest('hex') };
      const listed = manifest.tables.find(({ schema, name }) => schema === table.schema && name === table.name);
      if (!listed || !isSame(found, listed)) throw new ArchiveDamaged(`数据表 ${table.name} 的内容与清单不符`);
    }
    if (manifest.tables.length !== this.#head.value.tables.length) throw new ArchiveDamaged('清单中的数据表多余');
    const { count, bytes: size, hash } = this.#files;
    if (!isSame({ count, bytes: size, sha256: hash.digest('hex') }, manifest.files)) {
      throw new ArchiveDamaged('附件与清单不符，有缺少或多余');
    }
    if (JSON.stringify(this.#others) !== JSON.stringify(manifest.others))
      throw new ArchiveDamaged('密钥等文件与清单不符');
  }

  async #takeSeal(entry: Entry): Promise<void> {
    const written = (await bytesOf(entry)).toString();
    if (entry.header.name !== members.seal || written !== `${this.#manifest?.digest}  ${members.manifest}\n`) {
      throw new ArchiveDamaged('末尾的清单与其校验值不符');
    }
    this.#sealed = true;
  }

  #saved({ schema, name }: TableName) {
    const key = `${schema}.${name}`;
    const saved = this.#tables.get(key) ?? { rows: 0, parts: 0, bytes: 0, hash: createHash('sha256') };
    this.#tables.set(key, saved);
    return saved;
  }
}

async function bytesOf(entry: Entry): Promise<Buffer> {
  if (entry.header.size > largestPiece) throw new ArchiveDamaged(`${printable(entry.header.name)} 过大`);
  return buffer(entry);
}

async function drain(stream: Readable): Promise<void> {
  for await (const _ of stream);
}

function parse<Shape extends z.ZodType>(shape: Shape, bytes: Buffer, what: string): z.output<Shape> {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    throw new ArchiveDamaged(`${what}无法识别`);
  }
}

const isSame = (found: Record<string, unknown>, listed: Record<string, unknown>): boolean =>
  Object.entries(found).every(([name, value]) => listed[name] === value);

/** A name from the archive, for a message: nothing that a terminal would take for a command. */
const printable = (name: string): string => `“${name.replace(/[^\w./-]/g, '?').slice(0, 80)}”`;
