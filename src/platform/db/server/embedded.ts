import { chmodSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { clusterIn, configureCluster, databaseName, passwordFile, provideCluster } from './cluster.ts';
import type { DatabaseServer } from './contract.ts';
import { type Engine, prepareEngine } from './engine.ts';
import { underLock } from './lock.ts';
import { findPlace, isPrivateFolder, makeFolder, type Place } from './place.ts';
import {
  clearLeftovers,
  findServerProcess,
  type Outcome,
  type Postmaster,
  readPort,
  readState,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { goodbye, type Meeting, meetServer } from './presence.ts';
import { diskFull, tellsOfFullDisk } from './problems.ts';
import { connectionOf, freePort, socketFolder, type Transport } from './transport.ts';

/** How long to wait, in milliseconds. */
interface Patience {
  /** For one attempt to connect. */
  connection: number;
  /** Until the operator hears why nothing happens. */
  silence: number;
  /** For a server that is to stop when its sessions have ended, before they are ended for it. */
  farewell: number;
  /** For a server that runs where it cannot be reached (its socket was deleted), before it is started anew. */
  absence: number;
  /** For what a killed server has left behind to go away. */
  leftovers: number;
  /** For a server that neither answers nor ends; it may be busy, so nothing is done to it. */
  answer: number;
  /** For reading back what was written before a power cut. */
  recovery: number;
}

const usualPatience: Patience = {
  connection: 10_000,
  silence: 3_000,
  farewell: 5_000,
  absence: 20_000,
  leftovers: 30_000,
  answer: 60_000,
  recovery: 30 * 60_000,
};

/** What differs between operating systems, and in tests. */
export interface EmbeddedServerOptions {
  transport?: Transport['kind'];
  patience?: Partial<Patience>;
}

/** Before trying again to join a server that was lost; the last one is repeated. */
const pauses = [100, 1_000, 5_000, 15_000];

/** Joins the embedded server of a data folder, making the database and starting the server as needed. */
export async function joinEmbeddedServer(
  dataFolder: string,
  tell: (message: string) => void,
  options: EmbeddedServerOptions = {},
): Promise<Result<DatabaseServer>> {
  try {
    const place = await findPlace(dataFolder);
    if (!place.ok) return place;
    const member = new Member(place.value, tell, options);
    const joined = await member.ensureRunning();
    return joined.ok ? success(member) : joined;
  } catch (error) {
    return refuse(error as NodeJS.ErrnoException, dataFolder);
  }
}

/** What the file system has against it; anything else is a bug. */
function refuse(error: NodeJS.ErrnoException, folder: string): Result<never> {
  if (tellsOfFullDisk(error)) return diskFull(folder);
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(error.code ?? '')) throw error;
  return failure(
    'database-folder',
    `不能使用数据文件夹 ${folder}（${error.code}：${error.path ?? folder}）。请让运行本系统的用户可以写入该文件夹，或换一个数据文件夹。`,
  );
}

/** One process among those that use the server. */
class Member implements DatabaseServer {
  readonly embedded = true;
  readonly #place: Place;
  readonly #tell: (message: string) => void;
  readonly #patience: Patience;
  #transport: Transport;
  #presence: pg.Client | undefined;
  #joining: Promise<Result<void>> | undefined;
  #leaving: Promise<void> | undefined;

  constructor(place: Place, tell: (message: string) => void, options: EmbeddedServerOptions) {
    const { transport = process.platform === 'win32' ? 'loopback' : 'socket', patience } = options;
    this.#place = place;
    this.#tell = tell;
    this.#patience = { ...usualPatience, ...patience };
    this.#transport =
      transport === 'socket'
        ? { kind: 'socket', folder: socketFolder(place.home) }
        : { kind: 'loopback', host: '127.0.0.1', port: 0 };
  }

  get connection(): pg.ClientConfig {
    return connectionOf(this.#transport, databaseName, passwordFile(this.#place.home));
  }

  ensureRunning(): Promise<Result<void>> {
    if (this.#leaving) return Promise.resolve(failure('database-left', '系统正在停止，不再使用数据库。'));
    this.#joining ??= this.#join()
      .catch((error) => refuse(error, this.#place.home))
      .finally(() => {
        this.#joining = undefined;
      });
    return this.#joining;
  }

  leave(): Promise<void> {
    this.#leaving ??= this.#leave();
    return this.#leaving;
  }

  async #join(): Promise<Result<void>> {
    const met = await this.#meet();
    if (met.kind === 'joined') return success(undefined);
    if (met.kind === 'refused') return { ok: false, problem: met.problem };
    const waiting = this.#teller('另一个进程正在启动数据库，请稍候。');
    const goOn = (waited: number) => {
      waiting(waited);
      return waited < this.#patience.recovery;
    };
    const lock = join(this.#place.home, 'lock');
    const done = await underLock(lock, this.#place.account, goOn, () => this.#provide());
    return done ?? failure('database-busy', '另一个进程一直在启动数据库。请结束其他 gongkai 进程后再试。');
  }

  /** Has the server running and joins it. Only under the lock. */
  async #provide(): Promise<Result<void>> {
    const engine = await prepareEngine(this.#place.account, this.#place.stageFolder);
    if (!engine.ok) return engine;
    const cluster = await provideCluster(this.#place, engine.value, this.#tell);
    if (!cluster.ok) return cluster;
    const patience = this.#patience;
    const recovering = this.#teller('数据库正在恢复上次异常中断前的数据，请稍候。');
    let server: Postmaster | undefined;
    let state: Meeting['kind'] | undefined;
    const begun = Date.now();
    for (let since = begun; ; await sleep(15)) {
      const met = await this.#meetWhenReady();
      if (met.kind !== state) since = Date.now();
      state = met.kind;
      const waited = Date.now() - since;
      const outcome = server?.outcome();
      if (met.kind === 'joined') return success(undefined);
      if (met.kind === 'refused') {
        if (server) await stopPostmaster(this.#place);
        return { ok: false, problem: met.problem };
      }
      if (met.kind === 'starting') {
        recovering(waited);
      } else if (met.kind === 'stopping') {
        if (waited > patience.farewell) await stopPostmaster(this.#place);
      } else if (outcome) {
        const tooLong = Date.now() - begun > patience.leftovers;
        if (tooLong || !isPassing(outcome)) return explain(outcome.words, this.#place.home);
        await sleep(200);
        server = undefined;
      } else if (met.kind === 'absent' && !server) {
        if (!(await findServerProcess(this.#place.home))) {
          const started = await this.#start(engine.value);
          if (!started.ok) return started;
          server = started.value;
        } else if (waited > patience.absence) {
          await stopPostmaster(this.#place);
        }
      }
      if (waited > (met.kind === 'starting' ? patience.recovery : patience.answer)) return this.#silent();
    }
  }

  #silent(): Result<never> {
    return failure(
      'database-silent',
      `数据库的进程在运行，但没有应答。请查看 ${clusterIn(this.#place.home)}/log 里的日志；重新启动本机后再试。`,
    );
  }

  async #start(engine: Engine): Promise<Result<Postmaster>> {
    const transport = this.#transport;
    if (transport.kind === 'socket') {
      makeFolder(transport.folder, this.#place.account);
      if (transport.folder.startsWith(this.#place.home)) chmodSync(transport.folder, 0o700);
      if (!isPrivateFolder(transport.folder, this.#place.account)) {
        return failure(
          'database-socket-folder',
          `文件夹 ${transport.folder} 不是本系统建立的，或者别的用户也能进入。请删除它后再启动。`,
        );
      }
      clearLeftovers(this.#place.home, transport.folder);
    } else {
      this.#transport = { ...transport, port: await freePort(transport.port) };
      clearLeftovers(this.#place.home, undefined);
    }
    // The server insists; a copy, or a chmod over the whole data folder, may have changed it.
    chmodSync(clusterIn(this.#place.home), 0o700);
    configureCluster(this.#place, this.#transport);
    return success(await startPostmaster(this.#place, engine));
  }

  /** Tries to join; in place of the connection that told of this process before, if there was one. */
  async #meet(): Promise<Meeting> {
    if (this.#transport.kind === 'loopback') {
      const port = readPort(this.#place.home);
      if (port === undefined) return { kind: 'absent' };
      this.#transport = { ...this.#transport, port };
    }
    const met = await meetServer(
      { ...this.connection, connectionTimeoutMillis: this.#patience.connection },
      databaseName,
      this.#place.home,
    );
    if (met.kind !== 'joined') return met;
    const { presence } = met;
    const former = this.#presence;
    this.#presence = presence;
    presence.once('end', () => {
      if (this.#presence !== presence) return;
      this.#presence = undefined;
      void this.#comeBack();
    });
    // Not waited for: the server at its other end may hang.
    former?.end().catch(() => {});
    return met;
  }

  /** Like `#meet`, but a server that is still starting is left in peace: it logs each visitor it turns away. */
  async #meetWhenReady(): Promise<Meeting> {
    const state = readState(this.#place.home);
    const busy = state === 'starting' || state === 'stopping';
    return busy && (await findServerProcess(this.#place.home)) ? { kind: state } : this.#meet();
  }

  /** Without a presence the last of the others would stop the server; so a lost one is sought again at once. */
  async #comeBack(): Promise<void> {
    for (let attempt = 0; !this.#presence && !this.#leaving; attempt++) {
      await sleep(pauses[Math.min(attempt, pauses.length - 1)], undefined, { ref: false });
      if (!this.#presence && !this.#leaving) await this.ensureRunning().catch(() => {});
    }
  }

  async #leave(): Promise<void> {
    await this.#joining?.catch(() => {});
    for (const begun = Date.now(); Date.now() - begun < this.#patience.farewell; await sleep(15)) {
      // A server that is coming back by itself after a session's crash would otherwise be left with nobody to stop it.
      const met = this.#presence ? undefined : await this.#meetWhenReady();
      if (met && ['absent', 'stopping', 'refused'].includes(met.kind)) return;
      const presence = this.#presence;
      this.#presence = undefined;
      if (!presence) continue;
      const last = await goodbye(presence).catch(() => undefined);
      if (last) await stopPostmaster(this.#place);
      presence.end().catch(() => {});
      // Undefined: the connection broke at this moment.
      if (last !== undefined) return;
    }
  }

  /** Says a sentence once, when waiting has become long. */
  #teller(sentence: string): (milliseconds: number) => void {
    let told = false;
    return (milliseconds) => {
      if (told || milliseconds < this.#patience.silence) return;
      told = true;
      this.#tell(sentence);
    };
  }
}

/** Whether a server that ended so may be started again: others ended it, or the remains of a killed one are just going. */
function isPassing({ byOthers, words }: Outcome): boolean {
  return byOthers || /still in use|lock file .* already exists/.test(words);
}

function explain(words: string, home: string): Result<never> {
  const { bavail, bsize } = statfsSync(home);
  const little = 16 * 1024 * 1024;
  if (tellsOfFullDisk(words) || bavail * bsize < little) return diskFull(home);
  const reasons = words.match(/(?:FATAL|PANIC): .*/g);
  return failure(
    'database-not-started',
    `数据库无法启动（${reasons?.at(-1) ?? '没有说明原因'}）。请查看 ${clusterIn(home)}/log 里的日志。`,
  );
}
