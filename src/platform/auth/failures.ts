import type { RecordChange } from '../audit/index.ts';
import type { Trx } from '../db/index.ts';
import { type Account, changeAccount } from './account.ts';
import { countAddressFailure } from './address.ts';
import { countDeviceFailure, forgetDevices, type KnownDevice } from './device.ts';
import { countFailure, isLocked, noFailures } from './lockout.ts';
import type { SecuritySettings } from './security-settings.ts';

/** One wrong password or code. */
export interface WrongAnswer {
  account: Account;
  /** The device it was given on, where the person completed signing in before. */
  device: KnownDevice | undefined;
  address: string;
  /** What went wrong, for the auditor: 密码错误 or 验证码错误. */
  reason: string;
}

/** The account as the audit names it. */
export const recordOf = ({ personId, loginName }: Pick<Account, 'personId' | 'loginName'>) => ({
  kind: 'account',
  id: personId,
  label: loginName,
});

/**
 * Counts a wrong password or code: on a known device there, so that strangers elsewhere cannot lock
 * out the person, else with the account; with the address in any case. The account has to be held
 * by the transaction.
 *
 * @returns whether the account is locked by it
 */
export async function countWrongAnswer(
  trx: Trx,
  record: RecordChange,
  { account, device, address, reason }: WrongAnswer,
  settings: SecuritySettings,
  now: Date,
): Promise<boolean> {
  record({ action: 'auth.fail', record: recordOf(account), after: { reason } });
  const isDeviceSpent =
    device !== undefined && (await countDeviceFailure(trx, account, device)) >= settings.failuresBeforeLock;
  let hasLocked = false;
  if (!device || isDeviceSpent) {
    if (device) await forgetDevices(trx, account, device);
    const counted = countFailure(account, isDeviceSpent ? 1 : settings.failuresBeforeLock, settings, now);
    await changeAccount(trx, account, counted);
    hasLocked = isLocked(counted, now);
    if (hasLocked) {
      record({ action: 'auth.lock', record: recordOf(account), after: { lockedUntil: counted.lockedUntil } });
    }
  }
  await countAddress(trx, record, address, settings, now);
  return hasLocked;
}

/** Counts a failure with the address it came from. */
export async function countAddress(
  trx: Trx,
  record: RecordChange,
  address: string,
  settings: SecuritySettings,
  now: Date,
): Promise<void> {
  if (await countAddressFailure(trx, address, settings, now)) {
    record({ action: 'auth.lock-address', record: { kind: 'address', id: 'address', label: '网络地址' } });
  }
}

/** The changes to an account whose person has given everything that was asked. */
export const successAt = (now: Date): Partial<Account> => ({ ...noFailures, lastSignedInAt: now });
