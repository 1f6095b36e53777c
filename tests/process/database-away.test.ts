import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { planDemo } from '../../src/demo/plan.ts';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';
import { makeDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/built-program.ts';

const folders: string[] = [];
const servers: RunningServer[] = [];

function dataFolder(): string {
  const folder = makeDataFolder();
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')));
  for (const folder of folders.splice(0)) removeDataFolder(folder);
});

/** Kills the database in a folder as a power cut would. */
function killDatabase(folder: string): void {
  const [pid] = readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName: 'shiqiao.jingban', password: planDemo().password }),
  });
  expect(answer.status).toBe(204);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Asks until the answer is 200; every other answer on the way has to be a sentence that says to try again. */
async function askUntilWell(address: string, cookie: string, seconds: number): Promise<string[]> {
  const refusals: string[] = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    const answer = await fetch(`${address}/api/today`, { headers: { cookie } });
    if (answer.status === 200) return refusals;
    const { status, code, detail } = (await answer.json()) as Record<string, unknown>;
    expect({ status, code }).toEqual({ status: 503, code: 'database-away' });
    refusals.push(String(detail));
    await sleep(100);
  }
  throw new Error(`not well after ${seconds} seconds: ${refusals.at(-1)}`);
}

describe('the database lost while people work', () => {
  test('is brought back by the program, which goes on without a restart', async () => {
    const folder = dataFolder();
    const server = await startServer({ DATA_DIR: folder });
    servers.push(server);
    const cookie = await signIn(server.address);
    for (let round = 0; round < 2; round += 1) {
      killDatabase(folder);
      await askUntilWell(server.address, cookie, 60);
    }
    expect(server.process.exitCode).toBeNull();
    expect(server.stderr()).not.toContain('ended by a bug');
  });

  test('as a server of its own: people are told to try again, pages without it go on, and it is used again once it is there', async () => {
    const folder = dataFolder();
    const begin = async () => {
      const joined = await joinDatabaseServer({ dataFolder: folder });
      if (!joined.ok) throw new Error(joined.problem.message);
      return joined.value;
    };
    const database = await begin();
    const { host, user, database: name } = database.connection;
    const url = `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host ?? '')}`;
    const server = await startServer({ DATA_DIR: dataFolder(), DATABASE_URL: url });
    servers.push(server);
    const cookie = await signIn(server.address);

    await database.leave();
    killDatabaseIfThere(folder);
    await sleep(1_000);
    const away = await fetch(`${server.address}/api/today`, { headers: { cookie } });
    expect(await away.json()).toMatchObject({
      status: 503,
      title: '数据库暂时不可用',
      detail: expect.stringContaining('没有保存，请稍候再试'),
    });
    expect((await fetch(`${server.address}/tools/report`)).status).toBe(200);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(503);

    const again = await begin();
    await askUntilWell(server.address, cookie, 60);
    await sleep(1_100);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
    await server.stop();
    await again.leave();
  });
});

function killDatabaseIfThere(folder: string): void {
  try {
    killDatabase(folder);
  } catch {
    // The last one to leave has stopped it.
  }
}
