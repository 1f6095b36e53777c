import { spawn } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFile, makeDataFolder, removeDataFolder, startServer } from '../support/built-program.ts';
import { gongkai } from '../support/command-line.ts';

const folders: string[] = [];
const dataFolder = () => {
  const folder = makeDataFolder();
  folders.push(folder);
  return folder;
};
const call = (words: string[], folder: string) => gongkai(words, { cwd: folder, env: { DATA_DIR: folder } });

let full = '';
let archive = '';

beforeAll(async () => {
  full = dataFolder();
  archive = join(full, 'all.tar.gz');
  // With the demonstration county in it; saved while it runs.
  const server = await startServer({ DATA_DIR: full });
  const saved = await call(['backup', '--with-keys', archive], full);
  expect(saved).toMatchObject({ status: 0, stdout: expect.stringContaining('已核对，内容完整') });
  await server.stop();
}, 300_000);

afterAll(() => folders.forEach(removeDataFolder));

describe('a backup of the running system', () => {
  test('comes back on an empty machine, with its keys and an audit that verifies, and serves people again', async () => {
    const empty = dataFolder();
    const restored = await call(['restore', archive], empty);
    expect(restored.stderr).not.toContain('gongkai:');
    expect(restored).toMatchObject({ status: 0 });
    expect(restored.stdout).toMatch(/已恢复到 .*的状态/);
    expect(restored.stdout).toMatch(/审计记录 \d+ 条，核对无误/);
    expect(readdirSync(join(empty, 'keys'))).toContain('sealing-keys.json');
    const server = await startServer({ DATA_DIR: empty });
    expect(server.stdout()).toContain('演示环境：云溪县');
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    await server.stop();
  });

  test('is not put over what is there, and is put beside it when that is wanted', async () => {
    const there = dataFolder();
    expect(await call(['restore', archive], there)).toMatchObject({ status: 0 });
    const refused = await call(['restore', archive], there);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('不是空的') });
    const replaced = await call(['restore', '--replace', archive], there);
    expect(replaced).toMatchObject({ status: 0, stdout: expect.stringContaining('原有数据保留在数据库') });
    const dropped = await call(['restore', '--drop-previous'], there);
    expect(dropped).toMatchObject({ status: 0, stdout: expect.stringContaining('已删除：gongkai_before_') });
  });

  test('is not put in while the system runs', async () => {
    const server = await startServer({ DATA_DIR: full });
    const refused = await call(['restore', '--replace', archive], full);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('请先停止本系统') });
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await server.stop();
  });

  test('that is killed in the middle of coming back leaves nothing in its way', async () => {
    const empty = dataFolder();
    for (const wait of [300, 900, 1_800]) {
      const child = spawn(process.execPath, [await builtFile('cli.js'), 'restore', archive], {
        env: { PATH: process.env.PATH, DATA_DIR: empty },
        stdio: 'ignore',
      });
      await sleep(wait);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
    }
    const restored = await call(['restore', archive], empty);
    // Unless the last one had come to its end before it was killed.
    if (restored.status !== 0) expect(restored.stderr).toContain('不是空的');
    expect(await call(['backup', join(empty, 'again.tar.gz')], empty)).toMatchObject({ status: 0 });
  });

  test('without a system there is nothing to save', async () => {
    const refused = await call(['backup', 'x.tar.gz'], dataFolder());
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('没有可以备份的内容') });
  });

  test('is checked on any machine, and told when it is no backup', async () => {
    const anywhere = dataFolder();
    const verified = await call(['backup', '--verify', archive], anywhere);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('备份完整') });
    expect(statSync(archive).mode & 0o077).toBe(0);
    expect(await call(['backup', '--verify', join(full, 'nothing.tar.gz')], anywhere)).toMatchObject({ status: 2 });
    rmSync(join(anywhere, 'postgres'), { recursive: true, force: true });
  });
});
