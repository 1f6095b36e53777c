import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
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

/** Where root puts what the database's user could not reach in the data folder. */
const systemFolder = '/var/lib/gongkai';

const homeIn = (dataFolder: string) => join(dataFolder, 'postgres');
const noteIn = (dataFolder: string) => join(dataFolder, 'postgres-location.json');

/** Written into the data folder when the database lies elsewhere. */
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
  const home = homeIn(folder);
  if (existsSync(noteIn(folder))) return placeOfNote(folder);
  if (!isRoot()) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return success({ home, account: undefined, stageFolder: join(home, 'engine') });
  }
  const stageFolder = join(systemFolder, 'engine');
  if (existsSync(home)) return success({ home, account: ownerOf(home), stageFolder });

  const account = await provideAccount();
  if (!account.ok) return account;
  if (await mayEnter(folder, account.value)) {
    makeFolder(home, account.value);
    return success({ home, account: account.value, stageFolder });
  }
  const elsewhere = join(systemFolder, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
  makeFolder(elsewhere, account.value);
  writeNote(folder, elsewhere);
  return success({ home: elsewhere, account: account.value, stageFolder });
}

/** Makes a folder, with nothing above it, that only its owner and root can enter. */
export function makeFolder(path: string, owner: Account | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function ownerOf(path: string): Account {
  const { uid, gid } = statSync(path);
  return { uid, gid };
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

function placeOfNote(dataFolder: string): Result<Place> {
  const note: Note = JSON.parse(readFileSync(noteIn(dataFolder), 'utf8'));
  if (!isRoot()) {
    return failure(
      'database-of-root',
      `数据文件夹 ${dataFolder} 的数据库由 root 建立。请用 root 身份（例如 sudo）运行。`,
    );
  }
  if (!existsSync(note.database)) {
    return failure(
      'database-gone',
      `${noteIn(dataFolder)} 记载数据库在 ${note.database}，但那里已经没有。请先找回该文件夹；确实要从空数据库开始的，删除前一个文件后再启动。`,
    );
  }
  return success({ home: note.database, account: ownerOf(note.database), stageFolder: join(systemFolder, 'engine') });
}
