// `npm run dev`: the server, built and started again whenever a source changes. When a source
// cannot be built, the last server that could goes on.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBuild, markSources } from '../bin/launcher/build.mjs';
import { root, runOpenly } from './support/steps.ts';

/** How often the sources are looked at. Watches of the system miss files that an editor puts in place of others. */
const lookEvery = 300;

let server: ChildProcess | undefined;
let running: string | undefined;
let seen: string | undefined;

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

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server?.kill();
    process.exit();
  });
}

for (;;) {
  const now = markSources(root);
  if (now !== seen) {
    seen = now;
    await restart();
  }
  await sleep(lookEvery);
}
