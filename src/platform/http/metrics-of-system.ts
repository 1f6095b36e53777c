import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Database } from '../db/index.ts';
import { countJobs } from '../jobs/index.ts';
import type { Measure } from './metrics.ts';

/** What a monitor should know of the system beside its requests. */
export const systemMeasures = ({ db, pool }: Pick<Database, 'db' | 'pool'>, dataFolder: string): Measure[] => [
  {
    name: 'gongkai_database_connections',
    help: 'Connections of this process to the database, and requests that wait for one',
    labels: ['state'],
    read: async () => [
      { labels: { state: 'busy' }, value: pool.totalCount - pool.idleCount },
      { labels: { state: 'idle' }, value: pool.idleCount },
      { labels: { state: 'waiting' }, value: pool.waitingCount },
    ],
  },
  {
    name: 'gongkai_jobs',
    help: 'Jobs by name and state; failed ones wait for somebody',
    labels: ['name', 'state'],
    read: async () =>
      (await countJobs(db)).map(({ name, state, count }) => ({ labels: { name, state }, value: count })),
  },
  {
    name: 'gongkai_job_last_done_timestamp_seconds',
    help: 'When a job was last done, e.g. the last backup',
    labels: ['name'],
    read: async () => {
      const { rows } = await sql<{ name: string; at: Date }>`SELECT name, max(completed_on) AS at FROM pgboss.job
        WHERE state = 'completed' AND name NOT LIKE '\\_\\_pgboss%' GROUP BY name`.execute(db);
      return rows.map(({ name, at }) => ({ labels: { name }, value: at.getTime() / 1_000 }));
    },
  },
  {
    name: 'gongkai_audit_entries',
    help: 'Entries of the audit, as the heads of its chains count them; it never falls',
    read: async () => {
      const { rows } = await sql<{ total: string }>`SELECT coalesce(sum(sequence), 0) AS total FROM audit_head`.execute(
        db,
      );
      return [{ value: Number(rows[0]?.total ?? 0) }];
    },
  },
  {
    name: 'gongkai_disk_free_bytes',
    help: 'Room left on the disk of the data folder',
    read: async () => {
      const { bavail, bsize } = await statfs(dataFolder);
      return [{ value: bavail * bsize }];
    },
  },
];
