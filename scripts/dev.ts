// `npm run dev`: the server, built and started again whenever a source changes. When a source
// cannot be built, the last server that could goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { findBuild } from '../bin/launcher/build.mjs';
import { root, runOpenly } from './support/steps.ts';

/** Editors save in several steps; a change counts when nothing follows for this long. */
const quietMilliseconds = 80;

let server: ChildProcess | undefined;
let running: string | undefined;
let work: Promise<void> = Promise.resolve();
let timer: NodeJS.Timeout | undefined;

async function restart(): Promise<void> {
  if ((await runOpenly({ script: 'scripts/build.ts', words: [] })) !== 0) return;
  const build = findBuild(root);
  if (!build || build === running) return;
  if (server && server.exitCode === null) {
    server.kill();
    await once(server, 'exit');
  }
  running = build;
  server = spawn(process.execPath, [join(root, 'dist', build, 'server.js')], { cwd: root, stdio: 'inherit' });
}

watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    work = work.then(restart);
  }, quietMilliseconds);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server?.kill();
    process.exit();
  });
}
work = work.then(restart);
