import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { type Account, isRoot, mayEnter, provideAccount } from './account.ts';

/** Where everything of one embedded database lies, and who it belongs to. */
export interface Place {
  /** Folder that only the database's user and root can enter. */
  home: string;
  /** The user to run as; undefined: the one this process runs as. */
  account: Account | undefined;
  /** Where the programs are copied to when they cannot be run from where they are installed. */
  stageFolder: string;
}

/** Where root puts what the database's user could not reach in its own place. */
const systemFolder = '/var/lib/gongkai';

/** The file in a data folder that says where the database is, when it lies elsewhere. */
const noteIn = (dataFolder: string) => join(dataFolder, 'postgres-location.json');

interface Note {
  meaning: string;
  /** Where the database is. */
  database: string;
  /** The data folder that this note was written for. */
  dataFolder: string;
}

/**
 * Finds where the database of a data folder lies, or decides it when there is none yet: in the data folder, or, for
 * root with a data folder that no other user can enter (below /root, say), in /var/lib/gongkai with a note in the data
 * folder. What was once decided stays: a database is never left behind for a new, empty one.
 */
export async function findPlace(dataFolder: string): Promise<Result<Place>> {
  mkdirSync(dataFolder, { recursive: true });
  const folder = realpathSync(dataFolder);
  const home = join(folder, 'postgres');
  if (existsSync(noteIn(folder))) return placeOfNote(folder);
  if (existsSync(home)) return placeOfHome(home);
  if (!isRoot()) {
    makeFolder(home, undefined);
    return placeOfHome(home);
  }
  const account = await provideAccount();
  if (!account.ok) return account;
  if (await mayEnter(folder, account.value)) {
    makeFolder(home, account.value);
    return placeOfHome(home);
  }
  const elsewhere = join(systemFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  makePublicFolder(systemFolder);
  makeFolder(elsewhere, account.value);
  writeNote(folder, elsewhere);
  return placeOfHome(elsewhere);
}

/** Makes a folder that only its owner and root can enter; what is above it is there. */
export function makeFolder(path: string, owner: Account | undefined): void {
  if (existsSync(path)) return;
  mkdirSync(path, { mode: 0o700 });
  if (owner) chownSync(path, owner.uid, owner.gid);
}

/** Makes a folder that everybody can look into, whatever the process's umask keeps from others. */
export function makePublicFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

/** Whether a folder is one of `makeFolder`; below /tmp somebody else may have been first. */
export function isPrivateFolder(path: string, owner: Account | undefined): boolean {
  const found = lstatSync(path);
  const uid = owner?.uid ?? process.getuid?.();
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
}

async function placeOfHome(home: string): Promise<Result<Place>> {
  const { uid, gid } = statSync(home);
  if (process.platform === 'win32' || uid === process.getuid?.()) {
    if (!isRoot()) return success({ home, account: undefined, stageFolder: join(home, 'engine') });
    return failure(
      'database-owned-by-root',
      `数据库文件夹 ${home} 属于 root，而数据库不能以 root 身份运行。请先执行：chown -R gongkai ${home}（没有用户 gongkai 的，换成启动本系统的普通用户）。`,
    );
  }
  if (!isRoot()) {
    return failure(
      'database-of-other-user',
      `数据库文件夹 ${home} 属于另一个用户（编号 ${uid}）。请用该用户或 root（例如 sudo）运行。`,
    );
  }
  const account = { uid, gid };
  if (await mayEnter(home, account)) {
    return success({ home, account, stageFolder: join(systemFolder, 'engine') });
  }
  return failure(
    'database-closed-in',
    `数据库文件夹 ${home} 所属的用户（编号 ${uid}）进不了它上面的某一级文件夹。请对上面各级文件夹执行 chmod o+x，或者把数据文件夹移到 /srv 这样的位置。`,
  );
}

function writeNote(dataFolder: string, database: string): void {
  const note: Note = {
    meaning:
      '本系统以 root 身份运行，而数据库的用户进不了此文件夹，因此数据库放在 database 所指的位置。备份请用 gongkai backup。',
    database,
    dataFolder,
  };
  writeFileSync(noteIn(dataFolder), `${JSON.stringify(note, undefined, 2)}\n`);
}

async function placeOfNote(dataFolder: string): Promise<Result<Place>> {
  const path = noteIn(dataFolder);
  const note: Note = JSON.parse(readFileSync(path, 'utf8'));
  if (!isRoot()) {
    return failure(
      'database-of-other-user',
      `数据文件夹 ${dataFolder} 的数据库由 root 建立。请用 root（例如 sudo）运行。`,
    );
  }
  if (note.dataFolder !== dataFolder && existsSync(noteIn(note.dataFolder))) {
    return failure(
      'database-copied',
      `数据文件夹 ${dataFolder} 是从 ${note.dataFolder} 复制来的，数据库不在其中，仍归后者使用。要另建一个空数据库，请删除 ${path} 后再启动；要带上数据，请在原处执行 gongkai backup，再到这里执行 gongkai restore。`,
    );
  }
  if (!existsSync(note.database)) {
    return failure(
      'database-gone',
      `${path} 记载数据库在 ${note.database}，但那里已经没有。请先找回该文件夹；确实要从空数据库开始的，删除 ${path} 后再启动。`,
    );
  }
  if (note.dataFolder !== dataFolder) writeNote(dataFolder, note.database);
  return placeOfHome(note.database);
}
