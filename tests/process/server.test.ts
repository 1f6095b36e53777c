import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import {
  builtFile,
  makeDataFolder,
  type RunningServer,
  removeDataFolder,
  startServer,
} from '../support/built-program.ts';
import { observe, until } from './launcher-project.ts';

const servers: RunningServer[] = [];

/** One for all, so that the database is made once. */
const dataFolder = makeDataFolder();
afterAll(() => removeDataFolder(dataFolder));

async function running(environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = await startServer({ DATA_DIR: dataFolder, ...environment }, ['--no-demo']);
  servers.push(server);
  return server;
}

afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL'))));

/** An upload of which the second half is sent when the test says so; the answer is the page. */
function beginUpload(address: string): { answer: Promise<string>; finish(): void } {
  const boundary = 'half-way';
  const upload = request(`${address}/tools/report`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  upload.write(`--${boundary}\r\ncontent-disposition: form-data; name="text"\r\n\r\n云溪县石桥镇`);
  const answer = once(upload, 'response').then(([response]) => text(response));
  return { answer, finish: () => upload.end(`的一段文字\r\n--${boundary}--\r\n`) };
}

const serve = async (environment: Record<string, string>, words: readonly string[] = []) =>
  observe(
    spawn(process.execPath, [await builtFile('server.js'), ...words], {
      env: { ...process.env, DATA_DIR: dataFolder, ...environment },
    }),
  ).end;

describe('the server as a process', () => {
  test('tells people in Chinese where to go, on stdout, and logs on stderr in JSON', async () => {
    const server = await running();
    expect(server.stdout()).toContain('公开 Gongkai 已启动');
    expect(server.stdout()).toContain(`${server.address}/tools/report`);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await server.stop();
    for (const line of server.stderr().trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('level', 'info');
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s ends it with status 0', async (signal) => {
    const server = await running();
    expect(await server.stop(signal)).toBe(0);
    expect(server.stderr()).toContain('"msg":"stopped"');
  });

  test('told to stop, it finishes what is under way and takes nothing new', async () => {
    const server = await running();
    const { answer, finish } = beginUpload(server.address);
    await fetch(`${server.address}/healthz`);
    const ended = server.stop();
    await until(() => server.stderr().includes('"msg":"stopping"'));
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');

    finish();
    expect(await answer).toMatch(/<\/html>\s*$/);
    const answered = performance.now();
    expect(await ended).toBe(0);
    expect(performance.now() - answered).toBeLessThan(8_000);
  });

  test('told to stop, it waits no longer than it may', async () => {
    const server = await running({ SHUTDOWN_SECONDS: '1' });
    const { answer } = beginUpload(server.address);
    answer.catch(() => {});
    await fetch(`${server.address}/healthz`);
    expect(await server.stop()).toBe(1);
    expect(server.stderr()).toContain('grace period over');
  });

  test('the same signal twice in a moment, as through npm, is one', async () => {
    const server = await running();
    const { answer, finish } = beginUpload(server.address);
    await fetch(`${server.address}/healthz`);
    const ended = server.stop('SIGINT');
    server.process.kill('SIGINT');
    await until(() => server.stderr().includes('"msg":"stopping"'));
    finish();
    expect(await answer).toMatch(/<\/html>\s*$/);
    expect(await ended).toBe(0);
  });

  test('ended by a bug, it says so without the words of the error', async () => {
    const bug = 'data:text/javascript,setTimeout(() => { throw new Error("王五的申请"); }, 1000);';
    const server = spawn(process.execPath, ['--import', bug, await builtFile('server.js')], {
      env: { ...process.env, PORT: '0', DATA_DIR: dataFolder },
    });
    const { status, stderr } = await observe(server).end;
    expect(status).toBe(1);
    expect(stderr).toContain('"level":"fatal"');
    expect(stderr).toContain('系统因程序错误停止');
    expect(stderr).not.toContain('王五');
  });

  test('a port in use is said in a sentence, without a stack', async () => {
    const { address } = await running();
    const port = new URL(address).port;
    const { status, stdout, stderr } = await serve({ PORT: port, LOG_LEVEL: 'silent' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      `端口 ${port} 已被其他程序占用（也可能是本系统已在运行）。请先停止该程序，或用环境变量 PORT 换一个端口，例如 PORT=${Number(port) + 1}。\n`,
    );
  });

  test('an option that does not exist starts nothing, the demonstration least of all', async () => {
    const { status, stdout, stderr } = await serve({ PORT: '0' }, ['--nodemo']);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('start 没有“--nodemo”这个选项，没有启动。');
  });

  test.each([
    [{ PORT: 'eighty' }, '环境变量 PORT 的值“eighty”无效'],
    [{ PORT: '0', HOST: '203.0.113.1', LOG_LEVEL: 'silent' }, '本机没有地址“203.0.113.1”'],
  ])('%j is refused with what to do', async (environment, sentence) => {
    const { status, stderr } = await serve(environment);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
