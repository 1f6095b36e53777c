import type { Db, Trx } from '../db/index.ts';
import type { PersonKey } from './account.ts';
import { hashSecret } from './token.ts';

/** A browser on which a person completed signing in before. */
export interface KnownDevice {
  tokenHash: string;
  failureCount: number;
}

/** The device of this cookie, where this person signed in on it before. */
export function findDevice(
  db: Db,
  { countyId, personId }: PersonKey,
  cookie: string | undefined,
): Promise<KnownDevice | undefined> {
  return db
    .selectFrom('authDevice')
    .select(['tokenHash', 'failureCount'])
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .where('tokenHash', '=', hashSecret(cookie ?? ''))
    .executeTakeFirst();
}

/** Remembers that a person completed signing in on the device of this cookie. */
export async function rememberDevice(
  trx: Trx,
  { countyId, personId }: PersonKey,
  cookie: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('authDevice')
    .values({ countyId, personId, tokenHash: hashSecret(cookie), createdAt: now, lastUsedAt: now })
    .onConflict((conflict) =>
      conflict.columns(['countyId', 'personId', 'tokenHash']).doUpdateSet({ lastUsedAt: now, failureCount: 0 }),
    )
    .execute();
}

/** Counts a failure on a known device. */
export async function countDeviceFailure(
  trx: Trx,
  { countyId, personId }: PersonKey,
  { tokenHash }: KnownDevice,
): Promise<number> {
  const { failureCount } = await trx
    .updateTable('authDevice')
    .set(({ eb }) => ({ failureCount: eb('failureCount', '+', 1) }))
    .where('countyId', '=', countyId)
    .where('personId', '=', personId)
    .where('tokenHash', '=', tokenHash)
    .returning('failureCount')
    .executeTakeFirst()
    .then((row) => row ?? { failureCount: Number.MAX_SAFE_INTEGER });
  return failureCount;
}

/** Forgets a device of a person, or all of them. */
export async function forgetDevices(trx: Trx, { countyId, personId }: PersonKey, device?: KnownDevice): Promise<void> {
  let query = trx.deleteFrom('authDevice').where('countyId', '=', countyId).where('personId', '=', personId);
  if (device) query = query.where('tokenHash', '=', device.tokenHash);
  await query.execute();
}
