import { conflict, failure, missing, type Result, success } from '../../kernel/result.ts';
import type { RecordChange } from '../audit/index.ts';
import type { Trx } from '../db/index.ts';
import { type Account, changeAccount, lockAccount, type PersonKey } from './account.ts';
import { forgetDevices } from './device.ts';
import { recordOf } from './failures.ts';
import type { FirstPassword } from './first-password.ts';
import { noFailures } from './lockout.ts';
import { checkLoginName } from './login-name.ts';
import { endAllSessions } from './session.ts';

/**
 * What administrators do to the accounts of others. Each takes the transaction and the record of an
 * audited write of the caller, who has asked whether the actor may. A refusal has to be handed on,
 * so that the write is undone.
 */

/** An account to be opened. */
export interface NewAccount {
  person: PersonKey;
  loginName: string;
  /** Made before the transaction by `makeFirstPassword`. */
  first: FirstPassword;
  /** False only for the accounts of the demonstration, whose passwords stand on the page. */
  mustChangePassword?: boolean;
}

/** Opens the account of a person, or opens it again; refused where they have one or the login name is taken. */
export async function createAccount(
  trx: Trx,
  record: RecordChange,
  { person, loginName: written, first, mustChangePassword = true }: NewAccount,
  now: Date,
): Promise<Result<Account>> {
  const loginName = checkLoginName(written);
  if (!loginName.ok) return loginName;
  const known = await lockAccount(trx, person);
  if (known && !known.closedAt) {
    return conflict(`该人员已有登录账号“${known.loginName}”。忘记密码的，请用“重置密码”。`);
  }
  if (!(await takeLoginName(trx, person, loginName.value))) {
    const message = `登录名“${loginName.value}”已被使用，请换一个。`;
    return failure('conflict', message, [{ field: 'loginName', message }]);
  }
  const { countyId, personId } = person;
  const account = {
    ...noFailures,
    countyId,
    personId,
    loginName: loginName.value,
    passwordHash: first.hash,
    passwordChangedAt: now,
    mustChangePassword,
    totpSecret: null,
    totpPendingSecret: null,
    totpLastStep: '0',
    recoveryCodeHashes: [],
    createdAt: known?.createdAt ?? now,
    closedAt: null,
  };
  const kept = await trx
    .insertInto('authAccount')
    .values(account)
    .onConflict((conflicting) => conflicting.columns(['countyId', 'personId']).doUpdateSet(account))
    .returningAll()
    .executeTakeFirstOrThrow();
  record({ action: 'auth.open-account', record: recordOf(kept), after: { loginName: kept.loginName } });
  return success(kept);
}

/** Takes a login name for a person; says whether it was free. */
async function takeLoginName(trx: Trx, { countyId, personId }: PersonKey, loginName: string): Promise<boolean> {
  const taken = await trx
    .insertInto('authLoginName')
    .values({ loginName, countyId, personId })
    .onConflict((conflicting) => conflicting.column('loginName').doNothing())
    .executeTakeFirst();
  return taken.numInsertedOrUpdatedRows === 1n;
}

/** Closes an account: nobody signs in with it any more, its sessions end, its login name is free again. */
export async function closeAccount(
  trx: Trx,
  record: RecordChange,
  person: PersonKey,
  now: Date,
): Promise<Result<void>> {
  const account = await lockAccount(trx, person);
  if (!account) return noAccount();
  if (account.closedAt) return success(undefined);
  const sessions = await endEverything(trx, person);
  await changeAccount(trx, person, { closedAt: now, ...withoutSecondFactor });
  await trx.deleteFrom('authLoginName').where('loginName', '=', account.loginName).execute();
  record({ action: 'auth.close-account', record: recordOf(account), after: { endedSessions: sessions } });
  return success(undefined);
}

/** What a reset does besides giving a new first password. */
export interface Reset {
  person: PersonKey;
  first: FirstPassword;
  /** Takes away the second factor too, for somebody who lost the telephone and the recovery codes. */
  removeSecondFactor?: boolean;
}

/** Gives an account a new first password, unlocks it and ends its sessions. */
export async function resetPassword(
  trx: Trx,
  record: RecordChange,
  { person, first, removeSecondFactor = false }: Reset,
  now: Date,
): Promise<Result<void>> {
  const account = await lockAccount(trx, person);
  if (!account) return noAccount();
  if (account.closedAt) return isClosed();
  const sessions = await endEverything(trx, person);
  await changeAccount(trx, person, {
    ...noFailures,
    passwordHash: first.hash,
    previousPasswordHashes: [account.passwordHash, ...account.previousPasswordHashes].slice(0, keptHashes),
    passwordChangedAt: now,
    mustChangePassword: true,
    ...(removeSecondFactor ? withoutSecondFactor : {}),
  });
  record({
    action: 'auth.reset-password',
    record: recordOf(account),
    after: { endedSessions: sessions, removedSecondFactor: removeSecondFactor && account.totpSecret !== null },
  });
  return success(undefined);
}

/** As many hashes of former passwords are kept as the settings can at most ask for. */
export const keptHashes = 24;

/** An account without second factor. */
export const withoutSecondFactor = { totpSecret: null, totpPendingSecret: null, recoveryCodeHashes: [] };

/**
 * Takes away the second factor of somebody who lost the telephone and the recovery codes, and ends
 * their sessions; the password stays. Who may do this should not be who gives new passwords: the two
 * together would open any account.
 */
export async function removeSecondFactor(trx: Trx, record: RecordChange, person: PersonKey): Promise<Result<void>> {
  const account = await lockAccount(trx, person);
  if (!account) return noAccount();
  if (account.closedAt) return isClosed();
  if (!account.totpSecret) return conflict('该人员没有启用动态验证码，不必解除。');
  const endedSessions = await endEverything(trx, person);
  await changeAccount(trx, person, withoutSecondFactor);
  record({ action: 'auth.remove-second-factor', record: recordOf(account), after: { endedSessions } });
  return success(undefined);
}

/** Lets an account be tried again at once. */
export async function unlock(trx: Trx, record: RecordChange, person: PersonKey): Promise<Result<void>> {
  const account = await lockAccount(trx, person);
  if (!account) return noAccount();
  await changeAccount(trx, person, noFailures);
  record({
    action: 'auth.unlock',
    record: recordOf(account),
    before: { lockedUntil: account.lockedUntil },
    after: { lockedUntil: null },
  });
  return success(undefined);
}

/** Signs a person out everywhere. @returns how many sessions ended */
export async function endSessions(trx: Trx, record: RecordChange, person: PersonKey): Promise<Result<number>> {
  const account = await lockAccount(trx, person);
  if (!account) return noAccount();
  const endedSessions = await endAllSessions(trx, person);
  record({ action: 'auth.end-sessions', record: recordOf(account), after: { endedSessions } });
  return success(endedSessions);
}

/** Ends the sessions and forgets the devices. @returns how many sessions ended */
async function endEverything(trx: Trx, person: PersonKey): Promise<number> {
  await forgetDevices(trx, person);
  return endAllSessions(trx, person);
}

const noAccount = () => missing('该人员还没有登录账号，请先为其开通账号。');
const isClosed = () => conflict('该账号已经注销，不能再办理。仍要使用本系统的，请另行登记人员。');
