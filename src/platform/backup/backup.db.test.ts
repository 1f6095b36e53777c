import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg, { type ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import { success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { newId } from '../db/index.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { defineJob, enqueue } from '../jobs/index.ts';
import type { BlobAddress } from '../storage/blob-store.ts';
import { openDiskStore } from '../storage/disk-store.ts';
import { stageBytes } from '../storage/staging.ts';
import { listTables, quoteTable, sameTextEverywhere } from './catalog.ts';
import {
  type BackupOptions,
  createBackup,
  dropFormerDatabases,
  filesOf,
  listFormerDatabases,
  type RestoreOptions,
  restoreBackup,
  type ScheduledBackupOptions,
  scheduledBackup,
  unlessBackupRuns,
  verifyBackup,
} from './index.ts';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'));
const archive = join(folder, 'all.gongkai');
const now = new Date('2026-11-20T02:00:00Z');
const countyId = newId();
const actor = { countyId, name: '测试', from: '本机' };
const store = openDiskStore(join(folder, 'store'));
const files = filesOf(store, join(folder, 'staging'));
const contents = [randomBytes(10), randomBytes(200_000), Buffer.alloc(0), Buffer.from('附件'.repeat(50_000))];
const missing = 'f'.repeat(64);
const made: string[] = [];
const migrations = readMigrations();

const backup = (options: Partial<BackupOptions> = {}) =>
  createBackup({
    path: archive,
    connection: database.ownerConnection,
    files,
    programVersion: '1.0.0',
    keyIds: ['k1'],
    now,
    ...options,
  });

const restore = (connection: ClientConfig, options: Partial<RestoreOptions> = {}) =>
  restoreBackup({
    path: archive,
    connection,
    files: filesOf(openDiskStore(join(folder, 'restored')), join(folder, 'staging')),
    verifyAudit: async () => success(0),
    replace: false,
    now,
    migrations,
    ...options,
  });

/** An empty database on the same server. */
async function emptyDatabase(): Promise<ClientConfig> {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  made.push(name);
  await asOwner(database.ownerConnection, (client) => client.query(`CREATE DATABASE ${name}`));
  return { ...database.ownerConnection, database: name };
}

/** A digest of the rows of each table. */
const digests = (connection: ClientConfig): Promise<Record<string, string>> =>
  asOwner(connection, async (client) => {
    await client.query(sameTextEverywhere);
    const digest: Record<string, string> = {};
    for (const table of await listTables(client)) {
      const { rows } = await client.query(
        `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY ${table.order}), '')) || ' ' || count(*) AS digest FROM ${quoteTable(table)} t`,
      );
      digest[quoteTable(table)] = rows[0].digest;
    }
    return digest;
  });

const addCounty = (name: string, id = newId()) =>
  write(database.db, actor, now, async (trx, record) => {
    const divisionCode = String(Math.floor(Math.random() * 1e12)).padStart(12, '9');
    await trx.insertInto('organisationCounty').values({ id, name, divisionCode, createdAt: now }).execute();
    record({ action: 'county.create', record: { kind: 'county', id, label: name }, after: { name } });
  });

beforeAll(async () => {
  await addCounty('云溪县', countyId);
  for (const content of contents) {
    const staged = await stageBytes(join(folder, 'staging'), content);
    const { sha256, size } = staged;
    await store.put(countyId, staged);
    await database.db
      .insertInto('storageBlob')
      .values({ countyId, sha256, size, mediaType: 'text/plain', scanVerdict: 'unscanned', lastUsedAt: now })
      .execute();
  }
  // What a name may hold, and what COPY writes in its own way.
  await addCounty('换行\n制表\t反斜线\\N 引号" 😀');
  const job = defineJob({ name: 'letter', label: '寄送' });
  await enqueue(database.db, job, {});
  await backup();
});

afterAll(async () => {
  await asOwner(database.ownerConnection, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database');
    for (const name of made) {
      for (const each of rows.filter((row) => row.name.startsWith(name)))
        await client.query(`DROP DATABASE IF EXISTS "${each.name}" WITH (FORCE)`);
    }
  });
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('comes back on an empty machine to the same rows, attachments and jobs', async () => {
    expect(await backup()).toMatchObject({ files: 4, missingFiles: 0 });
    const connection = await emptyDatabase();
    expect(await restore(connection)).toMatchObject({ ok: true });
    expect(await digests(connection)).toEqual(await digests(database.ownerConnection));
    const restored = openDiskStore(join(folder, 'restored'));
    for (const content of contents) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(await restored.findSize({ countyId, sha256 })).toBe(content.length);
    }
  });

  test('taken while people write holds one instant: each change with its audit, nothing half', async () => {
    let writing = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (writing) await addCounty('写入中');
    });
    const path = join(folder, 'busy.gongkai');
    const done = backup({ path });
    await done;
    writing = false;
    await Promise.all(writers);
    const connection = await emptyDatabase();
    expect(await restore(connection, { path })).toMatchObject({ ok: true });
    const { rows } = await asOwner(connection, (client) =>
      client.query(`SELECT (SELECT count(*)::int FROM organisation_county) AS counties,
        (SELECT count(*)::int FROM audit_entry) AS entries, (SELECT sequence::int FROM audit_head) AS head`),
    );
    expect(rows[0].counties).toBe(rows[0].entries);
    expect(rows[0].head).toBe(rows[0].entries);
  });

  test('goes on being used after it came back: triggers, foreign keys and rights are as they were', async () => {
    const connection = await emptyDatabase();
    await restore(connection);
    const shape = `SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`;
    const triggers = 'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1';
    const rights = `SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = 'gongkai_app' ORDER BY 1, 2`;
    for (const query of [shape, triggers, rights]) {
      const [now, then] = await Promise.all(
        [connection, database.ownerConnection].map((each) => asOwner(each, async (c) => (await c.query(query)).rows)),
      );
      expect(now?.length).toBeGreaterThan(0);
      expect(now).toEqual(then);
    }
    await expect(asOwner(connection, (client) => client.query('DELETE FROM audit_entry'))).rejects.toThrow(
      'never allowed',
    );
  });

  test('says which contents the store has lost, and is whole otherwise', async () => {
    await database.db
      .insertInto('storageBlob')
      .values({
        countyId,
        sha256: missing,
        size: 1,
        mediaType: 'text/plain',
        scanVerdict: 'unscanned',
        lastUsedAt: now,
      })
      .execute();
    const path = join(folder, 'gap.gongkai');
    expect(await backup({ path })).toMatchObject({ files: 4, missingFiles: 1 });
    await database.db.deleteFrom('storageBlob').where('sha256', '=', missing).execute();
    const verified = await verifyBackup(path);
    expect(verified.ok && verified.value.manifest.missingFiles).toEqual([{ countyId, sha256: missing }]);
  });

  test('can be read by its owner only, and leaves nothing behind when it fails', async () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    const path = join(folder, 'failed.gongkai');
    const broken = { ...files, open: async () => Promise.reject(new Error('disk gone')) };
    await expect(backup({ path, files: broken })).rejects.toThrow('disk gone');
    expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([]);
  });
});

describe('a damaged archive', () => {
  const bytes = () => readFileSync(archive);
  const tar = () => gunzipSync(bytes());
  const flipped = (content: Buffer, at: number) => {
    content[at] = (content[at] ?? 0) ^ 1;
    return content;
  };
  /** Where in the tar file a member begins and ends, its header included. */
  const member = (content: Buffer, name: string) => {
    const at = Math.floor(content.indexOf(name) / 512) * 512;
    const size = Number.parseInt(content.subarray(at + 124, at + 135).toString(), 8);
    return { at, end: at + 512 + Math.ceil(size / 512) * 512 };
  };
  const without = (content: Buffer, name: string) => {
    const { at, end } = member(content, name);
    return Buffer.concat([content.subarray(0, at), content.subarray(end)]);
  };

  test.each<[string, () => Buffer]>([
    ['cut in the middle', () => bytes().subarray(0, Math.floor(bytes().length / 2))],
    ['cut by one byte', () => bytes().subarray(0, -1)],
    ['with a byte changed', () => flipped(bytes(), Math.floor(bytes().length / 3))],
    [
      'with a byte changed and packed anew',
      () => gzipSync(flipped(tar(), member(tar(), 'tables/public.organisation_county/').at + 520)),
    ],
    ['with a byte of an attachment changed', () => gzipSync(flipped(tar(), tar().indexOf('附件附件') + 100))],
    ['without one table', () => gzipSync(without(tar(), 'tables/public.audit_entry/'))],
    ['without one attachment', () => gzipSync(without(tar(), `files/${countyId}`))],
    ['without its end', () => gzipSync(without(tar(), 'manifest.json.sha256'))],
    ['with its manifest changed', () => gzipSync(flipped(tar(), tar().indexOf('"rows":') + 8))],
    ['that is empty', () => Buffer.alloc(0)],
    ['that is something else', () => Buffer.from('PK 这不是备份'.repeat(100))],
    ['that is another tar file', () => gzipSync(Buffer.concat([without(tar(), 'backup.json')]))],
  ])('%s is refused before anything is touched', async (_, damage) => {
    const path = join(folder, 'damaged.gongkai');
    const content = damage();
    expect(content.equals(bytes())).toBe(false);
    writeFileSync(path, content);
    const connection = await emptyDatabase();
    expect(await restore(connection, { path })).toMatchObject({ ok: false, problem: { code: 'archive-damaged' } });
    expect(await digests(connection)).toEqual({});
  });

  test('by a newer program is refused with what to do', async () => {
    const path = join(folder, 'newer.gongkai');
    await backup({ path });
    const refused = await restore(await emptyDatabase(), { path, migrations: migrations.slice(0, -1) });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'archive-too-new' } });
    expect(!refused.ok && refused.problem.message).toContain('先升级程序');
  });
});

describe('backups by schedule', () => {
  const scheduled = (options: Partial<ScheduledBackupOptions> = {}) =>
    scheduledBackup({
      folder: join(folder, 'scheduled'),
      schedule: '30 1 * * *',
      keep: 2,
      connection: () => database.ownerConnection,
      keyIds: () => ['k1'],
      files,
      programVersion: '1.0.0',
      ...options,
    });
  const runAt = (day: number, job = scheduled()) =>
    job.run({}, { now: new Date(Date.UTC(2026, 10, day, 17, 30)), signal: new AbortController().signal });
  const kept = () => readdirSync(join(folder, 'scheduled')).sort();

  test('keep the newest, delete older ones of their own, and nothing else', async () => {
    await runAt(1);
    writeFileSync(join(folder, 'scheduled', '手工.tar.gz'), 'x');
    writeFileSync(join(folder, 'scheduled', 'gongkai-20261101T000000Z.tar.gz.part'), 'x');
    for (const day of [2, 3]) await runAt(day);
    expect(kept()).toEqual(['gongkai-20261102T173000Z.tar.gz', 'gongkai-20261103T173000Z.tar.gz', '手工.tar.gz']);
    expect(await verifyBackup(join(folder, 'scheduled', kept()[0] ?? ''))).toMatchObject({ ok: true });
  });

  test('delete no older one when the new one fails', async () => {
    const before = kept();
    const broken = { ...files, open: async () => Promise.reject(new Error('disk gone')) };
    await expect(runAt(4, scheduled({ files: broken }))).rejects.toThrow('disk gone');
    expect(kept()).toEqual(before);
  });

  test('and clearing away never meet', async () => {
    const holds = Promise.withResolvers<void>();
    const opened = Promise.withResolvers<void>();
    const slow = {
      ...files,
      open: async (blob: BlobAddress) => {
        opened.resolve();
        await holds.promise;
        return files.open(blob);
      },
    };
    const running = backup({ path: join(folder, 'slow.gongkai'), files: slow });
    await opened.promise;
    let cleared = 0;
    const clear = () =>
      unlessBackupRuns(database.db, async () => {
        cleared += 1;
      });
    expect(await clear()).toBe(false);
    holds.resolve();
    await running;
    expect(await clear()).toBe(true);
    expect(cleared).toBe(1);
  });
});

describe('what is there already', () => {
  test('is not overwritten: the refusal says what it is', async () => {
    const connection = await emptyDatabase();
    await restore(connection);
    const before = await digests(connection);
    const refused = await restore(connection);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'not-empty' } });
    expect(!refused.ok && refused.problem.message).toMatch(/已有\d+ 个县、\d+ 条审计记录/);
    expect(await digests(connection)).toEqual(before);
  });

  test('is put aside by --replace, whole, and can be deleted later', async () => {
    const connection = await emptyDatabase();
    await restore(connection);
    await asOwner(connection, (client) => client.query(`UPDATE organisation_county SET name = '旧数据'`));
    const old = await digests(connection);
    const replaced = await restore(connection, { replace: true });
    const former = (replaced.ok && replaced.value.former) || '';
    expect(former).toContain('_before_20261120020000');
    expect(await digests({ ...connection, database: former })).toEqual(old);
    const sorts = `SELECT datcollate, datctype, datlocprovider, datlocale FROM pg_database WHERE datname IN ($1, $2)`;
    const { rows } = await database.pool.query(sorts, [connection.database, former]);
    expect(rows[0]).toEqual(rows[1]);
    expect((await digests(connection))['"public"."organisation_county"']).not.toBe(
      old['"public"."organisation_county"'],
    );
    expect(await listFormerDatabases(connection)).toEqual([former]);
    await dropFormerDatabases(connection, [former]);
    expect(await listFormerDatabases(connection)).toEqual([]);
  });

  test('stays when the archive turns out bad, or its audit does not hold', async () => {
    const connection = await emptyDatabase();
    await restore(connection);
    const old = await digests(connection);
    const broken = async () => ({ ok: false as const, problem: { code: 'audit-broken', message: '第 3 条被改动。' } });
    const refused = await restore(connection, { replace: true, verifyAudit: broken });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'audit-broken' } });
    expect(await digests(connection)).toEqual(old);
    const { rows } = await database.pool.query(`SELECT datname FROM pg_database WHERE datname LIKE '%restoring%'`);
    expect(rows).toEqual([]);
  });

  test('is not touched while the system runs on it', async () => {
    const connection = await emptyDatabase();
    const other = new pg.Client(connection);
    await other.connect();
    expect(await restore(connection)).toMatchObject({ ok: false, problem: { code: 'in-use' } });
    await other.end();
  });

  test.each([
    ['an empty machine', false],
    ['an empty system of the newer program', true],
  ])('from an older program comes back in a newer one, on %s', async (_, isStarted) => {
    const sql = 'CREATE TABLE later (id int PRIMARY KEY); INSERT INTO later SELECT count(*) FROM organisation_county';
    const later = { number: 9_999, name: '9999_create_later.sql', sql, checksum: 'b'.repeat(64) };
    const newer = [...migrations, later];
    const connection = await emptyDatabase();
    if (isStarted) await migrate(connection, [...migrations, { ...later, sql: 'CREATE TABLE later (id int)' }]);
    const restored = await restore(connection, { migrations: newer });
    expect(restored).toMatchObject({ ok: true });
    expect(restored.ok && restored.value.former).toBeUndefined();
    expect(await listFormerDatabases(connection)).toEqual([]);
    const { rows } = await asOwner(connection, (client) => client.query('SELECT id FROM later'));
    expect(rows[0].id).toBeGreaterThanOrEqual(2);
  });

  test('of nothing but an empty, migrated system counts as empty', async () => {
    const connection = await emptyDatabase();
    await migrate(connection, migrations);
    expect(await restore(connection)).toMatchObject({ ok: true });
    expect(await digests(connection)).toHaveProperty('"public"."organisation_county"');
  });
});
