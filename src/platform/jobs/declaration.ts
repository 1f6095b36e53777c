import { z } from 'zod';

/** Work that is done later, apart from the request that asked for it. The handler stands elsewhere: see `handledBy`. */
export interface Job<Data extends z.ZodType = z.ZodType> {
  /** Kebab-case with its area first, e.g. `audit-seal`. */
  name: string;
  /** What it does, in Chinese, for the list of jobs, e.g. 审计记录每日封存. */
  label: string;
  /** What it is told; identifiers, never personal data. */
  data: Data;
  /** When it runs by itself: five fields of cron in the time of Asia/Shanghai, e.g. `30 3 * * *`. */
  schedule?: string;
  /** Whether it may wait or run only once at a time; what has a schedule always does. */
  exclusive?: boolean;
  /** How often it is tried again after it failed. */
  retryLimit: number;
  /** Seconds until the first new try; each further one waits twice as long. */
  backoffSeconds: number;
  /** Seconds after which a try is given up as hanging; its signal is aborted. */
  expireSeconds: number;
}

/** What a handler gets beside the data. */
export interface JobRun {
  now: Date;
  /** Aborted when the job takes too long or the process has to end before it is done. */
  signal: AbortSignal;
}

/** A job with what does it. */
export interface HandledJob {
  job: Job;
  run(data: unknown, run: JobRun): Promise<void>;
}

/** Jobs that are told nothing, such as those that run by schedule. */
const noData = z.object({});

/**
 * Declares a job. Where nothing else is said: three more tries after 30 seconds, 1 and 2 minutes,
 * each of at most 15 minutes.
 *
 * @example const seal = defineJob({ name: 'audit-seal', label: '审计记录每日封存', schedule: '10 0 * * *' });
 */
export function defineJob<Data extends z.ZodType = typeof noData>(
  job: Pick<Job, 'name' | 'label'> &
    Partial<Pick<Job, 'schedule' | 'exclusive' | 'retryLimit' | 'backoffSeconds' | 'expireSeconds'>> & { data?: Data },
): Job<Data> {
  return { retryLimit: 3, backoffSeconds: 30, expireSeconds: 900, ...job, data: job.data ?? (noData as never) };
}

/** Ties a job to the function that does it; `app.ts` calls it where it knows both. */
export const handledBy = <Data extends z.ZodType>(
  job: Job<Data>,
  handler: (data: z.output<Data>, run: JobRun) => Promise<void>,
): HandledJob => ({
  job: job as unknown as Job,
  run: async (data, run) => handler(job.data.parse(data ?? {}), run),
});
