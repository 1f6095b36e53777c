import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  Transaction,
} from 'kysely';
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
    // What is sent before the answer to the statement before it is there goes out at once; see `onConnection`.
    pipeline: true,
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
  connectors.set(db, connect);
  return {
    db,
    pool,
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

const connectors = new WeakMap<Db, () => Promise<pg.PoolClient>>();

/**
 * Does something on one connection of the pool, for what needs less than Kysely's own transactions do: those
 * wait for the answer to BEGIN, and commit with a statement of their own. Whatever runs on the connection when
 * the work ends must be over: one that is left within a transaction is closed.
 *
 * @param work gets the connection, and the same for Kysely, as a transaction: it can begin none
 */
export async function onConnection<T>(db: Db, work: (client: pg.PoolClient, trx: Trx) => Promise<T>): Promise<T> {
  const connect = connectors.get(db);
  if (!connect) throw new Error('not a database that was opened here');
  const client = await connect();
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const { command, rowCount, rows } = await client.query(sql, [...parameters]);
      const changed = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
      return { rows: (rows ?? []) as Row[], ...(changed ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
    },
    streamQuery: () => {
      throw new Error('nothing is streamed within a transaction');
    },
  };
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
  try {
    return await work(client, new Transaction<DB>({ ...unconnected, executor }));
  } finally {
    client.release(client.getTransactionStatus() !== 'I');
  }
}

/** What Kysely wants to know of a transaction, but would need only to begin another one in it. */
const dialect = new PostgresDialect({ pool: async () => Promise.reject(new Error('a transaction begins no other')) });
const unconnected = { config: { dialect }, dialect, driver: dialect.createDriver() };

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
