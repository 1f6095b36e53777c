import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const heartbeat = 2_000;
/** A lock without a heartbeat for this long is abandoned, e.g. its machine lost power. */
const patience = 60_000;

/**
 * Does `work` while no other process does its own under the same lock. A holder that was killed is
 * noticed at once (its process is gone), one on another machine after a minute without a heartbeat.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => Promise<T> | T} work
 * @param {() => void} [waiting] called once when another process holds the lock for over a second
 * @returns {Promise<T>}
 */
export async function withLock(path, work, waiting) {
  mkdirSync(dirname(path), { recursive: true });
  const id = randomUUID();
  const asked = Date.now();
  let told = false;
  while (!take(path, id)) {
    if (!removeAbandoned(path)) await sleep(100);
    if (!told && Date.now() - asked > 1_000) {
      told = true;
      waiting?.();
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // Taken for abandoned and removed; the work is safe to be done twice.
    }
  }, heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (read(path)?.id === id) rmSync(path, { force: true });
  }
}

/**
 * @param {string} path
 * @param {string} id
 */
function take(path, id) {
  try {
    writeFileSync(path, JSON.stringify({ id, pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose holder is gone. It is renamed first and looked at again, so that of several
 * waiting processes one removes it, and none removes the lock that another has just taken.
 *
 * @param {string} path
 * @returns {boolean} whether it is worth trying again at once
 */
function removeAbandoned(path) {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (written === undefined) return true;
  const holder = read(path);
  const isGone = holder?.host === hostname() && !isAlive(holder.pid);
  if (!isGone && Date.now() - written < patience) return false;
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (read(aside)?.id !== holder?.id) linkSync(aside, path);
  } catch {
    // Another process was faster.
  }
  rmSync(aside, { force: true });
  return true;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} path
 * @returns {{ id: string, pid: number, host: string } | undefined} undefined when it is gone or being written
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
