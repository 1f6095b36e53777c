import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Refusal } from './refusal.mjs';

/**
 * Installs what the package-lock.json in `folder` says, without running any script of a package.
 * Refuses with the reason when that fails.
 *
 * Not by `npm ci`: that refuses a lock file in which packages for another platform are missing, as
 * happens where a registry does not have them all. Versions and checksums hold here as well.
 *
 * @param {string} folder
 * @param {string} node path of the Node to run npm with
 * @param {NodeJS.ProcessEnv} [environment]
 */
export async function installLocked(folder, node, environment = process.env) {
  const npm = findNpm(environment);
  if (!npm) {
    throw new Refusal(
      '找不到 npm，无法下载所需组件。请安装带有 npm 的 Node（或把 npm 加入 PATH）后重试。',
      'npm was not found, so nothing can be fetched. Install a Node that comes with npm (or put npm on the PATH) and try again.',
    );
  }
  const options = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const patience = [
    '--fetch-retries=3',
    '--fetch-retry-mintimeout=2000',
    '--fetch-retry-maxtimeout=10000',
    '--prefer-offline',
  ];
  // What the lock file names was old enough when it was chosen.
  const words = ['install', '--no-save', '--min-release-age=0', ...options, ...patience];
  const [command, ...before] = npm.endsWith('.js') ? [node, npm] : [npm];
  const child = spawn(command, [...before, ...words], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  // A launcher that is told to stop takes npm along, so that no download goes on unseen.
  const stop = () => child.kill();
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.once(signal, stop);

  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const { status, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal }));
  });
  for (const each of signals) process.off(each, stop);
  if (status !== 0) throw explain(said, signal);
}

/**
 * Where npm is: as JavaScript (`npm-cli.js`) where that can be told, else the command itself.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined}
 */
function findNpm(environment) {
  const candidates = [
    environment.npm_execpath ?? '',
    ...(environment.PATH ?? environment.Path ?? '')
      .split(delimiter)
      .filter(Boolean)
      .flatMap((folder) => [join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'), join(folder, 'npm')]),
    join(dirname(dirname(process.execPath)), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].filter((path) => path && existsSync(path));
  const scripts = candidates.map((path) => realpathSync(path)).filter((path) => path.endsWith('npm-cli.js'));
  // The file called npm that stands on Windows beside npm.cmd is a script for another shell.
  return scripts[0] ?? (process.platform === 'win32' ? undefined : candidates.find((path) => path.endsWith('npm')));
}

const networkTrouble =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR|ENOTCACHED|network/;

/**
 * @param {string} said what npm printed
 * @param {NodeJS.Signals | null} signal
 */
function explain(said, signal) {
  const detail = said.trim().split('\n').slice(-12).join('\n');
  if (signal)
    return new Refusal(
      '安装已中止，下次启动时会重新进行。',
      'The installation was stopped; the next start does it again.',
    );
  if (/ENOSPC/.test(said)) return new Refusal('磁盘空间不足，无法安装。', 'The disk is full.', detail);
  if (/EACCES|EPERM|EROFS/.test(said)) {
    return new Refusal('没有写入权限，无法安装。', 'The folder may not be written to.', detail);
  }
  if (/EINTEGRITY/.test(said)) {
    return new Refusal(
      '下载到的组件与本项目登记的校验值不一致，已停止安装。请检查网络或所用的 npm 镜像。',
      'A downloaded package does not match its recorded checksum. Check the network or the npm mirror in use.',
      detail,
    );
  }
  if (networkTrouble.test(said)) {
    return new Refusal(
      '无法从 npm 源下载组件。请检查网络和代理设置（npm config get registry、HTTPS_PROXY）后重试。',
      'Packages cannot be fetched from the npm registry. Check the network and the proxy settings, then try again.',
      detail,
    );
  }
  return new Refusal(
    'npm 未能完成安装，原因如下。',
    'npm could not finish the installation; its words follow.',
    detail,
  );
}
