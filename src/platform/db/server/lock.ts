import { chownSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';

/**
 * Runs `act` while no other process, and nobody else in this one, does so under the same path. While
 * somebody else does, `goOn` is asked again and again, with the time waited so far in milliseconds; undefined when it
 * says no.
 *
 * Node has no lock on files of its own; SQLite's is one of the operating system, which lets go of it even when the
 * process is killed, so that there is never a left-over lock to be judged. The file stays empty.
 */
export async function underLock<T>(
  path: string,
  owner: Account | undefined,
  goOn: (milliseconds: number) => boolean,
  act: () => Promise<T>,
): Promise<T | undefined> {
  const begun = Date.now();
  let lock = takeLock(path, owner);
  while (!lock) {
    if (!goOn(Date.now() - begun)) return undefined;
    await sleep(20);
    lock = takeLock(path, owner);
  }
  try {
    return await act();
  } finally {
    lock.close();
  }
}

function takeLock(path: string, owner: Account | undefined): DatabaseSync | undefined {
  if (!existsSync(path)) {
    closeSync(openSync(path, 'a', 0o600));
    if (owner) chownSync(path, owner.uid, owner.gid);
  }
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    // Without a file for the journal nothing is written, so that a full disk does not keep the lock from being had.
    lock.exec('PRAGMA journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    const busy = 5;
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
}
