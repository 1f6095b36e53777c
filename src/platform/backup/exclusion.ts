import type { Pool } from 'pg';
import { backupLock } from './create.ts';

/**
 * Does something that deletes contents, unless a backup is being made, which may still want to read
 * them; a backup that begins meanwhile waits for its end.
 *
 * @returns whether it was done
 */
export async function unlessBackupRuns(pool: Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS alone', [backupLock]);
    if (!rows[0].alone) return false;
    try {
      await work();
      return true;
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [backupLock]).catch((error: Error) => {
        broken = error;
      });
    }
  } finally {
    // A connection that could not be asked to unlock must not go back: it would hold the lock for good.
    client.release(broken);
  }
}
