import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** One command of a longer task. */
export interface Step {
  name: string;
  /** A script of a package, e.g. `typescript/bin/tsc`, or one of ours, e.g. `scripts/generate.ts`. */
  script: string;
  words: readonly string[];
}

/** Path of a JavaScript file that a package brings. */
export const packageScript = (path: string): string => join(root, 'node_modules', path);

/**
 * Runs the steps, as many at a time as there are processors, and says of each whether it passed;
 * what a failed one printed is shown.
 *
 * @returns the names of those that failed
 */
export async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const begun = performance.now();
      const { passed, output } = await runStep(step);
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
      console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds} s)`);
      if (passed) continue;
      failed.push(step.name);
      console.log(output.trimEnd().replace(/^/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed;
}

function runStep({ script, words }: Step): Promise<{ passed: boolean; output: string }> {
  const child = spawn(process.execPath, [script, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (output += piece));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ passed: status === 0, output }));
  });
}

/** Runs a step with its output going straight to the terminal; the value is its exit status. */
export function runOpenly(
  { script, words }: Omit<Step, 'name'>,
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}
