import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDemo } from '../../src/demo/plan.ts';
import { verifyAudit } from '../../src/platform/audit/index.ts';
import { openDatabase } from '../../src/platform/db/index.ts';
import { joinDatabaseServer } from '../../src/platform/db/server/index.ts';
import { createLog } from '../../src/platform/log/index.ts';
import { makeDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/built-program.ts';

const dataFolder = makeDataFolder();
let server: RunningServer;
const start = async (): Promise<void> => {
  server = await startServer({ DATA_DIR: dataFolder, RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' });
};

/** Somebody who writes memos, with the session of a browser. */
interface Writer {
  cookie: string;
  token: string;
}
const writers: Writer[] = [];

beforeAll(async () => {
  await start();
  const { password, people } = planDemo();
  const names = people.filter(({ roles }) => roles.every((role) => !/admin|auditor/.test(role)));
  for (const { loginName } of names.slice(0, 8)) writers.push(await signIn(loginName, password));
}, 240_000);
afterAll(async () => {
  await server.stop('SIGKILL');
  removeDataFolder(dataFolder);
});

async function signIn(loginName: string, password: string): Promise<Writer> {
  const answer = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ loginName, password }),
  });
  expect(answer.status, loginName).toBe(204);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const session = await fetch(`${server.address}/api/session`, { headers: { cookie } });
  return { cookie, token: ((await session.json()) as { csrfToken: string }).csrfToken };
}

/** Writes memos, two at a time for each writer, until told to stop; the value is the ids that were acknowledged. */
function stream() {
  const acknowledged: string[] = [];
  let isOver = false;
  const once = async ({ cookie, token }: Writer): Promise<void> => {
    const answer = await fetch(`${server.address}/api/memos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': token },
      body: JSON.stringify({ title: '核对本周应公开的事项' }),
    });
    if (answer.status === 200) acknowledged.push(((await answer.json()) as { id: string }).id);
  };
  const running = [...writers, ...writers].map(async (writer) => {
    while (!isOver) {
      // Whatever was killed: nothing was promised.
      await once(writer).catch(() => sleep(20));
    }
  });
  return {
    acknowledged,
    /** Resolves when so many more have been acknowledged. */
    async untilMore(count: number): Promise<void> {
      const target = acknowledged.length + count;
      while (acknowledged.length < target) await sleep(5);
    },
    async stop(): Promise<string[]> {
      isOver = true;
      await Promise.all(running);
      return acknowledged;
    },
  };
}

const postmaster = (): number =>
  Number(readFileSync(join(dataFolder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number);
const kill = (...pids: number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // Gone by itself since it was listed.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
};

/** Everything of the database at once, as a power cut would end it. */
const killDatabase = (): void => {
  const pid = postmaster();
  kill(pid, ...childrenOf(pid));
};

/** One process of the database that serves the application: the whole server then recovers from a crash. */
async function killBackend(): Promise<void> {
  await inspect(async (client) => {
    const { rows } = await client.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'gongkai' AND pid <> pg_backend_pid() LIMIT 1`,
    );
    kill(rows[0].pid);
  }).catch(() => undefined);
}

async function inspect<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const joined = await joinDatabaseServer({ dataFolder });
  if (!joined.ok) throw new Error(joined.problem.message);
  const client = new pg.Client(joined.value.connection);
  // Killed with the rest.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
    await joined.value.leave();
  }
}

/** What was acknowledged and is not there, what is there by half, and what is wrong with the chain. */
async function check(acknowledged: readonly string[]) {
  const joined = await joinDatabaseServer({ dataFolder });
  if (!joined.ok) throw new Error(joined.problem.message);
  const database = openDatabase({ connection: joined.value.connection, log: createLog('silent') });
  try {
    const { rows } = await database.pool.query<{ lost: string; unaudited: string; undone: string }>(
      `SELECT (SELECT count(*) FROM unnest($1::uuid[]) AS a (id) LEFT JOIN organisation_memo m USING (id)
          LEFT JOIN audit_entry e ON e.record_id = a.id::text AND e.action = 'memo.add'
          WHERE m.id IS NULL OR e.sequence IS NULL) AS lost,
        (SELECT count(*) FROM organisation_memo m WHERE (SELECT count(*) FROM audit_entry e
          WHERE e.record_id = m.id::text AND e.action = 'memo.add') <> 1) AS unaudited,
        (SELECT count(*) FROM audit_entry e WHERE e.action = 'memo.add'
          AND NOT EXISTS (SELECT FROM organisation_memo m WHERE m.id::text = e.record_id)) AS undone`,
      [acknowledged],
    );
    const chains = await verifyAudit(database.db);
    return { ...rows[0], faults: chains.flatMap(({ fault }) => fault ?? []) };
  } finally {
    await database.close();
    await joined.value.leave();
  }
}

const intact = { lost: '0', unaudited: '0', undone: '0', faults: [] };

describe('写到一半被杀', () => {
  const killings: [string, () => Promise<void>][] = [
    [
      '应用',
      async () => {
        await server.stop('SIGKILL');
        await start();
      },
    ],
    ['数据库的一个进程，应用照常运行', killBackend],
    ['整个数据库，应用照常运行并自行恢复', async () => killDatabase()],
    [
      '数据库，随即应用',
      async () => {
        killDatabase();
        await server.stop('SIGKILL');
        await start();
      },
    ],
    [
      '应用，随即数据库',
      async () => {
        const stopped = server.stop('SIGKILL');
        killDatabase();
        await stopped;
        await start();
      },
    ],
  ];

  test.each(killings)(
    '%s：凡已答复办成的，改动和审计都在；没有半截的；链条核对无误',
    { timeout: 180_000 },
    async (_, end) => {
      const all = stream();
      for (let time = 0; time < 3; time += 1) {
        await all.untilMore(120);
        await end();
      }
      await all.untilMore(60);
      const acknowledged = await all.stop();
      expect(acknowledged.length).toBeGreaterThanOrEqual(420);
      expect(await check(acknowledged)).toEqual(intact);
    },
  );
});
