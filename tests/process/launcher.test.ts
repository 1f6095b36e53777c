import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync, unlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LauncherProject, observe, until } from './launcher-project.ts';

let project: LauncherProject;

beforeEach(() => {
  project = new LauncherProject();
});
afterEach(() => project.remove());

const ready = ['npm install', 'build'];

describe('the launcher does what is needed, and only then', () => {
  test('the first call installs, builds and runs; the second only runs', async () => {
    const first = await project.run(['report', 'read', '年报.txt']);
    expect(JSON.parse(first.stdout)).toEqual([tmpdir(), 'report', 'read', '年报.txt']);
    expect(first.stderr).toContain('正在安装依赖组件');
    expect(first.stderr).toContain('正在构建');
    expect(project.calls()).toEqual(ready);

    const second = await project.run(['--json', '']);
    expect(second).toEqual({
      status: 0,
      signal: null,
      stdout: `${JSON.stringify([tmpdir(), '--json', ''])}\n`,
      stderr: '',
    });
    expect(project.calls()).toEqual([]);
  });

  test.each<[what: string, change: () => void, calls: string[]]>([
    ['a source is changed', () => project.write('src/cli/main.js', 'console.log(1)'), ['build']],
    ['a source is added', () => project.write('src/kernel/word.ts', ''), ['build']],
    ['the build script is changed', () => project.write('scripts/build.ts', `${readBuildScript()}\n`), ['build']],
    ['only the times of a source change', () => touch('src/cli/main.js'), []],
    ['a test is added', () => project.write('src/kernel/word.test.ts', ''), []],
    ['a note is added', () => project.write('src/kernel/README.md', ''), []],
    ['a script is changed', () => project.write('scripts/show.ts', ''), []],
    ['the lock file is changed', () => project.lock({ tool: '1.0.1' }), ready],
  ])('when %s', async (_what, change, calls) => {
    await project.run([]);
    project.calls();
    change();
    await project.run([]);
    expect(project.calls()).toEqual(calls);
    await project.run([]);
    expect(project.calls()).toEqual([]);
  });

  test('when a source is removed', async () => {
    project.write('src/kernel/word.ts', '');
    await project.run([]);
    project.calls();
    unlinkSync(join(project.root, 'src/kernel/word.ts'));
    await project.run([]);
    expect(project.calls()).toEqual(['build']);
  });

  test('what was installed by hand is not installed again', async () => {
    project.write('node_modules/.package-lock.json', '{ "packages": { "node_modules/tool": { "version": "1.0.0" } } }');
    await project.run([]);
    expect(project.calls()).toEqual(['build']);
  });

  test.each([
    ['another version', '{ "packages": { "node_modules/tool": { "version": "0.9.0" } } }'],
    ['a package less', '{ "packages": {} }'],
    ['a package more', '{ "packages": { "node_modules/tool": { "version": "1.0.0" }, "node_modules/x": {} } }'],
  ])('what was installed by hand is replaced when it is %s', async (_what, installed) => {
    project.write('node_modules/.package-lock.json', installed);
    project.write('node_modules/stray/index.js', '');
    await project.run([]);
    expect(project.calls()).toEqual(ready);
    expect(project.has('node_modules/stray')).toBe(false);
  });

  test('an installed package without sources runs the build it brings', async () => {
    await project.run([]);
    project.calls();
    for (const name of ['src', 'scripts', 'package-lock.json', 'node_modules']) project.removePath(name);
    expect((await project.run(['x'])).stdout).toContain('"x"');
    expect(project.calls()).toEqual([]);
  });

  const touch = (path: string) => utimesSync(join(project.root, path), new Date(), new Date(Date.now() + 5_000));
  const readBuildScript = () => readFileSync(join(project.root, 'scripts/build.ts'), 'utf8');
});

describe('the launcher passes on how the program ended', () => {
  const linkedNode = () => {
    const path = join(project.root, 'another-node');
    symlinkSync(process.execPath, path);
    return path;
  };
  /** Runs a module through `run` as a launcher on an older Node does, in a child. */
  const hop = (program: string) => {
    project.write('program.mjs', program);
    const task = JSON.stringify({ node: linkedNode(), entry: join(project.root, 'program.mjs'), words: ['a b', ''] });
    project.write('hop.mjs', `import { run } from './bin/launcher/run.mjs';\nawait run(${task});`);
    return observe(spawn(process.execPath, [join(project.root, 'hop.mjs')], { env: project.environment }));
  };

  test.each([0, 1, 2, 70])('exit status %i', async (status) => {
    project.write('src/cli/main.js', `process.exitCode = ${status};`);
    expect((await project.run([])).status).toBe(status);
    expect((await hop(`process.exitCode = ${status};`).end).status).toBe(status);
  });

  test('arguments and output reach the other Node unchanged', async () => {
    const { stdout } = await hop('console.log(JSON.stringify(process.argv.slice(2)), process.execPath);').end;
    expect(stdout).toBe(`["a b",""] ${process.execPath}\n`);
  });

  test('a program that dies of a signal', async () => {
    expect(await hop("process.kill(process.pid, 'SIGKILL');").end).toMatchObject({ status: null, signal: 'SIGKILL' });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the program, which ends in its own way', async (signal) => {
    let ready = false;
    const { process: launcher, end } = hop(
      `process.on('${signal}', () => { console.log('asked'); process.exit(9); });
       setInterval(() => {}, 1000);
       console.log('ready');`,
    );
    launcher.stdout?.on('data', (piece) => (ready ||= `${piece}`.includes('ready')));
    await until(() => ready);
    launcher.kill(signal);
    expect(await end).toMatchObject({ status: 9, stdout: 'ready\nasked\n' });
  });
});

describe('the launcher says what is wrong, in Chinese and English', () => {
  test('a script that does not exist, with those that do', async () => {
    const { status, stderr } = await project.run(['script', '../evil']);
    expect(status).toBe(1);
    expect(stderr).toBe(
      '没有名为“../evil”的脚本，可用的有：build, show。\n  No script "../evil"; there are: build, show.\n',
    );
  });

  test('a script runs in the folder of the project', async () => {
    const { stdout } = await project.run(['script', 'show', 'a']);
    expect(stdout).toBe(`${project.root} a\n`);
    expect(project.calls()).toEqual(['npm install']);
  });

  test.each([
    ['ECONNREFUSED', '无法从 npm 源下载组件', 'cannot be fetched'],
    ['EINTEGRITY', '校验值不一致', 'checksum'],
    ['ENOSPC', '磁盘空间不足', 'disk is full'],
    ['EWHATEVER', 'npm 未能完成安装', 'its words follow'],
  ])('npm fails with %s', async (code, chinese, english) => {
    const { status, stderr, stdout } = await project.run([], { NPM_FAILS: code });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(chinese);
    expect(stderr).toContain(english);
    expect(project.has('node_modules')).toBe(false);
    expect((await project.run([])).status).toBe(0);
  });

  test('npm is not there', async () => {
    // Where Node stands alone in its folder, with no npm on the path.
    project.write('alone/bin/.keep', '');
    const node = join(project.root, 'alone/bin/node');
    const { copyFileSync } = await import('node:fs');
    copyFileSync(process.execPath, node);
    const { status, stderr } = await observe(
      spawn(node, [join(project.root, 'bin/gongkai.mjs')], { env: { PATH: join(project.root, 'alone/bin') } }),
    ).end;
    expect(status).toBe(1);
    expect(stderr).toContain('找不到 npm');
    expect(stderr).toContain('npm was not found');
  });

  test('the build fails; the next call tries again', async () => {
    const { status, stderr } = await project.run([], { BUILD_FAILS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('构建失败');
    expect((await project.run([])).status).toBe(0);
  });
});

describe('the launcher leaves nothing half done', () => {
  test('killed while npm works, the next one starts from nothing and finishes', async () => {
    const { process: launcher, end } = project.start([], { NPM_HANGS: '1' });
    await until(() => project.has('calls.log') && project.calls().includes('hanging'));
    launcher.kill('SIGKILL');
    await end.catch(() => {});
    expect(project.has('node_modules')).toBe(false);

    expect((await project.run([])).status).toBe(0);
    expect(project.has('node_modules/tool/package.json')).toBe(true);
    expect(project.staging()).toEqual([]);
  });

  test('of several at once one installs and builds, the others wait for it', async () => {
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => project.run([])));
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    expect(project.calls()).toEqual(ready);
  });
});
