import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Db, newId, type Trx } from '../db/index.ts';
import type { Job } from './declaration.ts';

/** How long a queue keeps what ended (also what failed for good, so that somebody can run it again), in seconds. */
const keptSeconds = 90 * 86_400;

/** Seconds without a sign of life after which a running job counts as dead with its process. */
export const standardHeartbeat = 30;

/** What pg-boss is to do with the jobs of a queue. */
export const queueOptions = (job: Job, heartbeatSeconds: number = standardHeartbeat) => ({
  retryLimit: job.retryLimit,
  retryDelay: job.backoffSeconds,
  retryBackoff: true,
  expireInSeconds: job.expireSeconds,
  retentionSeconds: keptSeconds,
  deleteAfterSeconds: keptSeconds,
  heartbeatSeconds,
});

/** What runs by schedule is never there twice: neither run beside itself nor wait behind itself. */
export const queuePolicy = (job: Job): 'exclusive' | 'standard' =>
  job.exclusive || job.schedule ? 'exclusive' : 'standard';

/**
 * Asks for a job. It commits with the transaction and is not there when that is rolled back.
 *
 * @returns the id of the job; undefined when a job that may be there only once waits or runs already
 */
export async function enqueue<Data extends z.ZodType>(
  trx: Trx | Db,
  job: Job<Data>,
  data: z.input<Data>,
  { startAfter }: { startAfter?: Date } = {},
): Promise<string | undefined> {
  const checked = JSON.stringify(job.data.parse(data ?? {}));
  const inserted = await insert(trx, job, checked, startAfter);
  if (inserted !== 'no-queue') return inserted;
  const options = JSON.stringify({
    policy: queuePolicy(job as unknown as Job),
    ...queueOptions(job as unknown as Job),
  });
  await sql`SELECT pgboss.create_queue(${job.name}, ${options}::jsonb)`.execute(trx);
  const again = await insert(trx, job, checked, startAfter);
  if (again === 'no-queue') throw new Error(`no queue for the job ${job.name}`);
  return again;
}

/** Puts a row into the queue as pg-boss does; how the job is tried stands with its queue. */
async function insert(
  trx: Trx | Db,
  { name }: Pick<Job, 'name'>,
  data: string,
  startAfter: Date | undefined,
): Promise<string | undefined | 'no-queue'> {
  const start: RawBuilder<unknown> = startAfter ? sql`${startAfter}::timestamptz` : sql`pgboss.job_now()`;
  const { rows } = await sql<{ known: boolean; id: string | null }>`
    WITH queue AS (SELECT * FROM pgboss.queue WHERE name = ${name}),
    job AS (
      INSERT INTO pgboss.job (id, name, data, start_after, created_on, keep_until, retry_limit, retry_delay,
        retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter, heartbeat_seconds)
      SELECT ${newId()}::uuid, name, ${data}::jsonb, ${start}, pgboss.job_now(),
        ${start} + retention_seconds * interval '1s', retry_limit, retry_delay,
        retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter, heartbeat_seconds
      FROM queue
      ON CONFLICT DO NOTHING
      RETURNING id
    )
    SELECT EXISTS (SELECT FROM queue) AS known, (SELECT id FROM job) AS id`.execute(trx);
  const [row] = rows;
  if (!row?.known) return 'no-queue';
  return row.id ?? undefined;
}
