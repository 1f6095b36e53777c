import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json says. Where there is no lock file (the project
 * was itself installed as a package) there is nothing to compare.
 *
 * @param {string} root
 */
export function dependenciesAreFresh(root) {
  const lock = readIfThere(join(root, 'package-lock.json'));
  return lock === undefined || readIfThere(dependenciesStamp(root)) === stampOf(lock);
}

/**
 * Where the stamp stands; inside, so that it goes when the folder goes.
 *
 * @param {string} root
 */
export const dependenciesStamp = (root) => join(root, 'node_modules', '.gongkai-stamp');

/** @param {string} lock the text of package-lock.json */
export const stampOf = (lock) => createHash('sha256').update(lock).digest('hex');

/**
 * Whether what npm itself installed (its hidden lock file) is what the lock file asks for, so that
 * an `npm install` by hand is not done again. Packages for other platforms may be absent.
 *
 * @param {string} lock the text of package-lock.json
 * @param {string | undefined} installed the text of node_modules/.package-lock.json
 */
export function isInstalled(lock, installed) {
  if (installed === undefined) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(installed).packages;
  delete wanted[''];
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      path in present ? present[path].version === version && present[path].integrity === integrity : optional === true,
    )
  );
}

/**
 * @param {string} path
 * @returns {string | undefined}
 */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
