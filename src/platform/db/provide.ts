import pg, { type ClientConfig } from 'pg';
import { type Result, success } from '../../kernel/result.ts';
import type { Log } from '../log/index.ts';
import { applicationRole, type Database, openDatabase } from './database.ts';
import { migrate, migrationLock } from './migrate.ts';
import { type DatabaseServer, joinDatabaseServer } from './server/index.ts';

export interface ProvideDatabaseOptions {
  /** Absent for the embedded server. */
  databaseUrl?: string | undefined;
  dataFolder: string;
  log: Log;
  /** For the operator, in Chinese: what takes time at the first start. */
  tell?: ((message: string) => void) | undefined;
}

/** The database, up to date and open, and the server it is on. */
export interface ProvidedDatabase extends Database {
  server: DatabaseServer;
  /** Closes every connection, then leaves the server. */
  close(): Promise<void>;
}

/**
 * Brings a program to its database: joins or starts the server, runs what migrations wait, opens it
 * with the rights of the program. Refused with a sentence for the operator.
 */
export async function provideDatabase(options: ProvideDatabaseOptions): Promise<Result<ProvidedDatabase>> {
  const { databaseUrl, dataFolder, log, tell } = options;
  const joined = await joinDatabaseServer({ databaseUrl, dataFolder, tell });
  if (!joined.ok) return joined;
  const server = joined.value;
  const migrated = await migrate(server.connection);
  if (!migrated.ok) {
    await server.leave();
    return migrated;
  }
  const connection = await connectionOfProgram(server);
  const database = openDatabase({ connection, log, revive: () => server.ensureRunning() });
  return success({
    ...database,
    server,
    close: async () => {
      await database.close();
      await server.leave();
    },
  });
}

/**
 * How the program itself connects. On the embedded server's socket it signs in as the role that owns
 * nothing, so that no statement of its can take up the owner's rights again. Elsewhere it has one
 * user, as whom it lays the owner's rights down when connecting.
 */
async function connectionOfProgram({ embedded, connection }: DatabaseServer): Promise<ClientConfig> {
  if (!embedded || !connection.host?.startsWith('/')) return connection;
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    // One after the other: two programs that start at once would refuse each other.
    await owner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const { rows } = await owner.query('SELECT rolcanlogin FROM pg_roles WHERE rolname = $1', [applicationRole]);
    if (!rows[0]?.rolcanlogin) await owner.query(`ALTER ROLE ${applicationRole} LOGIN`);
  } finally {
    await owner.end();
  }
  return { ...connection, user: applicationRole };
}
