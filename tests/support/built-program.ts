import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { prepareBuild } from '../../bin/launcher/prepare.mjs';

const root = join(import.meta.dirname, '../..');

let build: Promise<string> | undefined;

/** Path of a file of the current build; builds first when a source has changed since the last run of tests. */
export async function builtFile(name: 'server.js' | 'cli.js'): Promise<string> {
  build ??= prepareBuild(root, process.execPath);
  return join(root, 'dist', await build, name);
}

/** An empty folder for the data of one server, which also the user of the database may enter. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-data-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes such a folder, and ends the database in it that a killed server has left running. */
export function removeDataFolder(folder: string): void {
  try {
    const [pid] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
    // Immediate shutdown: nothing in there is wanted any more.
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // No database, or none that runs.
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

export interface RunningServer {
  /** Without a slash at the end, e.g. `http://127.0.0.1:43121`. */
  address: string;
  process: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has written so far. */
  stdout(): string;
  stderr(): string;
  /** Sends a signal and waits for the end; the value is the exit status, or the signal it died of. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/**
 * Starts the built server on a free port and waits until it listens. Its data lie in a folder of
 * their own, gone when it is stopped, unless `DATA_DIR` names one.
 */
export async function startServer(
  environment: Record<string, string> = {},
  words: readonly string[] = [],
): Promise<RunningServer> {
  const dataFolder = environment.DATA_DIR ? undefined : makeDataFolder();
  const server = spawn(process.execPath, [await builtFile('server.js'), ...words], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      ...(dataFolder ? { DATA_DIR: dataFolder } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  server.stderr.on('data', (piece) => (stderr += piece));
  const exited = once(server, 'exit').then(([status, signal]): number | string => {
    if (dataFolder) removeDataFolder(dataFolder);
    return status ?? signal;
  });
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (piece) => {
      stdout += piece;
      const found = /http:\/\/\S+:\d+/.exec(stdout)?.[0];
      if (found) resolve(found);
    });
    exited.then((status) => reject(new Error(`the server ended with ${status}: ${stderr}`)));
  });
  return {
    address,
    process: server,
    stdout: () => stdout,
    stderr: () => stderr,
    stop: (signal = 'SIGTERM') => {
      server.kill(signal);
      return exited;
    },
  };
}
