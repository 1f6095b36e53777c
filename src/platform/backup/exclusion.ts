import { sql } from 'kysely';
import type { Db } from '../db/index.ts';

/** Advisory lock that a backup holds in shared mode: what it will still read is not to be deleted meanwhile. */
export const backupLock = 0x676b_0003;

/**
 * Does something that deletes contents, unless a backup is being made, which may still want to read
 * them; a backup that begins meanwhile waits for its end.
 *
 * @returns whether it was done
 */
export async function unlessBackupRuns(db: Db, work: () => Promise<void>): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ alone: boolean }>`SELECT pg_try_advisory_lock(${backupLock}) AS alone`.execute(
      connection,
    );
    if (!rows[0]?.alone) return false;
    try {
      await work();
      return true;
    } finally {
      await sql`SELECT pg_advisory_unlock(${backupLock})`.execute(connection);
    }
  });
}
