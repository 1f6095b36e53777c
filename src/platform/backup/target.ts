import pg, { type ClientBase, type ClientConfig } from 'pg';
import { failure, type Result, success } from '../../kernel/result.ts';
import { findAppliedMigrations, listTables, quoteTable } from './catalog.ts';
import type { Head } from './format.ts';

/** What there is in a database, for the refusal to overwrite it. */
export interface Occupancy {
  /** In Chinese, e.g. `2 个县、35 个账号`; empty when there is nothing. */
  words: string;
  migrations: Head['migrations'] | undefined;
}

/** What a person would miss, table by table. */
const missed: readonly (readonly [table: string, words: string])[] = [
  ['organisation_county', '个县'],
  ['auth_account', '个账号'],
  ['storage_attachment', '个附件'],
  ['audit_entry', '条审计记录'],
];

/** Looks what a database holds. What only the program itself writes (its queue) counts as nothing. */
export async function findOccupancy(client: ClientBase): Promise<Occupancy> {
  const migrations = await findAppliedMigrations(client);
  const counts = new Map<string, number>();
  let others = 0;
  for (const table of await listTables(client)) {
    if (table.schema !== 'public') continue;
    const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${quoteTable(table)}`);
    const { count } = rows[0];
    if (count === 0) continue;
    if (missed.some(([name]) => name === table.name)) counts.set(table.name, count);
    else if (table.name !== 'audit_head') others += count;
  }
  const words = missed.flatMap(([name, counted]) => (counts.has(name) ? [`${counts.get(name)} ${counted}`] : []));
  if (others > 0 && words.length === 0) words.push(`${others} 条记录`);
  return { words: words.join('、'), migrations };
}

/** Runs work on a connection of its own. */
export async function connected<T>(connection: ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...connection, application_name: 'gongkai restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same server, another database. */
export function inDatabase(connection: ClientConfig, database: string): ClientConfig {
  if (!connection.connectionString) return { ...connection, database };
  const url = new URL(connection.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { ...connection, connectionString: url.href };
}

/** Refuses while another program works with this database. */
export async function refuseOthers(client: ClientBase): Promise<Result<undefined>> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`);
  return rows[0]?.count === 0
    ? success(undefined)
    : failure('in-use', '系统或其他程序正在使用数据库。请先停止本系统，再执行恢复。');
}

/** Suffix of a database that a restore is filling; one left behind by a killed restore is of no use. */
const filling = '_restoring_';
/** Suffix of what was there before a restore. */
const before = '_before_';

/** Makes an empty database beside this one, and removes what killed restores have left. */
export async function createBeside(client: ClientBase, stamp: string): Promise<Result<string>> {
  const base = await nameOf(client);
  const name = `${base.slice(0, 30)}${filling}${stamp}`;
  try {
    for (const left of await listDatabases(client, `${base.slice(0, 30)}${filling}`)) await drop(client, left);
    await client.query(`CREATE DATABASE ${quote(name)} TEMPLATE template0 ENCODING 'UTF8' ${await localeOf(client)}`);
    return success(name);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    return failure(
      'cannot-create-database',
      '数据库用户没有新建数据库的权限，不能在保留现有数据的同时恢复。请由数据库管理员新建一个空数据库，把 DATABASE_URL 改为该数据库后再恢复。',
    );
  }
}

/** How this database sorts and what it takes for a letter, in the words of CREATE DATABASE. */
async function localeOf(client: ClientBase): Promise<string> {
  // As JSON, because the columns are called otherwise from version to version.
  const { rows } = await client.query<{ db: Record<string, string | null> }>(
    'SELECT to_jsonb(d) AS db FROM pg_database d WHERE datname = current_database()',
  );
  const db = rows[0]?.db ?? {};
  const literal = (value: string | null | undefined) => `'${(value ?? '').replaceAll("'", "''")}'`;
  const locale = literal(db.datlocale ?? db.daticulocale);
  const provider = {
    i: `LOCALE_PROVIDER icu ICU_LOCALE ${locale}`,
    b: `LOCALE_PROVIDER builtin BUILTIN_LOCALE ${locale}`,
  };
  return [
    provider[db.datlocprovider as 'i' | 'b'] ?? 'LOCALE_PROVIDER libc',
    `LC_COLLATE ${literal(db.datcollate)} LC_CTYPE ${literal(db.datctype)}`,
  ].join(' ');
}

/**
 * Puts a filled database in the place of the present one, both renamed in one transaction, so that
 * there is always one of that name.
 *
 * @returns the name under which the former one is kept
 */
export async function swapDatabases(connection: ClientConfig, filled: string, stamp: string): Promise<Result<string>> {
  const base = await connected(connection, nameOf);
  const former = `${base.slice(0, 30)}${before}${stamp}`;
  return connected(inDatabase(connection, 'postgres'), async (client) => {
    try {
      await client.query('BEGIN');
      await client.query(`ALTER DATABASE ${quote(base)} RENAME TO ${quote(former)}`);
      await client.query(`ALTER DATABASE ${quote(filled)} RENAME TO ${quote(base)}`);
      await client.query('COMMIT');
      return success(former);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (!(error instanceof pg.DatabaseError) || error.code !== '55006') throw error;
      return failure('in-use', '恢复期间有其他程序连接了数据库，现有数据没有改动。请停止本系统后重新执行恢复。');
    }
  });
}

/** Names of the databases that restores have put aside, the oldest first. */
export const listFormerDatabases = (connection: ClientConfig): Promise<string[]> =>
  connected(connection, async (client) => listDatabases(client, `${(await nameOf(client)).slice(0, 30)}${before}`));

/** Deletes databases that restores have put aside, for good. */
export const dropFormerDatabases = (connection: ClientConfig, names: readonly string[]): Promise<void> =>
  connected(connection, async (client) => {
    for (const name of names) await drop(client, name);
  });

export const dropDatabase = (connection: ClientConfig, name: string): Promise<void> =>
  connected(connection, (client) => drop(client, name));

async function listDatabases(client: ClientBase, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1) ORDER BY 1',
    [prefix],
  );
  return rows.map(({ name }) => name);
}

const drop = async (client: ClientBase, name: string): Promise<void> => {
  await client.query(`DROP DATABASE IF EXISTS ${quote(name)}`);
};

const nameOf = async (client: ClientBase): Promise<string> =>
  (await client.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name ?? '';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
