import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { clusterIn } from './cluster.ts';
import { type Engine, engineEnvironment, prepareEngine, program } from './engine.ts';
import type { Place } from './place.ts';
import { isServerOf, isTaken } from './processes.ts';

const execute = promisify(execFile);

/** The end of a server. */
export interface Outcome {
  /** Somebody stopped or killed it; otherwise it gave up by itself. */
  byOthers: boolean;
  words: string;
}

/** A started server as the process that started it sees it. */
export interface Postmaster {
  /** How it ended and what it wrote before; undefined while it runs. */
  outcome(): Outcome | undefined;
}

const pidFile = (home: string) => join(clusterIn(home), 'postmaster.pid');

/**
 * Starts the server as a process of its own group, so that Ctrl+C at the program's terminal does not end it before the
 * program has ended in good order. It outlives the program when that crashes.
 */
export async function startPostmaster(place: Place, engine: Engine): Promise<Postmaster> {
  const cluster = clusterIn(place.home);
  // The server refuses the rights of an administrator on Windows; pg_ctl gives them up for it.
  const [name, parameters] =
    process.platform === 'win32'
      ? (['pg_ctl', ['start', '--wait', '--timeout=600', '-D', cluster]] as const)
      : (['postgres', ['-D', cluster]] as const);
  const server = spawn(program(engine, name), parameters, {
    ...place.account,
    cwd: place.home,
    env: engineEnvironment(),
    // What it says before its own log is open comes through the pipe, not a file: the disk may be full.
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  let words = '';
  let byOthers: boolean | undefined;
  server.stderr.setEncoding('utf8').on('data', (piece: string) => {
    words += piece;
  });
  // On Windows it is pg_ctl that ends, in good order when the server runs, which goes on holding the pipe.
  server.on(process.platform === 'win32' ? 'exit' : 'close', (code: number | null, signal: string | null) => {
    if (process.platform === 'win32' && code === 0) return;
    byOthers = code === 0 || signal === 'SIGKILL';
  });
  await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject));
  server.unref();
  (server.stderr as Socket).unref();
  return {
    outcome: () => (byOthers === undefined ? undefined : { byOthers, words: words + lastLog(cluster) }),
  };
}

/** The end of today's log, which is named as in the settings. */
function lastLog(cluster: string): string {
  const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(new Date());
  try {
    return readFileSync(join(cluster, `log/postgresql-${day}.log`), 'utf8').slice(-4000);
  } catch {
    return '';
  }
}

/** The server's process, when the file in the data folder names one that still runs. */
export async function findServerProcess(home: string): Promise<number | undefined> {
  const pid = Number(readPidFile(home)[0]);
  return pid > 0 && (await isServerOf(pid, clusterIn(home))) ? pid : undefined;
}

/** What the running server has written of its state; undefined when nothing is known. */
export function readState(home: string): 'starting' | 'stopping' | 'ready' | undefined {
  const state = readPidFile(home)[7]?.trim();
  return state === 'starting' || state === 'stopping' || state === 'ready' ? state : undefined;
}

/** The port on which the running server listens, where it does. */
export const readPort = (home: string): number | undefined => Number(readPidFile(home)[3]) || undefined;

function readPidFile(home: string): string[] {
  try {
    return readFileSync(pidFile(home), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * Removes what a server that did not end in good order has left: under the number of its process there may be another
 * program by now, and the new server would take that for the old one. Only under the lock, and only when
 * `findServerProcess` finds none.
 */
export function clearLeftovers(home: string, socketFolder: string | undefined): void {
  const pid = Number(readPidFile(home)[0]);
  // While the number is not in use again the server itself sees better what is left of the old one.
  if (pid > 0 && isTaken(pid)) rmSync(pidFile(home), { force: true });
  if (socketFolder === undefined) return;
  for (const name of readdirSync(socketFolder)) rmSync(join(socketFolder, name), { force: true });
}

/** Stops the server in good order: sessions are ended, everything is written out. True when it is gone within a minute. */
export async function stopPostmaster(place: Place): Promise<boolean> {
  const pid = await findServerProcess(place.home);
  if (pid === undefined) return true;
  if (process.platform === 'win32') await stopOnWindows(place);
  else process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (!(await isServerOf(pid, clusterIn(place.home)))) return true;
    await sleep(10);
  }
  return false;
}

/** There are no signals there; pg_ctl has a way of its own. */
async function stopOnWindows(place: Place): Promise<void> {
  const engine = await prepareEngine(place.account, place.stageFolder);
  if (!engine.ok) return;
  await execute(program(engine.value, 'pg_ctl'), ['stop', '--mode=fast', '--wait', '-D', clusterIn(place.home)]);
}
