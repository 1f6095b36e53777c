import { sql } from 'kysely';
import type { Db } from '../db/index.ts';
import { readMigrations } from '../db/migrate.ts';
import type { RunningJobs } from '../jobs/index.ts';
import { checkStorage, type Storage } from '../storage/index.ts';
import type { ReadinessPart } from './health.ts';

/** What the system cannot work without. */
export function systemReadiness(db: Db, storage: Pick<Storage, 'store'>, jobs: () => RunningJobs): ReadinessPart[] {
  const migrations = readMigrations();
  return [
    {
      part: 'database',
      label: '数据库连接',
      check: async () => (await sql`SELECT 1`.execute(db)).rows.length === 1,
    },
    {
      part: 'migrations',
      label: '数据库版本',
      check: async () => {
        const rows = await db.selectFrom('platformMigration').select('checksum').orderBy('number').execute();
        return rows.length === migrations.length && rows.every((row, at) => row.checksum === migrations[at]?.checksum);
      },
    },
    { part: 'storage', label: '附件存储', check: async () => (await checkStorage(storage)).ok },
    { part: 'jobs', label: '后台任务', check: async () => jobs().isRunning() },
  ];
}
