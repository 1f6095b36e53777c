import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { systemCounty } from '../../kernel/actor.ts';
import { forbidden, success } from '../../kernel/result.ts';
import { registerApi } from '../http/api/index.ts';
import { createHttpServer } from '../http/server.ts';
import { createLog } from '../log/index.ts';
import { defineJob, enqueue, handledBy, jobRoutes, type RunningJobs, runJobs } from './index.ts';

const database = useDatabase();
const log = createLog('silent');
const clock = () => new Date();
const person = '01890000-0000-7000-8000-000000000001';

let broken = true;
const mail = defineJob({ name: 'mail', label: '发送通知', retryLimit: 0 });
const nightly = defineJob({ name: 'nightly', label: '每夜检查', schedule: '30 3 * * *' });
let jobs: RunningJobs;
let app: FastifyInstance;
let role = '系统管理员';

beforeAll(async () => {
  const pace = { poll: 0.5, monitor: 5, heartbeat: 10, schedule: 30 };
  const handled = [
    handledBy(mail, async () => {
      if (broken) throw Object.assign(new Error('13800001234 发送失败'), { code: 'ECONNREFUSED' });
    }),
    handledBy(nightly, async () => {}),
  ];
  jobs = await runJobs({ database, jobs: handled, log, clock, pace });
  app = await createHttpServer({ log, trustedProxies: [], requestsPerMinute: 1_000 });
  await registerApi(app, {
    routes: jobRoutes<string>({
      db: database.db,
      jobs: () => jobs,
      access: (authority) =>
        authority === '系统管理员' ? success(undefined) : forbidden('后台任务由系统管理员管理。'),
    }),
    identify: async () => ({
      actor: { countyId: systemCounty, personId: person, sessionId: person, name: '周岭', from: '10.0.0.8' },
      stage: 'signed-in',
      csrfToken: 'token',
      authority: role,
    }),
    clock,
  });
});

afterAll(async () => {
  await app.close();
  await jobs.stop(5);
});

const get = async (url: string) => (await app.inject({ url: `/api${url}` })).json();
const post = (url: string) => app.inject({ method: 'POST', url: `/api${url}`, headers: { 'x-csrf-token': 'token' } });
const becomes = (id: string, state: string) =>
  vi.waitFor(async () => expect((await get(`/jobs/${id}`)).state).toBe(state), { timeout: 15_000, interval: 200 });
const audited = async () =>
  (
    await database.db.selectFrom('auditEntry').select(['action', 'recordLabel']).orderBy('sequence', 'desc').execute()
  )[0];

describe('the 系统管理员', () => {
  test('sees a job that failed, why in one sentence, and lets it run again, which is audited', async () => {
    const jobId = (await enqueue(database.db, mail, {})) ?? '';
    await becomes(jobId, 'failed');
    const [failed] = (await get('/jobs?state=failed')).items;
    expect(failed).toMatchObject({ id: jobId, label: '发送通知', tries: 1, maximumTries: 1 });
    expect(failed.failure).toMatchObject({ code: 'ECONNREFUSED', message: expect.stringContaining('检查网络') });
    expect(JSON.stringify(failed)).not.toContain('1380000');
    broken = false;
    expect((await post(`/jobs/${jobId}/retry`)).statusCode).toBe(200);
    expect(await audited()).toEqual({ action: 'job.retry', recordLabel: '发送通知' });
    await becomes(jobId, 'done');
    expect((await post(`/jobs/${jobId}/retry`)).json()).toMatchObject({ code: 'conflict', status: 409 });
  });

  test('takes back a job that waits', async () => {
    const jobId = (await enqueue(database.db, mail, {}, { startAfter: new Date(Date.now() + 3_600_000) })) ?? '';
    expect((await get(`/jobs/${jobId}`)).state).toBe('waiting');
    expect((await post(`/jobs/${jobId}/cancel`)).json().state).toBe('cancelled');
    expect(await audited()).toEqual({ action: 'job.cancel', recordLabel: '发送通知' });
  });

  test('runs a job of the schedule now, and not twice at once', async () => {
    const [before] = (await get('/jobs/schedules')).schedules;
    expect(before).toMatchObject({ name: 'nightly', label: '每夜检查', nextRun: expect.stringMatching(/T19:30:00/) });
    const answers = await Promise.all([post('/jobs/schedules/nightly/run'), post('/jobs/schedules/nightly/run')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    expect(await audited()).toEqual({ action: 'job.run', recordLabel: '每夜检查' });
    await vi.waitFor(
      async () => expect((await get('/jobs/schedules')).schedules[0].lastRun?.state).toBe('done'),
      15_000,
    );
  });

  test('gets a page of the list, and of nobody else but them', async () => {
    expect(await get('/jobs?page=1&pageSize=1')).toMatchObject({ total: 3, page: 1, pageSize: 1 });
    expect((await get('/jobs?state=nonsense')).fields).toHaveLength(1);
    role = '公开办经办人';
    expect((await app.inject('/api/jobs')).statusCode).toBe(403);
    expect((await post('/jobs/schedules/nightly/run')).statusCode).toBe(403);
    role = '系统管理员';
  });

  test('sees nothing of the inner queues', async () => {
    const { rows } = await sql<{ name: string }>`SELECT name FROM pgboss.queue`.execute(database.db);
    expect(rows.some(({ name }) => name.startsWith('__pgboss'))).toBe(true);
    expect((await get('/jobs?name=__pgboss__send-it')).total).toBe(0);
    const inner = sql<{ id: string }>`INSERT INTO pgboss.job (name) VALUES ('__pgboss__send-it') RETURNING id`;
    const { rows: jobsInside } = await inner.execute(database.db);
    expect((await app.inject(`/api/jobs/${jobsInside[0]?.id}`)).statusCode).toBe(404);
    expect((await post(`/jobs/${jobsInside[0]?.id}/cancel`)).statusCode).toBe(404);
  });
});
