import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { failure, type Result, success } from '../../../kernel/result.ts';

const execute = promisify(execFile);

/** A user of the operating system, by its numbers. */
export interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root, so the database gets a user of its own. */
const ownName = 'gongkai';
/** Where none can be made: the user that a PostgreSQL of the system came with (the second on macOS). */
const otherNames = ['postgres', '_postgres'];

/** Whether this process runs as root, who may, and has to, start the database as somebody else. */
export const isRoot = (): boolean => process.getuid?.() === 0;

/**
 * Finds the user that the database runs as when the program runs as root; makes the system user `gongkai` when it is
 * not there. Refused where there is none and none can be made.
 */
export async function provideAccount(name = ownName, others: readonly string[] = otherNames): Promise<Result<Account>> {
  // Two processes may be making the user at once, and the second finds the list of users locked.
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await findAccount(name);
    if (found) return success(found);
    const tried = await makeAccount(name);
    if (tried === 'no tool') break;
    if (tried === 'failed') await sleep(200);
  }
  for (const each of [name, ...others]) {
    const found = await findAccount(each);
    if (found) return success(found);
  }
  return failure(
    'database-account',
    `数据库不能以 root 身份运行，本机又无法新建系统用户 ${name}。请改用普通用户启动本系统，或者用环境变量 DATABASE_URL 指定另一个 PostgreSQL 数据库。`,
  );
}

/** The numbers of a user, if there is one of that name. */
async function findAccount(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => execute('id', [what, name])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
}

async function makeAccount(name: string): Promise<'made' | 'failed' | 'no tool'> {
  const ways: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name],
    ],
    // Busybox, as on Alpine.
    ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/bin/false', name]],
  ];
  let outcome: 'failed' | 'no tool' = 'no tool';
  for (const [tool, parameters] of ways) {
    try {
      await execute(tool, parameters, { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });
      return 'made';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') outcome = 'failed';
    }
  }
  return outcome;
}

/** Whether a user may enter a folder, with all above it; asked of the system itself, which knows of access lists too. */
export async function mayEnter(folder: string, account: Account): Promise<boolean> {
  try {
    await execute('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}
