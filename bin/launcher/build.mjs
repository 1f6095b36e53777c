import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './dependencies.mjs';

// dist/ holds one folder for each build, named after the content it was built from, and stamp.json,
// which names the current one. A build becomes current by one rename, so that a reader always finds
// a whole build, and a server that still runs from the build before keeps its files.

/**
 * @typedef {object} Stamp
 * @property {string} build name of the folder in dist/; a hash of the names and bytes of the sources
 * @property {string} quick hash of the names, sizes and times of the sources
 */

/** Files outside src/ that decide what a build looks like. */
const furtherInputs = ['package-lock.json', 'package.json', 'scripts/build.ts', 'tsconfig.json'];

/**
 * Whether there are sources to build from; an installed package has only dist/.
 *
 * @param {string} root
 */
export const buildIsPossible = (root) => existsSync(join(root, 'scripts', 'build.ts'));

/**
 * The current build; undefined when there is none or a source has changed since.
 *
 * @param {string} root
 * @returns {string | undefined} name of its folder in dist/
 */
export function findBuild(root) {
  const stamp = readStamp(root);
  if (!stamp || !existsSync(join(root, 'dist', stamp.build))) return undefined;
  if (!buildIsPossible(root)) return stamp.build;
  const sources = listSources(root);
  const quick = quickHash(root, sources);
  if (quick === stamp.quick) return stamp.build;
  // Times may change without the content: a checkout to and fro, a copy of the folder.
  if (contentHash(root, sources) !== stamp.build) return undefined;
  try {
    writeStamp(root, { build: stamp.build, quick });
  } catch {
    // A folder that this user may not write to is no reason to build again.
  }
  return stamp.build;
}

/**
 * Changes whenever a source is saved, added or removed.
 *
 * @param {string} root
 */
export const markSources = (root) => quickHash(root, listSources(root));

/**
 * The stamp a build of the sources as they are now has to get. Ask before building: a file saved
 * during the build then makes it stale.
 *
 * @param {string} root
 * @returns {Stamp}
 */
export function stampSources(root) {
  const sources = listSources(root);
  return { build: contentHash(root, sources), quick: quickHash(root, sources) };
}

/**
 * @param {string} root
 * @param {Stamp} stamp
 */
export function writeStamp(root, stamp) {
  const path = join(root, 'dist', 'stamp.json');
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(stamp)}\n`);
  renameSync(`${path}.${process.pid}`, path);
}

/**
 * What stands in the stamp, of the current build, stale or not.
 *
 * @param {string} root
 * @returns {Stamp | undefined}
 */
export function readStamp(root) {
  try {
    return JSON.parse(readIfThere(join(root, 'dist', 'stamp.json')) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Everything a build is made from, relative to the project, sorted; tests and notes left out.
 *
 * @param {string} root
 */
function listSources(root) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} folder */
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (!/\.test\.tsx?$|\.md$/.test(entry.name)) found.push(path);
    }
  };
  for (const folder of ['src', 'migrations', 'seeds']) if (existsSync(join(root, folder))) visit(folder);
  return [...found, ...furtherInputs].sort();
}

/**
 * @param {string} root
 * @param {string[]} sources
 */
function quickHash(root, sources) {
  const hash = createHash('sha256');
  for (const path of sources) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string[]} sources
 */
function contentHash(root, sources) {
  const hash = createHash('sha256');
  for (const path of sources)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}
