import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg, { type ClientConfig } from 'pg';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { clusterIn, configureCluster, databaseName, passwordFile, provideCluster } from './cluster.ts';
import { prepareEngine } from './engine.ts';
import type { DatabaseServer } from './index.ts';
import { underLock } from './lock.ts';
import { findPlace, makeFolder, type Place } from './place.ts';
import { type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { diskFull, tellsOfFullDisk } from './problems.ts';
import { connectionOf, socketFolder, type Transport } from './transport.ts';

/** Key of the advisory lock in the database `postgres` that every process of the program holds in shared mode while it uses the server. */
const presenceKey = 2_019_0515;

export async function joinEmbeddedServer(
  dataFolder: string,
  tell: (message: string) => void,
): Promise<Result<DatabaseServer>> {
  const place = await findPlace(dataFolder);
  if (!place.ok) return place;
  const member = new Member(place.value, tell);
  const joined = await member.ensureRunning();
  return joined.ok ? success(member) : joined;
}

class Member implements DatabaseServer {
  readonly embedded = true;
  readonly #place: Place;
  readonly #tell: (message: string) => void;
  readonly #transport: Transport;
  #presence: pg.Client | undefined;
  #joining: Promise<Result<void>> | undefined;

  constructor(place: Place, tell: (message: string) => void) {
    this.#place = place;
    this.#tell = tell;
    this.#transport = { kind: 'socket', folder: socketFolder(place.home) };
  }

  get connection(): ClientConfig {
    return connectionOf(this.#transport, databaseName, passwordFile(this.#place.home));
  }

  ensureRunning(): Promise<Result<void>> {
    this.#joining ??= this.#join().finally(() => {
      this.#joining = undefined;
    });
    return this.#joining;
  }

  async #join(): Promise<Result<void>> {
    if (this.#presence) return success(undefined);
    this.#presence = await this.#connect();
    if (this.#presence) return success(undefined);
    return underLock(join(this.#place.home, 'lock'), this.#place.account, () => this.#start());
  }

  async #start(): Promise<Result<void>> {
    const engine = await prepareEngine(this.#place.account, this.#place.stageFolder);
    if (!engine.ok) return engine;
    if (this.#transport.kind === 'socket') makeFolder(this.#transport.folder, this.#place.account);
    const cluster = await provideCluster(this.#place, engine.value);
    if (!cluster.ok) return cluster;
    configureCluster(this.#place, this.#transport);
    let server: Postmaster | undefined;
    for (;;) {
      this.#presence = await this.#connect();
      if (this.#presence) return success(undefined);
      const words = server?.lastWords();
      if (words !== undefined) {
        if (tellsOfFullDisk(words)) return diskFull(this.#place.home);
        return failure('database-not-started', `数据库无法启动：${words.trim().split('\n').at(-1)}`);
      }
      server ??= await startPostmaster(this.#place, engine.value);
      await sleep(20);
    }
  }

  async #connect(): Promise<pg.Client | undefined> {
    const client = new pg.Client({ ...this.connection, database: 'postgres' });
    client.on('error', () => {});
    client.once('end', () => {
      if (this.#presence === client) this.#presence = undefined;
    });
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [presenceKey]);
      const found = await client.query('select from pg_database where datname = $1', [databaseName]);
      if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
      return client;
    } catch {
      await client.end().catch(() => {});
      return undefined;
    }
  }

  async leave(): Promise<void> {
    const presence = this.#presence;
    this.#presence = undefined;
    if (!presence) return;
    await presence.query('select pg_advisory_unlock_shared($1)', [presenceKey]);
    const last = await presence.query('select pg_try_advisory_lock($1) as last', [presenceKey]);
    if (last.rows[0].last) await stopPostmaster(this.#place.home);
    await presence.end().catch(() => {});
  }
}

void clusterIn;
