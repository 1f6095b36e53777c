import { type RawBuilder, sql } from 'kysely';
import { violatedUnique } from '../db/failures.ts';
import { type Db, listPage, type Page, type PageRequest, type Trx } from '../db/index.ts';
import { type KeptFailure, readFailure } from './failure.ts';

/**
 * How far a job has come. `failed` is the dead letter: no try is left, it stays until somebody runs it
 * again or its time is over.
 */
export type JobState = 'waiting' | 'retrying' | 'running' | 'done' | 'cancelled' | 'failed';

/** A job as the list shows it. */
export interface JobView {
  id: string;
  name: string;
  state: JobState;
  /** Tries that began. */
  tries: number;
  /** Tries there are at most. */
  maximumTries: number;
  createdAt: Date;
  /** When it may run; later than now while it waits for its next try. */
  startAfter: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  failure?: KeptFailure;
}

interface Row extends Omit<JobView, 'failure' | 'state'> {
  state: string;
  output: unknown;
}

const states = {
  created: 'waiting',
  retry: 'retrying',
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'failed',
} as const satisfies Record<string, JobState>;

const storedState = (state: JobState): string =>
  Object.entries(states).find(([, ours]) => ours === state)?.[0] ?? 'created';

const columns = sql`id, name, state::text AS state, created_on AS created_at, start_after, started_on AS started_at,
  completed_on AS ended_at, output, retry_limit + 1 AS maximum_tries,
  CASE WHEN started_on IS NULL THEN 0 ELSE retry_count + 1 END AS tries`;

export interface JobFilter {
  state?: JobState | undefined;
  name?: string | undefined;
}

/** The jobs of these names, the newest first. */
export async function listJobs(
  db: Db,
  names: readonly string[],
  { state, name }: JobFilter,
  page: PageRequest,
): Promise<Page<JobView>> {
  const where = sql`name = ANY(${name ? names.filter((each) => each === name) : names}::text[])
    ${state ? sql`AND state = ${storedState(state)}::pgboss.job_state` : sql``}`;
  const found = await listPage<Row>(
    {
      limit: (count) => ({
        offset: (offset) => ({
          execute: () =>
            rowsOf<Row>(
              db,
              sql`SELECT ${columns} FROM pgboss.job WHERE ${where} ORDER BY created_on DESC, id DESC LIMIT ${count} OFFSET ${offset}`,
            ),
        }),
      }),
    },
    {
      executeTakeFirstOrThrow: async () => {
        const [row] = await rowsOf<{ total: string }>(db, sql`SELECT count(*) AS total FROM pgboss.job WHERE ${where}`);
        return row ?? { total: '0' };
      },
    },
    page,
  );
  return { ...found, items: found.items.map(present) };
}

/** One job of these names. */
export async function findJob(db: Db | Trx, names: readonly string[], id: string): Promise<JobView | undefined> {
  const [row] = await rowsOf<Row>(
    db,
    sql`SELECT ${columns} FROM pgboss.job WHERE id = ${id}::uuid AND name = ANY(${names}::text[])`,
  );
  return row && present(row);
}

/** The last job of each name that began or ended. */
export async function listLastRuns(db: Db, names: readonly string[]): Promise<JobView[]> {
  const rows = await rowsOf<Row>(
    db,
    sql`SELECT DISTINCT ON (name) ${columns} FROM pgboss.job
      WHERE name = ANY(${names}::text[]) AND started_on IS NOT NULL ORDER BY name, started_on DESC`,
  );
  return rows.map(present);
}

/** How many jobs there are in each state, of each name. */
export async function countJobs(db: Db): Promise<{ name: string; state: JobState; count: number }[]> {
  const rows = await rowsOf<{ name: string; state: keyof typeof states; count: string }>(
    db,
    sql`SELECT name, state::text AS state, count(*) AS count FROM pgboss.job
      WHERE name NOT LIKE '\\_\\_pgboss%' GROUP BY name, state`,
  );
  return rows.map(({ name, state, count }) => ({ name, state: states[state], count: Number(count) }));
}

/** Lets a job that failed for good or was cancelled run again at once; false when it is neither, or a second one of its kind waits. */
export async function retryStoredJob(trx: Trx, id: string): Promise<boolean> {
  try {
    const { rows } = await sql`
      UPDATE pgboss.job SET state = CASE WHEN state = 'failed' THEN 'retry' ELSE 'created' END::pgboss.job_state,
        retry_limit = greatest(retry_limit, retry_count + 1), completed_on = NULL, start_after = pgboss.job_now(),
        keep_until = pgboss.job_now() + (keep_until - start_after)
      WHERE id = ${id}::uuid AND state IN ('failed', 'cancelled') RETURNING id`.execute(trx);
    return rows.length === 1;
  } catch (error) {
    if (violatedUnique(error) === undefined) throw error;
    return false;
  }
}

/** Takes back a job that has not ended; one that runs is told by its signal within its next sign of life. */
export async function cancelStoredJob(trx: Trx, id: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE pgboss.job SET state = 'cancelled', completed_on = pgboss.job_now()
    WHERE id = ${id}::uuid AND state < 'completed' RETURNING id`.execute(trx);
  return rows.length === 1;
}

const rowsOf = async <T>(db: Db | Trx, query: RawBuilder<unknown>): Promise<T[]> =>
  (await query.execute(db)).rows as T[];

function present({ output, state, ...row }: Row): JobView {
  const failure = state === 'failed' || state === 'retry' ? readFailure(output) : undefined;
  return { ...row, state: states[state as keyof typeof states], ...(failure ? { failure } : {}) };
}
