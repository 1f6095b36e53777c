import { isIPv6 } from 'node:net';
import type { Db, Trx } from '../db/index.ts';
import { countFailure, type FailureCount, isLocked, leak } from './lockout.ts';
import type { SecuritySettings } from './security-settings.ts';

/** What failures are counted by: an IPv4 address, or the network of 64 bits that one IPv6 user has to themselves. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Whether nobody may sign in from an address now. */
export async function isAddressLocked(db: Db, address: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('authAddress')
    .select('lockedUntil')
    .where('address', '=', addressKey(address))
    .executeTakeFirst();
  return row !== undefined && isLocked(row, now);
}

/** Counts a failure from an address; says whether it is locked by it. */
export async function countAddressFailure(
  trx: Trx,
  address: string,
  settings: SecuritySettings,
  now: Date,
): Promise<boolean> {
  const key = addressKey(address);
  await trx
    .insertInto('authAddress')
    .values({ address: key, failureCount: 0, lockCount: 0, lastFailedAt: now })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .execute();
  const before: FailureCount = await trx
    .selectFrom('authAddress')
    .select(['failureCount', 'lockCount', 'lastFailedAt', 'lockedUntil'])
    .where('address', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const after = countFailure(leak(before, now), settings.failuresPerAddress, settings, now);
  await trx
    .updateTable('authAddress')
    .set({ ...after, lastFailedAt: now })
    .where('address', '=', key)
    .execute();
  return isLocked(after, now) && !isLocked(before, now);
}
