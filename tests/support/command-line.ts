import { spawn } from 'node:child_process';
import { builtFile } from './built-program.ts';

/** How a call of the command line ended and what it said. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CallOptions {
  cwd: string;
  stdin?: string;
  env?: Record<string, string>;
}

/** Calls the built `gongkai` with these words, in a process of its own. */
export async function gongkai(words: readonly string[], { cwd, stdin = '', env = {} }: CallOptions): Promise<Outcome> {
  const entry = await builtFile('cli.js');
  const child = spawn(process.execPath, [entry, ...words], { cwd, env: { PATH: process.env.PATH, ...env } });
  const outcome: Outcome = { status: null, stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      outcome[name] += chunk;
    });
  }
  // A command that does not read its input closes it before all is written.
  child.stdin.on('error', () => {}).end(stdin);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ ...outcome, status }));
  });
}
