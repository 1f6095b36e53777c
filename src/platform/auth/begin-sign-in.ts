import type { RecordChange } from '../audit/index.ts';
import type { Trx } from '../db/index.ts';
import { type Account, changeAccount } from './account.ts';
import { rememberDevice } from './device.ts';
import { recordOf, successAt } from './failures.ts';
import type { SecuritySettings } from './security-settings.ts';
import { beginSession, endSession, type Origin, type Session } from './session.ts';
import { newSecret, type SessionToken } from './token.ts';

/** What the browser gets when who it is was proven. */
export interface BegunSession {
  token: SessionToken;
  /** To be kept by the browser; absent while the second factor is still owed. */
  deviceCookie?: string;
}

/** Somebody who has proven who they are; the account is held by the transaction. */
export interface ProvenPerson {
  account: Account;
  how: Pick<Session, 'signedInBy' | 'secondFactorAt'> & Origin;
  /** The cookie that tells the browser again, where it has one. */
  deviceCookie: string | undefined;
  /** The session this browser had until now, which ends. */
  previous: Session | undefined;
  knownDevice: boolean;
}

/** Begins the session of somebody who has proven who they are; the second factor may still be owed. */
export async function beginSignIn(
  trx: Trx,
  record: RecordChange,
  { account, how, deviceCookie = newSecret(), previous, knownDevice }: ProvenPerson,
  settings: SecuritySettings,
  now: Date,
): Promise<BegunSession> {
  if (previous) await endSession(trx, previous, previous.id);
  const { session, token } = await beginSession(trx, account, how, settings, now);
  const owesSecondFactor = account.totpSecret !== null && how.secondFactorAt === null;
  record({
    action: owesSecondFactor ? 'auth.begin-sign-in' : 'auth.sign-in',
    record: recordOf(account),
    after: { session: session.id, by: how.signedInBy, browser: how.browser, knownDevice },
  });
  // Failures are forgotten only once everything was given: else a known password would let codes be tried for ever.
  if (owesSecondFactor) return { token };
  await changeAccount(trx, account, successAt(now));
  await rememberDevice(trx, account, deviceCookie, now);
  return { token, deviceCookie };
}
