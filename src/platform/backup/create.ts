import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import pg, { type ClientBase, type ClientConfig } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  copyOut,
  findAppliedMigrations,
  listSequences,
  listTables,
  type SavedTable,
  sameTextEverywhere,
} from './catalog.ts';
import { backupLock } from './exclusion.ts';
import type { BackupFiles } from './files.ts';
import { formatVersion, type Head, type Manifest, members } from './format.ts';
import { type ArchiveWriter, sha256, writeArchive } from './write.ts';

export interface BackupOptions {
  /** Where the archive is to be; what has the name already is replaced when the new one is whole. */
  path: string;
  /** As the owner of the tables. */
  connection: ClientConfig;
  files: BackupFiles;
  programVersion: string;
  /** Ids of the keys that sealed columns need. */
  keyIds: readonly string[];
  /**
   * Paths of further files to have inside, by name: `keys/…`, with which whoever gets the archive can
   * read everything, and `state/…`. One that is not there is left out.
   */
  others?: Readonly<Record<string, string>>;
  now: Date;
  signal?: AbortSignal;
}

/** What a backup holds. */
export interface BackupSummary {
  tables: number;
  rows: number;
  files: number;
  fileBytes: number;
  /** Contents that the tables speak of and that are not in the store. */
  missingFiles: number;
}

/** Bytes of a table that are gathered into one member. */
const pieceSize = 4 * 1024 * 1024;

/**
 * Saves the whole system into one file while it runs: every table as of one instant, and the contents
 * of all attachments these tables speak of.
 */
export async function createBackup(options: BackupOptions): Promise<BackupSummary> {
  const client = new pg.Client({ ...options.connection, application_name: 'gongkai backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock_shared($1)', [backupLock]);
    await client.query(sameTextEverywhere);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    let summary: BackupSummary | undefined;
    await writeArchive(options.path, async (archive) => {
      summary = await fill(archive, client, options);
    });
    await client.query('COMMIT');
    if (!summary) throw new Error('nothing was saved');
    return summary;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function fill(archive: ArchiveWriter, client: ClientBase, options: BackupOptions): Promise<BackupSummary> {
  const migrations = await findAppliedMigrations(client);
  if (!migrations) throw new Error('there are no tables to save');
  const tables = await listTables(client);
  const head: Head = {
    format: 'gongkai-backup',
    formatVersion,
    programVersion: options.programVersion,
    takenAt: options.now.toISOString(),
    migrations,
    tables: tables.map(({ schema, name, columns }) => ({ schema: schema as 'public', name, columns })),
    withKeys: Object.keys(options.others ?? {}).some((name) => name.startsWith('keys/')),
    keyIds: [...options.keyIds],
  };
  const headBytes = Buffer.from(`${JSON.stringify(head, null, 2)}\n`);
  await archive.addBytes(members.head, headBytes);

  const savedTables: Manifest['tables'] = [];
  for (const table of tables) {
    options.signal?.throwIfAborted();
    savedTables.push(await saveTable(archive, client, table));
  }
  const { missingFiles, ...files } = await saveFiles(archive, client, options);
  const others = await saveOthers(archive, options.others ?? {});
  const manifest: Manifest = {
    head: sha256(headBytes),
    tables: savedTables,
    // Read last: a sequence does not keep to the snapshot, and must not stand before any row of it.
    sequences: await listSequences(client),
    files,
    missingFiles,
    others,
  };
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await archive.addBytes(members.manifest, manifestBytes);
  await archive.addBytes(members.seal, Buffer.from(`${sha256(manifestBytes)}  ${members.manifest}\n`));
  return {
    tables: tables.length,
    rows: savedTables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.count,
    fileBytes: files.bytes,
    missingFiles: missingFiles.length,
  };
}

async function saveTable(
  archive: ArchiveWriter,
  client: ClientBase,
  table: SavedTable,
): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  let parts = 0;
  let bytes = 0;
  let rows = 0;
  let gathered: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    const piece = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    parts += 1;
    bytes += piece.length;
    rows += countRows(piece);
    hash.update(piece);
    await archive.addBytes(members.table(table, parts), piece);
  };
  const stream: AsyncIterable<Buffer> = client.query(copyTo(copyOut(table)));
  for await (const chunk of stream) {
    gathered.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) await flush();
  }
  await flush();
  return { schema: table.schema as 'public', name: table.name, rows, parts, bytes, sha256: hash.digest('hex') };
}

/** In the text format of COPY each row ends with a line feed, and no other line feed is left as it is. */
export function countRows(piece: Uint8Array): number {
  let rows = 0;
  for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, at + 1)) rows += 1;
  return rows;
}

async function saveFiles(
  archive: ArchiveWriter,
  client: ClientBase,
  { files, signal }: BackupOptions,
): Promise<Manifest['files'] & Pick<Manifest, 'missingFiles'>> {
  const hash = createHash('sha256');
  const missingFiles: Manifest['missingFiles'] = [];
  let count = 0;
  let bytes = 0;
  await client.query(`DECLARE blobs NO SCROLL CURSOR FOR
    SELECT county_id AS "countyId", sha256 FROM storage_blob WHERE collected_at IS NULL ORDER BY county_id, sha256 COLLATE "C"`);
  for (;;) {
    const { rows } = await client.query<{ countyId: string; sha256: string }>('FETCH 500 FROM blobs');
    if (rows.length === 0) break;
    for (const blob of rows) {
      signal?.throwIfAborted();
      const size = await files.findSize(blob);
      if (size === undefined) {
        missingFiles.push({ countyId: blob.countyId, sha256: blob.sha256 });
        continue;
      }
      await archive.addStream(members.file(blob.countyId, blob.sha256), size, await files.open(blob));
      hash.update(fileLine(blob, size));
      count += 1;
      bytes += size;
    }
  }
  await client.query('CLOSE blobs');
  return { count, bytes, sha256: hash.digest('hex'), missingFiles };
}

export const fileLine = ({ countyId, sha256: digest }: { countyId: string; sha256: string }, size: number): string =>
  `${countyId}/${digest} ${size}\n`;

async function saveOthers(
  archive: ArchiveWriter,
  paths: Readonly<Record<string, string>>,
): Promise<Manifest['others']> {
  const others: Manifest['others'] = [];
  for (const [name, path] of Object.entries(paths)) {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!bytes) continue;
    await archive.addBytes(members.other(name), bytes);
    others.push({ name, bytes: bytes.length, sha256: sha256(bytes) });
  }
  return others;
}
