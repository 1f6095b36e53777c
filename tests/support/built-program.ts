import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
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

/** Starts the built server on a free port and waits until it listens. */
export async function startServer(environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = spawn(process.execPath, [await builtFile('server.js')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  server.stderr.on('data', (piece) => (stderr += piece));
  const exited = once(server, 'exit').then(([status, signal]): number | string => status ?? signal);
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
