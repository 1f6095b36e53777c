import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { isConnectionLost } from '../db/failures.ts';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import type { HandledJob } from './declaration.ts';
import { queueOptions, queuePolicy, standardHeartbeat } from './enqueue.ts';
import { concealed } from './failure.ts';

/** The schema of pg-boss in our database. */
const schema = 'pgboss';
/** Schedules are read as clocks in China show them. */
const timeZone = 'Asia/Shanghai';

export interface RunJobsOptions {
  database: Pick<Database, 'db' | 'pool'>;
  jobs: readonly HandledJob[];
  log: Log;
  clock: () => Date;
  /** How often things are looked at, in seconds; tests are in more of a hurry. */
  pace?: { poll: number; monitor: number; heartbeat: number; schedule: number };
}

/** The jobs, while this process does them. */
export interface RunningJobs {
  /** The jobs there are, by name. */
  readonly known: ReadonlyMap<string, HandledJob['job']>;
  /** Whether this process takes up jobs. */
  isRunning(): boolean;
  /** When a job runs next by its schedule; undefined without one. */
  nextRun(name: string): Date | undefined;
  /** Has a waiting job looked for at once and not at the next look; to be called after its commit. */
  wake(name: string): void;
  /**
   * Takes up no more jobs and waits for those that run. What is not done after `graceSeconds` is
   * told by its signal, and taken up again later.
   */
  stop(graceSeconds: number): Promise<void>;
}

/**
 * Does jobs from now on: those that wait, and those of the schedule. Several processes share the
 * work; each job and each time of the schedule is done by one of them. What a process that died was
 * at is begun again by another, or by this one after a restart.
 */
export async function runJobs(options: RunJobsOptions): Promise<RunningJobs> {
  const { database, jobs, log, clock } = options;
  const pace = options.pace ?? { poll: 5, monitor: 60, heartbeat: standardHeartbeat, schedule: 30 };
  const boss = new PgBoss({
    schema,
    db: executor(database),
    migrate: false,
    createSchema: false,
    // Needs the owner of the tables; they stay small.
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: pace.monitor,
    monitorIntervalSeconds: pace.monitor,
    cronMonitorIntervalSeconds: pace.schedule,
    cronWorkerIntervalSeconds: Math.max(1, pace.poll),
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of jobs stumbled'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'the queue of jobs warns'));

  let running = false;
  const workers = new Map<string, string>();
  await boss.start();
  await provideQueues(boss, jobs, pace.heartbeat);
  await keepSchedules(boss, jobs);
  for (const each of jobs) {
    const { name } = each.job;
    const worker = await boss.work<unknown>(name, { pollingIntervalSeconds: pace.poll }, async ([job]) => {
      if (!job) return;
      const began = performance.now();
      try {
        await each.run(job.data, { now: clock(), signal: job.signal });
      } catch (error) {
        log.error({ err: error, job: name, id: job.id }, 'job failed');
        throw concealed(error);
      }
      log.info({ job: name, id: job.id, ms: Math.round(performance.now() - began) }, 'job done');
    });
    workers.set(name, worker);
  }
  running = true;

  return {
    known: new Map(jobs.map(({ job }) => [job.name, job])),
    isRunning: () => running,
    nextRun: (name) => {
      const schedule = jobs.find(({ job }) => job.name === name)?.job.schedule;
      return schedule ? boss.previewSchedule(schedule, { tz: timeZone, count: 1, from: clock() })[0] : undefined;
    },
    wake: (name) => {
      const worker = workers.get(name);
      if (worker && running) boss.notifyWorker(worker);
    },
    stop: async (graceSeconds) => {
      running = false;
      await boss.stop({ close: false, graceful: true, timeout: graceSeconds * 1_000 });
    },
  };
}

/** How pg-boss reaches the database: as the program does, so that a lost server is brought back. */
const executor = ({ db, pool }: Pick<Database, 'db' | 'pool'>) => ({
  async executeSql(text: string, values?: unknown[]) {
    try {
      return await pool.query(text, values);
    } catch (error) {
      // Brings the server back where that is ours to do; the statement is made again at the next look.
      if (isConnectionLost(error)) await sql`SELECT 1`.execute(db).catch(() => undefined);
      throw error;
    }
  },
});

async function provideQueues(boss: PgBoss, jobs: readonly HandledJob[], heartbeat: number): Promise<void> {
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const { job } of jobs) {
    const options = queueOptions(job, heartbeat);
    // Several processes may begin at once: to make it twice does no harm.
    if (there.has(job.name)) await boss.updateQueue(job.name, options);
    else await boss.createQueue(job.name, { policy: queuePolicy(job), ...options });
  }
}

/** Makes the schedules what the declarations say; a time that passed while nothing ran is made up for once. */
async function keepSchedules(boss: PgBoss, jobs: readonly HandledJob[]): Promise<void> {
  const scheduled = new Map(jobs.flatMap(({ job }) => (job.schedule ? [[job.name, job.schedule]] : [])));
  const known = await boss.getSchedules();
  for (const { name } of known) if (!scheduled.has(name)) await boss.unschedule(name);
  for (const [name, cron] of scheduled) {
    // Writing an unchanged one anew would forget which times were missed.
    if (known.some((each) => each.name === name && each.cron === cron && each.timezone === timeZone)) continue;
    await boss.schedule(name, cron as string, {}, { tz: timeZone, missed: 'once' });
  }
}
