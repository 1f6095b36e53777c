import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { failure, type Result, success } from '../../../kernel/result.ts';
import type { Account } from './account.ts';
import { type Engine, engineEnvironment, program } from './engine.ts';
import { findCharacterType } from './locale.ts';
import { makeFolder, type Place } from './place.ts';
import { diskFull, tellsOfFullDisk } from './problems.ts';
import { postgresConfiguration } from './settings.ts';
import type { Transport } from './transport.ts';

/** The user of the database, who may do everything, and the name of the database that the program works with. */
export const databaseName = 'gongkai';

/** PostgreSQL's own folder within the home of a database. */
export const clusterIn = (home: string): string => join(home, 'cluster');

/**
 * Makes the files of a database where there are none, and refuses those this engine cannot read. Only under the lock.
 * They are made beside their place and moved there when complete, so that what stands in the place is never half made
 * and never has to be deleted.
 */
export async function provideCluster(
  place: Place,
  engine: Engine,
  tell: (message: string) => void,
): Promise<Result<void>> {
  const cluster = clusterIn(place.home);
  for (const name of readdirSync(place.home)) {
    if (name.startsWith(unfinished)) discard(join(place.home, name));
  }
  if (existsSync(cluster)) return checkCluster(cluster, engine);
  tell('首次启动：正在建立数据库，请稍候。');
  const making = join(place.home, `${unfinished}${randomUUID()}`);
  try {
    makeFolder(making, place.account);
    const trouble = await initialise(making, place, engine);
    if (trouble !== undefined) return trouble;
    renameSync(making, cluster);
    flushFolder(place.home);
    return success(undefined);
  } finally {
    discard(making);
  }
}

const unfinished = '.unfinished-';

/** What a killed process has left may still be written to for a moment by the initdb it had started. */
function discard(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Without this a power cut soon after could undo the move, and the next start would discard the database as half made. */
function flushFolder(path: string): void {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function checkCluster(cluster: string, engine: Engine): Result<void> {
  const versionFile = join(cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    return failure(
      'database-incomplete',
      `${cluster} 里的数据库不完整（没有 PG_VERSION）。请从备份找回该文件夹；确实要从空数据库开始的，把它移到别处后再启动。`,
    );
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major === engine.major) return success(undefined);
  return failure(
    'database-version',
    `${cluster} 是 PostgreSQL ${major} 的数据，本程序内置的是 PostgreSQL ${engine.major}，不能直接读取。请用原来版本的本程序执行 gongkai backup 备份，把该文件夹移到别处，再用现在的版本执行 gongkai restore 恢复。`,
  );
}

async function initialise(folder: string, place: Place, engine: Engine) {
  const password = passwordFile(place.home);
  if (!existsSync(password)) writeOwned(password, `${randomBytes(24).toString('base64url')}\n`, place.account);
  const initdb = spawn(
    program(engine, 'initdb'),
    [
      '--pgdata',
      folder,
      '--username',
      databaseName,
      '--encoding=UTF8',
      '--locale=C',
      `--lc-ctype=${await findCharacterType()}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
      '--pwfile',
      password,
    ],
    { ...place.account, cwd: place.home, env: engineEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const status = new Promise<number | null>((resolve, reject) => initdb.on('error', reject).on('close', resolve));
  const [code, , complaints] = await Promise.all([status, text(initdb.stdout), text(initdb.stderr)]);
  if (code === 0) {
    const main = join(folder, 'postgresql.conf');
    writeFileSync(main, `${readFileSync(main, 'utf8')}\ninclude_if_exists = '${configurationFile}'\n`);
    return undefined;
  }
  if (tellsOfFullDisk(complaints)) return diskFull(place.home);
  if (/could not look up effective user ID/.test(complaints)) {
    return failure(
      'database-account',
      '运行本系统的用户在本机没有登记（/etc/passwd 里没有），数据库无法建立。请换一个登记过的用户，或者用环境变量 DATABASE_URL 指定另一个 PostgreSQL 数据库。',
    );
  }
  return failure('database-not-made', `数据库初始化失败：${lastLine(complaints)}`);
}

const configurationFile = 'gongkai.conf';

/** Password of the user `gongkai`, asked for only where there are no Unix sockets. */
export const passwordFile = (home: string): string => join(home, 'password');

/** Writes the settings of the server, anew at each start: they belong to the program, not to the data. */
export function configureCluster(place: Place, transport: Transport): void {
  const cluster = clusterIn(place.home);
  writeOwned(join(cluster, configurationFile), postgresConfiguration(transport), place.account);
  const access =
    transport.kind === 'socket' ? 'local all all trust\n' : `host all all ${transport.host}/32 scram-sha-256\n`;
  writeOwned(join(cluster, 'pg_hba.conf'), access, place.account);
}

/** Replaces a file as a whole, or not at all. */
function writeOwned(path: string, content: string, owner: Account | undefined): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return;
  const making = `${path}.${randomUUID()}`;
  try {
    writeFileSync(making, content, { mode: 0o600, flush: true });
    if (owner) chownSync(making, owner.uid, owner.gid);
    renameSync(making, path);
  } finally {
    rmSync(making, { force: true });
  }
}

const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
