import type { ClientConfig } from 'pg';
import { type Result, success } from '../../kernel/result.ts';
import type { Log } from '../log/index.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { type DatabaseServer, joinDatabaseServer } from './server/index.ts';

export interface ProvideDatabaseOptions {
  /** Absent for the embedded server. */
  databaseUrl?: string | undefined;
  dataFolder: string;
  log: Log;
  /** For the operator, in Chinese: what takes time at the first start. */
  tell?: (message: string) => void;
  /** What else the owner of the tables has to bring up to date, after the migrations. */
  upgrades?: readonly ((owner: ClientConfig) => Promise<Result<unknown>>)[];
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
  const { databaseUrl, dataFolder, log, tell, upgrades = [] } = options;
  const joined = await joinDatabaseServer({
    dataFolder,
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(tell ? { tell } : {}),
  });
  if (!joined.ok) return joined;
  const server = joined.value;
  for (const upgrade of [migrate, ...upgrades]) {
    const done = await upgrade(server.connection);
    if (done.ok) continue;
    await server.leave();
    return done;
  }
  const database = openDatabase({ connection: server.connection, log, revive: () => server.ensureRunning() });
  return success({
    ...database,
    server,
    close: async () => {
      await database.close();
      await server.leave();
    },
  });
}
