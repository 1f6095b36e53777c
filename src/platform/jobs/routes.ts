import { z } from 'zod';
import { missing, success } from '../../kernel/result.ts';
import type { Db } from '../db/index.ts';
import { type Access, defineRoute, id, instant, pageOf, pageQuery, type Route } from '../http/api/index.ts';
import { describeFailure } from './failure.ts';
import type { RunningJobs } from './run.ts';
import { cancelJob, retryJob, runScheduledJob } from './service.ts';
import { findJob, type JobView, listJobs, listLastRuns } from './store.ts';

export interface JobRoutesOptions<Authority> {
  db: Db;
  /** A function, as the jobs begin after the routes are made. */
  jobs: () => RunningJobs;
  /** Who may see and steer the jobs: the 系统管理员. */
  access: Access<Authority>;
}

const state = z.enum(['waiting', 'retrying', 'running', 'done', 'cancelled', 'failed']);

const jobFields = {
  id,
  name: z.string(),
  label: z.string(),
  state,
  tries: z.int(),
  maximumTries: z.int(),
  createdAt: instant,
  startAfter: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** What went wrong the last time: the kind of error, never what it was about. */
  failure: z
    .object({ message: z.string(), name: z.string(), code: z.string().optional(), at: z.string().optional() })
    .optional(),
};

const job = z.object(jobFields);

const schedule = z.object({
  name: z.string(),
  label: z.string(),
  /** Five fields of cron, in the time of China. */
  schedule: z.string(),
  nextRun: instant.optional(),
  lastRun: job.optional(),
});

/** The addresses of the jobs, for the screen of the 系统管理员. */
export function jobRoutes<Authority>({ db, jobs, access }: JobRoutesOptions<Authority>): Route<Authority>[] {
  const define = defineRoute<Authority>();
  const names = () => [...jobs().known.keys()];
  const present = (view: JobView) => ({
    ...view,
    label: jobs().known.get(view.name)?.label ?? view.name,
    failure: view.failure && { ...view.failure, message: describeFailure(view.failure) },
  });
  return [
    define({
      method: 'GET',
      path: '/jobs',
      summary: '查看后台任务',
      access,
      query: pageQuery.extend({ state: state.optional(), name: z.string().max(100).optional() }),
      answer: pageOf(job),
      handle: async ({ query }) => {
        const page = await listJobs(db, names(), query, query);
        return success({ ...page, items: page.items.map(present) });
      },
    }),
    define({
      method: 'GET',
      path: '/jobs/schedules',
      summary: '查看定时任务',
      access,
      answer: z.object({ schedules: z.array(schedule) }),
      handle: async () => {
        const running = jobs();
        const scheduled = [...running.known.values()].filter((each) => each.schedule);
        const runs = await listLastRuns(
          db,
          scheduled.map(({ name }) => name),
        );
        return success({
          schedules: scheduled.map(({ name, label, schedule: times = '' }) => {
            const last = runs.find((run) => run.name === name);
            return { name, label, schedule: times, nextRun: running.nextRun(name), lastRun: last && present(last) };
          }),
        });
      },
    }),
    define({
      method: 'GET',
      path: '/jobs/:id',
      summary: '查看一个后台任务',
      access,
      params: z.object({ id }),
      answer: job,
      handle: async ({ params }) => {
        const found = await findJob(db, names(), params.id);
        return found ? success(present(found)) : missing('没有这个任务，可能已过保存期限，请返回列表。');
      },
    }),
    define({
      method: 'POST',
      path: '/jobs/:id/retry',
      summary: '重新执行失败或已取消的任务',
      access,
      params: z.object({ id }),
      answer: job,
      handle: async ({ actor, now, params }) => {
        const done = await retryJob(db, jobs(), actor, now, params.id);
        return done.ok ? success(present(done.value)) : done;
      },
    }),
    define({
      method: 'POST',
      path: '/jobs/:id/cancel',
      summary: '取消排队或正在执行的任务',
      access,
      params: z.object({ id }),
      answer: job,
      handle: async ({ actor, now, params }) => {
        const done = await cancelJob(db, jobs(), actor, now, params.id);
        return done.ok ? success(present(done.value)) : done;
      },
    }),
    define({
      method: 'POST',
      path: '/jobs/schedules/:name/run',
      summary: '立即执行一个定时任务',
      access,
      params: z.object({ name: z.string().max(100) }),
      handle: ({ actor, now, params }) => runScheduledJob(db, jobs(), actor, now, params.name),
    }),
  ];
}
