import { describe, expect, inject, test } from 'vitest';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';

const migration = (number: number, sql: string): Migration => ({
  number,
  name: `${String(number).padStart(4, '0')}_test.sql`,
  sql,
  checksum: `checksum of ${sql}`,
});

describe('migrations', () => {
  const database = useDatabase();
  const own = readMigrations();

  test('that have run are not run again', async () => {
    expect(await migrate(database.ownerConnection)).toEqual({ ok: true, value: [] });
  });

  test('run in order, once, also when two programs start at the same time', async () => {
    const added = [...own, migration(9001, 'CREATE TABLE first ()'), migration(9002, 'ALTER TABLE first ADD a text')];
    const results = await Promise.all([
      migrate(database.ownerConnection, added),
      migrate(database.ownerConnection, added),
    ]);
    expect(results.map((result) => result.ok && result.value.length).sort()).toEqual([0, 2]);
  });

  test('that fail leave the database as it was and say where it failed', async () => {
    const before = [...own, migration(9001, 'CREATE TABLE first ()'), migration(9002, 'ALTER TABLE first ADD a text')];
    const result = await migrate(database.ownerConnection, [
      ...before,
      migration(9003, 'CREATE TABLE second (); SELECT nothing FROM nowhere'),
    ]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'migration-failed' } });
    expect(result.ok || result.problem.message).toContain('9003_test.sql');
    const there = await asOwner(database.ownerConnection, (client) =>
      client.query("SELECT to_regclass('second') AS found, (SELECT max(number) FROM platform_migration) AS last"),
    );
    expect(there.rows[0]).toEqual({ found: null, last: 9002 });
  });

  test('that were edited after they ran are refused', async () => {
    const edited = [...own, migration(9001, 'CREATE TABLE other ()'), migration(9002, 'ALTER TABLE first ADD a text')];
    const result = await migrate(database.ownerConnection, edited);
    expect(result).toMatchObject({ ok: false, problem: { code: 'migration-changed' } });
  });

  test('of a newer program are recognised, and the older program does not touch them', async () => {
    expect(await migrate(database.ownerConnection, own)).toMatchObject({
      ok: false,
      problem: { code: 'database-too-new' },
    });
  });

  test('that come too late in the order are refused', async () => {
    const result = await migrate(database.ownerConnection, [
      ...own,
      migration(9000, 'SELECT 1'),
      migration(9001, 'CREATE TABLE first ()'),
      migration(9002, 'ALTER TABLE first ADD a text'),
    ]);
    expect(result).toMatchObject({ ok: false, problem: { code: 'migration-out-of-order' } });
  });

  test('by a user who may not create the role say what the administrator has to do', async () => {
    const server = inject('databaseConnection');
    await asOwner(server, async (client) => {
      await client.query('CREATE ROLE plain LOGIN');
      await client.query('CREATE DATABASE plain OWNER plain');
      await client.query('DROP ROLE IF EXISTS gongkai_absent');
    });
    const result = await migrate({ ...server, user: 'plain', database: 'plain' }, own);
    expect(result).toMatchObject({ ok: false, problem: { code: 'role-missing' } });
    expect(result.ok || result.problem.message).toContain('GRANT gongkai_app');
  });
});

describe('the program', () => {
  const database = useDatabase();

  test('gets days and whole numbers as the database has them, in any time zone', async () => {
    const { rows } = await database.pool.query("SELECT date '2026-01-01' AS day, 9007199254740993::int8 AS number");
    expect(rows[0]).toEqual({ day: '2026-01-01', number: '9007199254740993' });
  });

  test('may neither create nor drop tables', async () => {
    await expect(database.pool.query('CREATE TABLE mine ()')).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query('DROP TABLE organisation_county')).rejects.toMatchObject({ code: '42501' });
  });

  test('cannot take back the rights of the owner', async () => {
    await database.pool.query('RESET ROLE');
    const { rows } = await database.pool.query('SELECT current_user');
    expect(rows[0]).toEqual({ current_user: 'gongkai_app' });
  });
});

describe('every table', () => {
  const database = useDatabase();

  /** What belongs to the whole system and not to a county, with the reason. */
  const ofTheSystem: Readonly<Record<string, string>> = {
    platform_migration: 'which migrations have run',
    organisation_county: 'the list of counties',
    calendar_notice: 'the holidays of the whole country',
    auth_login_name: 'whose login name it is, asked before the county is known',
    auth_address: 'addresses of the network that try to sign in, before anybody is known',
  };

  test('that belongs to organs has the county first in its keys', async () => {
    const { rows } = await asOwner(database.ownerConnection, (client) =>
      client.query<{ table: string; index: string; first: string }>(`
        SELECT t.relname AS table, i.relname AS index, a.attname AS first
        FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
        LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
        WHERE x.indisunique ORDER BY 1, 2`),
    );
    const wrong = rows.filter(({ table, first }) => !(table in ofTheSystem) && first !== 'county_id');
    expect(wrong).toEqual([]);
    // A table without any key would have slipped through.
    const tables = await asOwner(database.ownerConnection, (client) =>
      client.query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"),
    );
    const keyed = new Set(rows.map(({ table }) => table));
    expect(tables.rows.map(({ tablename }) => tablename).filter((name) => !keyed.has(name))).toEqual([]);
    expect(Object.keys(ofTheSystem).filter((name) => !keyed.has(name))).toEqual([]);
  });

  test('and every column says what it is for', async () => {
    const { rows } = await asOwner(database.ownerConnection, (client) =>
      client.query<{ place: string }>(`
        SELECT c.relname || coalesce('.' || a.attname, '') AS place
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)`),
    );
    expect(rows.map(({ place }) => place)).toEqual([]);
  });
});
