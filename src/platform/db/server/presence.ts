import pg, { type ClientConfig } from 'pg';
import type { Problem } from '../../../kernel/problem.ts';
import { failure } from '../../../kernel/result.ts';
import { diskFull } from './problems.ts';

/**
 * Key of the advisory lock that tells who uses the server: each process of the program holds it in shared mode, on a
 * connection of its own to the database `postgres`; who leaves and gets it alone was the last.
 */
const presenceKey = 20_190_515;

/** What came of trying to join the server. */
export type Meeting =
  | { kind: 'joined'; presence: pg.Client }
  /** Nobody answers. */
  | { kind: 'absent' }
  /** It answers that it is not ready yet, or no longer. */
  | { kind: 'starting' | 'stopping' }
  /** It lets one wait, or breaks off. */
  | { kind: 'silent' }
  | { kind: 'refused'; problem: Problem };

/** Connects, tells the others that this process is here, and makes the program's database where there is none. */
export async function meetServer(connection: ClientConfig, database: string, home: string): Promise<Meeting> {
  const client = new pg.Client({
    ...connection,
    database: 'postgres',
    application_name: 'gongkai presence',
    statement_timeout: 60_000,
  });
  // Who holds the connection hears of its end by the event `end`.
  client.on('error', () => {});
  try {
    await client.connect();
    // Waits when somebody is just stopping the server, and then fails with it.
    await client.query('select pg_advisory_lock_shared($1)', [presenceKey]);
    await provideDatabase(client, database);
    return { kind: 'joined', presence: client };
  } catch (error) {
    await client.end().catch(() => {});
    return judge(error as Error & { code?: string }, home);
  }
}

async function provideDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return;
  await client.query(`create database ${name}`).catch((error) => {
    // Another process was quicker.
    if (!['42P04', '23505'].includes(error.code)) throw error;
  });
}

/** Says that this process goes; true when it was the last, which from then on keeps others out. */
export async function goodbye(presence: pg.Client): Promise<boolean> {
  await presence.query('select pg_advisory_unlock_shared($1)', [presenceKey]);
  const { rows } = await presence.query('select pg_try_advisory_lock($1) as last', [presenceKey]);
  return rows[0].last;
}

function judge(error: Error & { code?: string }, home: string): Meeting {
  switch (error.code) {
    case 'ENOENT':
    case 'ECONNREFUSED':
    // On a port another server may have come to stand where ours was.
    case '28P01':
      return { kind: 'absent' };
    case '57P03':
      return { kind: /shutting down/.test(error.message) ? 'stopping' : 'starting' };
    case '57P01':
      return { kind: 'stopping' };
    case '57P02':
      return { kind: 'silent' };
    case '53100':
      return { kind: 'refused', problem: diskFull(home).problem };
    case '53300':
      return refused('database-crowded', '数据库的连接数已满。请关闭多余的 gongkai 命令后再试。');
    case 'EACCES':
    case 'EPERM':
      return refused(
        'database-of-other-user',
        `数据库正由另一个用户运行（${home}）。请用该用户或 root（例如 sudo）运行。`,
      );
  }
  if (/timeout expired|Connection terminated|ECONNRESET|EPIPE/.test(`${error.code} ${error.message}`)) {
    return { kind: 'silent' };
  }
  return refused(
    'database-not-reached',
    `数据库不接受连接（${error.code ?? error.message}）。请查看 ${home}/cluster/log 里的日志。`,
  );
}

function refused(code: string, sentence: string): Meeting {
  return { kind: 'refused', problem: failure(code, sentence).problem };
}
