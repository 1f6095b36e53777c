import type { Db } from '../db/index.ts';
import { defineJob, type HandledJob, handledBy } from '../jobs/index.ts';

const day = 24 * 60 * 60_000;

const job = defineJob({ name: 'auth-clear', label: '清理失效的登录', schedule: '40 3 * * *' });

/** The nightly job that takes away sessions that have ended by time, devices nobody used for half a year, and old failures. */
export const clearSignIn = (db: Db): HandledJob => handledBy(job, (_, { now }) => clearAway(db, now));

/** Takes away what counts for nothing any more. Nothing of it is in force, so there is nothing for the audit. */
export async function clearAway(db: Db, now: Date): Promise<void> {
  const before = (days: number): Date => new Date(now.getTime() - days * day);
  await db.deleteFrom('authSession').where('expiresAt', '<=', now).execute();
  // No session may idle for longer than a day.
  await db.deleteFrom('authSession').where('touchedAt', '<=', before(1)).execute();
  await db.deleteFrom('authDevice').where('lastUsedAt', '<=', before(180)).execute();
  await db
    .deleteFrom('authAddress')
    .where('lastFailedAt', '<=', before(1))
    .where(({ eb, or }) => or([eb('lockedUntil', 'is', null), eb('lockedUntil', '<=', before(1))]))
    .execute();
}
