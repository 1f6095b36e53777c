import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const launcher = join(import.meta.dirname, '../../bin');

/** A build like the real one in what the launcher sees of it; the program is src/cli/main.js as it is. */
const buildScript = `
import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
import { stampSources, writeStamp } from '../bin/launcher/build.mjs';
const root: string = process.cwd();
const stamp = stampSources(root);
appendFileSync('calls.log', 'build\\n');
if (process.env.BUILD_FAILS) process.exit(1);
mkdirSync('dist/' + stamp.build, { recursive: true });
cpSync('src/cli/main.js', 'dist/' + stamp.build + '/cli.js');
writeStamp(root, stamp);
`;

/** An npm that installs without a network: a package is a folder with its package.json and a binary. */
const npm = `
const { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } = require('node:fs');
const log = process.env.CALLS_LOG;
appendFileSync(log, 'npm ' + process.argv[2] + '\\n');
if (process.env.NPM_FAILS) {
  console.error('npm error code ' + process.env.NPM_FAILS);
  process.exit(1);
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [path, { version }] of Object.entries(packages)) {
  if (path === '') continue;
  mkdirSync(path + '/bin', { recursive: true });
  if (process.env.NPM_HANGS) {
    appendFileSync(log, 'hanging\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20_000);
  }
  symlinkSync(process.execPath, path + '/bin/node');
  mkdirSync(path + '/include', { recursive: true });
  writeFileSync(path + '/package.json', JSON.stringify({ version }));
}
`;

/** How a launcher ended and what it said. */
export interface Outcome {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A small project with the real launcher, in a temporary folder. */
export class LauncherProject {
  readonly root = mkdtempSync(join(tmpdir(), 'gongkai-launcher-'));

  constructor() {
    cpSync(launcher, join(this.root, 'bin'), { recursive: true });
    this.write('npm/npm-cli.js', npm);
    this.write('package.json', '{ "type": "module" }');
    this.write('npm/package.json', '{ "type": "commonjs" }');
    this.write('tsconfig.json', '{}');
    this.write('scripts/build.ts', buildScript);
    this.write(
      'scripts/show.ts',
      'const words: string[] = process.argv.slice(2);\nconsole.log(process.cwd(), ...words);',
    );
    this.write('src/cli/main.js', 'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(2)]));');
    this.lock({ tool: '1.0.0' });
  }

  /** Writes a file of the project. */
  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Writes a lock file that asks for these packages. */
  lock(versions: Record<string, string>): void {
    const packages = Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]);
    this.write('package-lock.json', JSON.stringify({ packages: { '': {}, ...Object.fromEntries(packages) } }));
  }

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** What npm and the build were asked to do since the last question. */
  calls(): string[] {
    const path = join(this.root, 'calls.log');
    const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
    rmSync(path, { force: true });
    return lines;
  }

  get environment(): NodeJS.ProcessEnv {
    const { npm_lifecycle_event, NODE_COMPILE_CACHE, ...rest } = process.env;
    return { ...rest, npm_execpath: join(this.root, 'npm/npm-cli.js'), CALLS_LOG: join(this.root, 'calls.log') };
  }

  /** Starts the launcher without waiting for it. */
  start(
    words: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): { process: ChildProcess; end: Promise<Outcome> } {
    return observe(
      spawn(process.execPath, [join(this.root, 'bin/gongkai.mjs'), ...words], {
        cwd: tmpdir(),
        env: { ...this.environment, ...environment },
      }),
    );
  }

  /** Runs the launcher to its end. */
  run(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return this.start(words, environment).end;
  }

  /** Leftovers of installations that did not come to their end. */
  staging(): string[] {
    return readdirSync(join(this.root, '.runtime')).filter((name) => name !== 'node_modules');
  }

  removePath(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The end of a process, with everything it wrote. */
export function observe(child: ChildProcess): { process: ChildProcess; end: Promise<Outcome> } {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (piece) => (stdout += piece));
  child.stderr?.on('data', (piece) => (stderr += piece));
  const end = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
  return { process: child, end };
}

/** Waits until something holds. */
export async function until(holds: () => boolean, milliseconds = 10_000): Promise<void> {
  const begun = Date.now();
  while (!holds()) {
    if (Date.now() - begun > milliseconds) throw new Error(`not within ${milliseconds} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
