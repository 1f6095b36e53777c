import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildIsPossible, findBuild } from './build.mjs';
import { dependenciesAreFresh } from './dependencies.mjs';
import { Refusal, tell } from './refusal.mjs';
import { run } from './run.mjs';
import { findNode } from './runtime.mjs';

/**
 * Does what the command line asks for, after bringing the runtime, the dependencies and the build
 * up to date. When nothing is stale this reads a handful of files and asks for the times of the
 * sources; everything slow is loaded only when it is needed.
 *
 * @param {string} root the folder of the project
 * @param {string[]} words the command line without `node` and the script
 */
export async function launch(root, words) {
  try {
    if (words[0] === 'script') return await launchScript(root, words[1] ?? '', words.slice(2));
    const isServer = words[0] === 'start';
    const { node, build } = findReady(root) ?? (await prepare(root));
    const folder = join(root, 'dist', build);
    await run({
      node,
      entry: join(folder, isServer ? 'server.js' : 'cli.js'),
      words: isServer ? words.slice(1) : words,
      compileCache: join(folder, 'compile-cache'),
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell(error.chinese, error.english);
    if (error.detail) process.stderr.write(`\n${error.detail}\n`);
    process.exitCode = 1;
  }
}

/**
 * What is needed to run, when nothing is missing or stale.
 *
 * @param {string} root
 */
function findReady(root) {
  const node = findNode(root);
  const build = node && dependenciesAreFresh(root) ? findBuild(root) : undefined;
  return node && build ? { node, build } : undefined;
}

/** @param {string} root */
async function prepare(root) {
  const { prepareBuild, prepareDependencies, prepareNode } = await import('./prepare.mjs');
  const node = await prepareNode(root);
  if (buildIsPossible(root)) await prepareDependencies(root, node);
  return { node, build: await prepareBuild(root, node) };
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string[]} words
 */
async function launchScript(root, name, words) {
  const entry = join(root, 'scripts', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
    const names = readdirSync(join(root, 'scripts'), { withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.ts'))
      .map((each) => each.name.slice(0, -3))
      .join(', ');
    throw new Refusal(`没有名为“${name}”的脚本，可用的有：${names}。`, `No script "${name}"; there are: ${names}.`);
  }
  let node = findNode(root);
  if (!node || !dependenciesAreFresh(root)) {
    const { prepareDependencies, prepareNode } = await import('./prepare.mjs');
    node = await prepareNode(root);
    await prepareDependencies(root, node);
  }
  process.chdir(root);
  await run({ node, entry, words });
}
