import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How to reach the server all tests of this run share, as its superuser. */
    databaseConnection: pg.ClientConfig;
  }
}

/** The database that each file of tests gets a copy of: migrated, empty. */
export const template = 'gongkai_template';

/** Starts one embedded server for the run, with a migrated template in it; global set-up of the project `database`. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-db-'));
  // Run as root, the database's own user has to get in, or the database would be put outside of the folder.
  chmodSync(dataFolder, 0o711);
  const joined = await joinDatabaseServer({ dataFolder });
  if (!joined.ok) throw new Error(joined.problem.message);
  const server = joined.value;
  await createTemplate(server.connection);
  project.provide('databaseConnection', server.connection);
  return async () => {
    await server.leave();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

async function createTemplate(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${template}`);
  await client.end();
  const migrated = await migrate({ ...connection, database: template }, readMigrations());
  if (!migrated.ok) throw new Error(migrated.problem.message);
}
