import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Result } from '../../kernel/result.ts';
import type { Log } from '../log/index.ts';
import { isConnectionLost } from './failures.ts';
import type { DB } from './tables.ts';

/** The tables, as the program may read and write them. */
export type Db = Kysely<DB>;

/** The tables within a transaction; whoever gets one neither commits nor rolls back. */
export type Trx = Transaction<DB>;

/** An open database. */
export interface Database {
  db: Db;
  /** For what Kysely has no words for: COPY, LISTEN, session locks. */
  pool: pg.Pool;
  /** Waits for what is under way, then closes every connection. */
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  connection: pg.ClientConfig;
  log: Log;
  /** Brings the server back when it is away; called once for all who wait. */
  revive?: () => Promise<Result<void>>;
  /** How many connections at once. */
  connections?: number;
}

/** The role every connection of the program takes on: what the audit may not suffer, it may not do. */
export const applicationRole = 'gongkai_app';

const { builtins } = pg.types;

/** A day is not an instant and a bigint not a double: both come as the text the database has. */
const typesAsText: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (type === builtins.DATE || type === builtins.INT8) return (text: string) => text;
    return pg.types.getTypeParser(type, format as 'text');
  },
} as pg.CustomTypesConfig;

/**
 * Opens the database with the rights of the program. Nothing is connected before the first query;
 * a connection that breaks is replaced by the next query, without a restart.
 */
export function openDatabase({ connection, log, revive, connections = 10 }: OpenDatabaseOptions): Database {
  const pool = new pg.Pool({
    ...connection,
    options: [connection.options, `-c role=${applicationRole}`].filter(Boolean).join(' '),
    application_name: 'gongkai',
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: typesAsText,
  });
  // An idle connection that breaks is no one's error: the pool forgets it.
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  // Nor is one that breaks between two statements of a transaction: the next statement finds out. Without a listener
  // the error would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const connect = reconnecting(pool, revive);
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } as unknown as pg.Pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    pool,
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** Takes a connection; where there is no server, has it brought back once and tries again. */
function reconnecting(pool: pg.Pool, revive: OpenDatabaseOptions['revive']): () => Promise<pg.PoolClient> {
  let reviving: Promise<Result<void>> | undefined;
  return async () => {
    try {
      return await pool.connect();
    } catch (error) {
      if (!revive || !isConnectionLost(error)) throw error;
      reviving ??= revive().finally(() => {
        reviving = undefined;
      });
      if (!(await reviving).ok) throw error;
      return pool.connect();
    }
  };
}
