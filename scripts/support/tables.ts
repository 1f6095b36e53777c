import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { PostgresDialect as GeneratorDialect, generate } from 'kysely-codegen';
import pg from 'pg';
import { migrate } from '../../src/platform/db/migrate.ts';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';

/** src/platform/db/tables.ts: the types of the tables, read off a database that all migrations have run on. */
export async function tablesTypeScript(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-tables-'));
  // Run as root, the database's own user has to get in, or the database would be put outside of the folder.
  chmodSync(dataFolder, 0o711);
  const joined = await joinDatabaseServer({ dataFolder });
  if (!joined.ok) throw new Error(joined.problem.message);
  const server = joined.value;
  const { connection } = server;
  try {
    const migrated = await migrate(connection);
    if (!migrated.ok) throw new Error(migrated.problem.message);
    const pool = new pg.Pool(connection);
    // A connection of it may still be there when the server is stopped.
    pool.on('error', () => undefined);
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    try {
      return await generate({
        camelCase: true,
        db,
        defaultSchemas: ['public'],
        includePattern: 'public.*',
        dialect: new GeneratorDialect({ dateParser: 'string', numericParser: 'string' }),
        typeMapping: {},
      } as Parameters<typeof generate>[0]);
    } finally {
      await db.destroy();
    }
  } finally {
    await server.leave();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
