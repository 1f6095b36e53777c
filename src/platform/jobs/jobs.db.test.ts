import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { createLog } from '../log/index.ts';
import { defineJob, enqueue, type HandledJob, handledBy, type RunningJobs, runJobs } from './index.ts';

const database = useDatabase();
const running: RunningJobs[] = [];

async function run(...jobs: HandledJob[]): Promise<RunningJobs> {
  const started = await runJobs({
    database,
    jobs,
    log: createLog('silent'),
    clock: () => new Date(),
    pace: { poll: 0.5, monitor: 1, heartbeat: 10, schedule: 1 },
  });
  running.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop(5)));
  await sql`DELETE FROM pgboss.job`.execute(database.db);
  await sql`DELETE FROM pgboss.schedule`.execute(database.db);
});

const letter = defineJob({ name: 'letter', label: '寄送答复书', data: z.object({ case: z.string() }) });
const stateOf = async (id: string | undefined) =>
  (await sql<{ state: string }>`SELECT state FROM pgboss.job WHERE id = ${id}`.execute(database.db)).rows[0]?.state;

describe('a job', () => {
  test('is done when what caused it was committed, and never existed when that was rolled back', async () => {
    const sent: string[] = [];
    await run(handledBy(letter, async ({ case: which }) => void sent.push(which)));
    const rolledBack = database.db.transaction().execute(async (trx) => {
      await enqueue(trx, letter, { case: '1' });
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await database.db.transaction().execute((trx) => enqueue(trx, letter, { case: '2' }));
    await vi.waitFor(() => expect(sent).toEqual(['2']), 10_000);
    await sleep(700);
    expect(sent).toEqual(['2']);
  });

  test('is tried again after it failed, and kept when no try is left', async () => {
    const tries: number[] = [];
    const job = defineJob({ name: 'failing', label: '总是失败', retryLimit: 1, backoffSeconds: 1 });
    await run(
      handledBy(job, async () => {
        tries.push(Date.now());
        throw Object.assign(new TypeError('张三的申请无法寄出'), { code: 'EAI_AGAIN' });
      }),
    );
    const id = await enqueue(database.db, job, {});
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('failed'), 20_000);
    expect(tries).toHaveLength(2);
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(500);
    const { rows } = await sql<{ output: unknown }>`SELECT output FROM pgboss.job WHERE id = ${id}`.execute(
      database.db,
    );
    expect(rows[0]?.output).toMatchObject({
      name: 'TypeError',
      code: 'EAI_AGAIN',
      at: expect.stringContaining('jobs.db.test'),
    });
    expect(JSON.stringify(rows)).not.toMatch(/张三|申请/);
  });

  test('that runs is finished before the process stops; what waits stays for the next one', async () => {
    let finished = false;
    const started = Promise.withResolvers<void>();
    const slow = defineJob({ name: 'slow', label: '慢' });
    const first = await run(
      handledBy(slow, async () => {
        started.resolve();
        await sleep(1_500);
        finished = true;
      }),
    );
    const id = await enqueue(database.db, slow, {});
    first.wake('slow');
    await started.promise;
    const waiting = await enqueue(database.db, slow, {});
    await first.stop(10);
    expect(finished).toBe(true);
    expect(first.isRunning()).toBe(false);
    expect(await stateOf(id)).toBe('completed');
    expect(await stateOf(waiting)).toBe('created');
  });

  test('whose process was killed is taken up by another one', async () => {
    const job = defineJob({ name: 'orphan', label: '中断', backoffSeconds: 1 });
    const done = vi.fn(async () => {});
    // What a process leaves behind that was killed in the middle: running, without a sign of life since.
    const id = await enqueue(database.db, job, {});
    await sql`UPDATE pgboss.job SET state = 'active', started_on = now() - interval '20 s',
      heartbeat_on = now() - interval '20 s', heartbeat_seconds = 10 WHERE id = ${id}`.execute(database.db);
    await run(handledBy(job, done));
    await vi.waitFor(async () => expect(await stateOf(id)).toBe('completed'), 30_000);
    expect(done).toHaveBeenCalledTimes(1);
  });

  test('that may be there only once is not put in a second time', async () => {
    const job = defineJob({ name: 'once', label: '一次', exclusive: true });
    expect(await enqueue(database.db, job, {})).toBeDefined();
    expect(await enqueue(database.db, job, {})).toBeUndefined();
  });
});

describe('the schedule', () => {
  test('of several processes runs each time once', async () => {
    const times: Date[] = [];
    const job = defineJob({ name: 'minutely', label: '每分钟', schedule: '* * * * *' });
    const handled = handledBy(job, async (_, { now }) => void times.push(now));
    await Promise.all([run(handled), run(handled), run(handled)]);
    await vi.waitFor(() => expect(times.length).toBeGreaterThan(0), 20_000);
    await sleep(4_000);
    const minutes = times.map((each) => Math.floor(each.getTime() / 60_000));
    expect(new Set(minutes).size).toBe(minutes.length);
  });

  test('is read as clocks in China show it, and one that was taken out runs no more', async () => {
    const job = defineJob({ name: 'nightly', label: '每夜', schedule: '30 3 * * *' });
    const started = await run(handledBy(job, async () => {}));
    expect(started.nextRun('nightly')?.toISOString()).toMatch(/T19:30:00.000Z$/);
    await run();
    const { rows } = await sql`SELECT name FROM pgboss.schedule`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe('the tables of the queue', () => {
  test('are those of the pg-boss that is installed', async () => {
    const installed = JSON.parse(readFileSync('node_modules/pg-boss/package.json', 'utf8')).pgboss.schema;
    const { rows } = await sql<{ version: number }>`SELECT version FROM pgboss.version`.execute(database.db);
    // Fails when pg-boss was updated: then its getMigrationPlans('pgboss', <the older>) is due as a migration.
    expect(rows).toEqual([{ version: installed }]);
    const boss = new PgBoss({
      db: { executeSql: (text, values) => database.pool.query(text, values) },
      migrate: false,
    });
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true, missing: [], mismatchedFunctions: [] });
  });
});
