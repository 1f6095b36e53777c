import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterIn } from './cluster.ts';
import { type Engine, engineEnvironment, program } from './engine.ts';
import type { Place } from './place.ts';

/** A started server as the process that started it sees it. */
export interface Postmaster {
  /** What it wrote before it ended; undefined while it runs. */
  lastWords(): string | undefined;
}

const pidFile = (home: string) => join(clusterIn(home), 'postmaster.pid');
const outputFile = (home: string) => join(home, 'start.log');

/**
 * Starts the server as a process of its own group, so that Ctrl+C at the program's terminal does not end it before the
 * program has ended in good order. It outlives the program when that crashes.
 */
export async function startPostmaster(place: Place, engine: Engine): Promise<Postmaster> {
  const output = openSync(outputFile(place.home), 'w', 0o600);
  if (place.account) chownSync(outputFile(place.home), place.account.uid, place.account.gid);
  let ended = false;
  try {
    const server = spawn(program(engine, 'postgres'), ['-D', clusterIn(place.home)], {
      ...place.account,
      cwd: place.home,
      env: engineEnvironment(),
      stdio: ['ignore', output, output],
      detached: true,
      windowsHide: true,
    });
    server.on('exit', () => {
      ended = true;
    });
    await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject));
    server.unref();
  } finally {
    closeSync(output);
  }
  return { lastWords: () => (ended ? readFileSync(outputFile(place.home), 'utf8') : undefined) };
}

/** The server's process as its file in the data folder names it. */
export function readPid(home: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(pidFile(home), 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

/** Stops the server in good order: sessions are ended, everything is written out. True when it is gone within a minute. */
export async function stopPostmaster(home: string): Promise<boolean> {
  const pid = readPid(home);
  if (pid === undefined) return true;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (!existsSync(pidFile(home)) || readPid(home) !== pid) return true;
    await sleep(10);
  }
  return false;
}

void rmSync;
