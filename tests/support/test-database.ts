import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { template } from './database.ts';

/** A database of its own for one file of tests. */
export interface TestDatabase extends Database {
  /** How to reach it as the superuser, e.g. to tamper with what the program may not touch. */
  ownerConnection: pg.ClientConfig;
}

/**
 * Gives the tests of this file (or block) a migrated, empty database on the real server, opened with
 * the rights of the program; it is dropped at the end. Fields may be read from the first test on.
 */
export function useDatabase(): TestDatabase {
  const opened = {} as TestDatabase;
  const name = `test_${randomBytes(8).toString('hex')}`;
  beforeAll(async () => {
    const server = inject('databaseConnection');
    await asOwner(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
    const ownerConnection = { ...server, database: name };
    Object.assign(opened, openDatabase({ connection: ownerConnection, log: createLog('silent') }), { ownerConnection });
  });
  afterAll(async () => {
    await opened.close?.();
    await asOwner(inject('databaseConnection'), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    );
  });
  return opened;
}

/** Does something as the superuser of the server, whom nothing of the program stands for. */
export async function asOwner<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
