import type { Actor } from '../../kernel/actor.ts';
import { conflict, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../audit/index.ts';
import type { Db, Trx } from '../db/index.ts';
import { enqueue } from './enqueue.ts';
import type { RunningJobs } from './run.ts';
import { cancelStoredJob, findJob, type JobView, retryStoredJob } from './store.ts';

/** Runs a job again that failed for good or was cancelled. */
export function retryJob(db: Db, jobs: RunningJobs, actor: Actor, now: Date, id: string): Promise<Result<JobView>> {
  return change(db, jobs, actor, now, id, async (trx, job, record) => {
    if (!(await retryStoredJob(trx, id))) {
      return conflict('只有失败或已取消的任务可以重新执行；同一任务已在排队或正在执行时，请等它结束。');
    }
    record({ action: 'job.retry', record: describe(jobs, job) });
    return success(undefined);
  });
}

/** Takes back a job that waits, or stops one that runs. */
export function cancelJob(db: Db, jobs: RunningJobs, actor: Actor, now: Date, id: string): Promise<Result<JobView>> {
  return change(db, jobs, actor, now, id, async (trx, job, record) => {
    if (!(await cancelStoredJob(trx, id))) return conflict('这个任务已经结束，不能取消。');
    record({ action: 'job.cancel', record: describe(jobs, job) });
    return success(undefined);
  });
}

/** Runs a job of the schedule now, apart from its times. */
export async function runScheduledJob(
  db: Db,
  jobs: RunningJobs,
  actor: Actor,
  now: Date,
  name: string,
): Promise<Result<undefined>> {
  const job = jobs.known.get(name);
  if (!job?.schedule) return missing('没有这个定时任务，请刷新页面。');
  const done = await write(db, actor, now, async (trx, record): Promise<Result<undefined>> => {
    const id = await enqueue(trx, job, {});
    if (!id) return conflict(`“${job.label}”已在排队或正在执行，请等它结束。`);
    record({ action: 'job.run', record: { kind: 'job', id, label: job.label } });
    return success(undefined);
  });
  if (done.ok) jobs.wake(name);
  return done;
}

async function change(
  db: Db,
  jobs: RunningJobs,
  actor: Actor,
  now: Date,
  id: string,
  act: (trx: Trx, job: JobView, record: RecordChange) => Promise<Result<undefined>>,
): Promise<Result<JobView>> {
  const names = [...jobs.known.keys()];
  const changed = await write(db, actor, now, async (trx, record): Promise<Result<JobView>> => {
    const job = await findJob(trx, names, id);
    if (!job) return missing('没有这个任务，可能已过保存期限，请刷新列表。');
    const done = await act(trx, job, record);
    if (!done.ok) return done;
    return success((await findJob(trx, names, id)) ?? job);
  });
  if (changed.ok) jobs.wake(changed.value.name);
  return changed;
}

const describe = (jobs: RunningJobs, { id, name }: JobView) => ({
  kind: 'job',
  id,
  label: jobs.known.get(name)?.label ?? name,
});
