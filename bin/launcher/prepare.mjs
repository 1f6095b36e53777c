import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIsPossible, findBuild, readStamp } from './build.mjs';
import { dependenciesAreFresh, dependenciesStamp, isInstalled, readIfThere, stampOf } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { installLocked } from './npm.mjs';
import { Refusal, tell } from './refusal.mjs';
import { findNode, getRuntimePackage, runtimeFolder, thisMachine } from './runtime.mjs';

// Everything here is made beside its place and renamed into it, under one lock. A launcher that is
// killed half-way leaves a folder that the next one throws away, never half a runtime or half a
// node_modules.

/**
 * The Node to run the project with, fetched when it is not there.
 *
 * @param {string} root
 * @param {import('./runtime.mjs').Machine} machine
 * @returns {Promise<string>} path of the binary
 */
export async function prepareNode(root, machine = thisMachine) {
  const found = findNode(root, machine);
  if (found) return found;
  return alone(root, async () => findNode(root, machine) ?? (await fetchNode(root, machine)));
}

/**
 * Installs the dependencies when they are not what package-lock.json says.
 *
 * @param {string} root
 * @param {string} node
 */
export async function prepareDependencies(root, node) {
  if (dependenciesAreFresh(root)) return;
  await alone(root, async () => {
    if (dependenciesAreFresh(root)) return;
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    if (isInstalled(lock, readIfThere(join(root, 'node_modules', '.package-lock.json')))) {
      writeFileSync(dependenciesStamp(root), stampOf(lock));
      return;
    }
    tell('正在安装依赖组件，首次约需一分钟……', 'Installing dependencies; about a minute the first time …');
    const staging = makeStaging(root);
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      if (existsSync(join(root, name))) copyFileSync(join(root, name), join(staging, name));
    }
    await installLocked(staging, node);
    const ready = join(staging, 'node_modules');
    mkdirSync(ready, { recursive: true });
    writeFileSync(join(ready, '.gongkai-stamp'), stampOf(lock));
    replace(root, ready, join(root, 'node_modules'));
  });
}

/**
 * The current build, made when there is none or a source has changed.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<string>} name of its folder in dist/
 */
export async function prepareBuild(root, node) {
  const found = findBuild(root);
  if (found) return found;
  if (!buildIsPossible(root)) {
    throw new Refusal(
      '安装包不完整：缺少 dist 目录，请重新安装。',
      'The package is incomplete: dist is missing. Install it again.',
    );
  }
  return alone(root, async () => {
    const foundNow = findBuild(root);
    if (foundNow) return foundNow;
    tell('正在构建……', 'Building …');
    const { status } = spawnSync(node, [join(root, 'scripts', 'build.ts')], { cwd: root, stdio: ['ignore', 2, 2] });
    // Not asked for by its sources: one may have been saved since the build began.
    const build = status === 0 ? readStamp(root)?.build : undefined;
    if (!build) throw new Refusal('构建失败，原因见上。', 'The build failed; the reason stands above.');
    return build;
  });
}

/**
 * @param {string} root
 * @param {import('./runtime.mjs').Machine} machine
 */
async function fetchNode(root, machine) {
  const wanted = getRuntimePackage(machine);
  tell(
    `本机的 Node 版本为 ${machine.version}，正在下载本项目所需的 Node ${wanted.version}（约 50 MB，仅首次需要）……`,
    `This machine has Node ${machine.version}; fetching Node ${wanted.version} for the project (about 50 MB, once) …`,
  );
  const staging = makeStaging(root);
  const dependencies = { [wanted.name]: wanted.version };
  const description = { name: 'gongkai-runtime', version: '0.0.0', private: true, dependencies };
  const lock = {
    ...description,
    lockfileVersion: 3,
    packages: {
      '': { name: description.name, version: description.version, dependencies },
      [`node_modules/${wanted.name}`]: { version: wanted.version, integrity: wanted.integrity },
    },
  };
  writeFileSync(join(staging, 'package.json'), JSON.stringify(description));
  writeFileSync(join(staging, 'package-lock.json'), JSON.stringify(lock));
  await installLocked(staging, machine.execPath);

  const folder = join(staging, 'node_modules', wanted.name);
  const { status, stderr } = spawnSync(join(folder, wanted.binary), ['--version'], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Refusal(
      `下载的 Node ${wanted.version} 不能在本机运行，多半是操作系统版本过旧（例如 glibc 低于 2.28）。请升级系统，或自行安装能运行的 Node 24。`,
      `The fetched Node ${wanted.version} does not run here; the system is probably too old (glibc before 2.28). Upgrade it, or install a Node 24 that runs.`,
      stderr?.trim(),
    );
  }
  // Headers and manuals are two thirds of the package and of no use here.
  for (const name of ['include', 'share']) rmSync(join(folder, name), { recursive: true, force: true });
  const place = join(runtimeFolder(root), 'node_modules', wanted.name);
  mkdirSync(dirname(place), { recursive: true });
  replace(root, folder, place);
  return join(place, wanted.binary);
}

/**
 * Does `work` as the only launcher of this project, with the leftovers of killed ones cleared away.
 *
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 */
function alone(root, work) {
  const waiting = () =>
    tell('另一个进程正在准备运行环境，请稍候……', 'Another process is preparing the project; waiting …');
  try {
    mkdirSync(runtimeFolder(root), { recursive: true });
  } catch (error) {
    throw new Refusal(
      `无法写入项目目录 ${root}。`,
      `The project folder ${root} may not be written to.`,
      /** @type {Error} */ (error).message,
    );
  }
  return withLock(
    join(runtimeFolder(root), 'lock'),
    async () => {
      clearStaging(root);
      try {
        return await work();
      } finally {
        clearStaging(root);
      }
    },
    waiting,
  );
}

/** @param {string} root */
function makeStaging(root) {
  const staging = join(runtimeFolder(root), `staging-${randomUUID()}`);
  mkdirSync(staging, { recursive: true });
  return staging;
}

/** @param {string} root */
function clearStaging(root) {
  for (const name of readdirSync(runtimeFolder(root))) {
    if (name.startsWith('staging-')) rmSync(join(runtimeFolder(root), name), { recursive: true, force: true });
  }
}

/**
 * Puts `ready` where `place` is; what stood there goes with the leftovers.
 *
 * @param {string} root
 * @param {string} ready
 * @param {string} place
 */
function replace(root, ready, place) {
  try {
    if (existsSync(place)) renameSync(place, join(makeStaging(root), 'old'));
    renameSync(ready, place);
  } catch (error) {
    throw new Refusal(
      `无法替换 ${place}，可能正被其他程序占用。请停止正在运行的 gongkai 后重试。`,
      `${place} cannot be replaced; another program may be using it. Stop a running gongkai and try again.`,
      /** @type {Error} */ (error).message,
    );
  }
}
