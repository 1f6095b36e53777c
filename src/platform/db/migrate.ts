import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { failure, type Result, success } from '../../kernel/result.ts';
import { resourceFolder } from '../config/resources.ts';
import { applicationRole } from './database.ts';

/** One file of `migrations/`. */
export interface Migration {
  number: number;
  /** The name of the file. */
  name: string;
  sql: string;
  /** SHA-256 of its text with line ends as \n. */
  checksum: string;
}

/** Which of the advisory locks of the database is the one for migrations. */
export const migrationLock = 0x676b_0001;

/**
 * Brings the database to the state the program expects: runs the migrations that have not run, in
 * order, each in a transaction of its own, under a lock. Refuses a database that is ahead of the
 * program, and migrations that were edited after they ran.
 *
 * @param connection as the owner of the tables, who may also create the role of the program
 * @returns the names of those that ran now
 */
export async function migrate(
  connection: pg.ClientConfig,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<string[]>> {
  const client = new pg.Client({ ...connection, application_name: 'gongkai migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const role = await provideRole(client);
    if (!role.ok) return role;
    await client.query(`CREATE TABLE IF NOT EXISTS platform_migration (
      number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
      'SELECT number, name, checksum FROM platform_migration ORDER BY number',
    );
    const compared = compareWithApplied(migrations, rows);
    if (!compared.ok) return compared;
    for (const migration of compared.value) {
      const done = await apply(client, migration);
      if (!done.ok) return done;
    }
    return success(compared.value.map(({ name }) => name));
  } finally {
    // Ends the lock too.
    await client.end();
  }
}

/** The migrations that come with the program, in order. */
export function readMigrations(folder: string = resourceFolder('migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function compareWithApplied(
  migrations: readonly Migration[],
  applied: readonly { number: number; name: string; checksum: string }[],
): Result<Migration[]> {
  const byNumber = new Map(migrations.map((each) => [each.number, each]));
  for (const { number, name, checksum } of applied) {
    const known = byNumber.get(number);
    if (!known) {
      return failure(
        'database-too-new',
        `数据库已由更新版本的程序升级（${name}），本程序不能使用。请改用新版本程序，或恢复升级前的备份。`,
      );
    }
    if (known.checksum !== checksum) {
      return failure(
        'migration-changed',
        `数据库升级脚本 ${name} 与当初执行的内容不一致，程序文件可能被改动或不完整。请重新安装程序。`,
      );
    }
  }
  const last = applied.at(-1)?.number ?? 0;
  const waiting = migrations.filter(({ number }) => !applied.some((each) => each.number === number));
  const late = waiting.find(({ number }) => number < last);
  if (late) {
    return failure(
      'migration-out-of-order',
      `数据库升级脚本 ${late.name} 的编号早于已执行的脚本，程序文件不完整。请重新安装程序。`,
    );
  }
  return success(waiting);
}

async function apply(client: pg.Client, { number, name, sql, checksum }: Migration): Promise<Result<true>> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO platform_migration (number, name, checksum) VALUES ($1, $2, $3)', [
      number,
      name,
      checksum,
    ]);
    await client.query('COMMIT');
    return success(true);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (!(error instanceof pg.DatabaseError)) throw error;
    return failure(
      'migration-failed',
      `数据库升级脚本 ${name} 执行失败，数据库保持升级前的状态：${error.message}（${error.code ?? '无代码'}）。`,
    );
  }
}

/** Sees to it that the role of the program exists and that this user may take it on. */
async function provideRole(client: pg.Client): Promise<Result<true>> {
  try {
    await client.query(`DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${applicationRole}') THEN
        CREATE ROLE ${applicationRole} NOLOGIN;
      END IF;
      IF NOT pg_has_role(current_user, '${applicationRole}', 'MEMBER') THEN
        GRANT ${applicationRole} TO CURRENT_USER;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    return success(true);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    return failure(
      'role-missing',
      `数据库用户没有创建角色的权限。请数据库管理员先执行：CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO 本程序所用的数据库用户;`,
    );
  }
}
