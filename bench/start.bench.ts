// How long a person waits for the program to begin: a check of one text report on the command line, and
// `npm start` until it answers, with everything built, beside a Node that does nothing. Where the machine
// has an older Node too, the same through that. The database is there already, with the demonstration in it.
// Fails beyond half a second and four seconds.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { prepareBuild } from '../bin/launcher/prepare.mjs';
import { makeDataFolder, removeDataFolder } from '../tests/support/built-program.ts';
import { printTimings, timeAgainst } from './support/against.ts';

const root = join(import.meta.dirname, '..');
const launcher = join(root, 'bin/gongkai.mjs');
const wait = {
  check: { name: 'gongkai report check, a text report', most: 500 },
  start: { name: 'gongkai start with existing data, until it answers', most: 4_000 },
};
const report = join(root, 'tests/golden/annual-reports/pipes-between-lines.txt');

await prepareBuild(root, process.execPath);
const dataFolder = makeDataFolder();
process.on('exit', () => removeDataFolder(dataFolder));
await start(process.execPath);
const older = findOlderNode();
const timings = await timeAgainst(
  [
    { name: 'node, doing nothing', run: () => execFileSync(process.execPath, ['-e', '0']) },
    { name: wait.check.name, run: () => check(process.execPath) },
    ...(older ? [{ name: `${wait.check.name}, through ${older.version}`, run: () => check(older.path) }] : []),
    { name: wait.start.name, run: () => start(process.execPath) },
    ...(older ? [{ name: `${wait.start.name}, through ${older.version}`, run: () => start(older.path) }] : []),
  ],
  8,
);
printTimings('waiting for the program to begin, best of 8', timings);
for (const { name, milliseconds } of timings) {
  const most = name.startsWith(wait.start.name) ? wait.start.most : wait.check.most;
  if (milliseconds <= most) continue;
  console.error(`${name}: over ${most} ms`);
  process.exitCode = 1;
}

function check(node: string): void {
  // A finding is status 1 and as good an answer as none.
  try {
    execFileSync(node, [launcher, 'report', 'check', report], { stdio: 'ignore' });
  } catch (error) {
    if ((error as { status?: unknown }).status !== 1) throw error;
  }
}

async function start(node: string): Promise<void> {
  const server = spawn(node, [launcher, 'start'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  let address: string | undefined;
  while (address === undefined) {
    words += String((await once(server.stdout, 'data'))[0]);
    address = /http:\/\/\S+:\d+/.exec(words)?.[0];
  }
  await fetch(`${address}/healthz`);
  server.kill('SIGTERM');
  await once(server, 'exit');
}

function findOlderNode(): { path: string; version: string } | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return paths
    .filter((path) => existsSync(path))
    .map((path) => ({ path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() }))
    .find(({ version }) => Number.parseInt(version.slice(1), 10) < 24);
}
