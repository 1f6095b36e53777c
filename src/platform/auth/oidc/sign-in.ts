import { systemCounty } from '../../../kernel/actor.ts';
import { failure, type Result, success } from '../../../kernel/result.ts';
import { write } from '../../audit/index.ts';
import { findAccountByLoginName, lockAccount } from '../account.ts';
import { type BegunSession, beginSignIn } from '../begin-sign-in.ts';
import type { SignInDependencies } from '../dependencies.ts';
import { recordOf } from '../failures.ts';
import type { Origin, Session } from '../session.ts';
import type { VouchedPerson } from './provider.ts';

/** Somebody for whom the provider vouches. */
export interface VouchedAttempt extends VouchedPerson {
  origin: Origin;
  deviceCookie: string | undefined;
  previous: Session | undefined;
}

/**
 * Begins a session for somebody the provider vouches for, where an account of that login name is
 * open here: nobody gets in because they are known elsewhere. A lock is no bar, for it guards the
 * password here, which was not used.
 */
export async function signInVouched(
  { db, loadSettings, loadPerson }: SignInDependencies<unknown>,
  { loginName, gaveSecondFactor, origin, deviceCookie, previous }: VouchedAttempt,
  now: Date,
): Promise<Result<BegunSession>> {
  const settings = await loadSettings();
  const account = await findAccountByLoginName(db, loginName);
  const person = account && (await loadPerson(account, now));
  const actor = {
    countyId: account?.countyId ?? systemCounty,
    ...(account && person ? { personId: account.personId, name: person.name } : { name: '未登录' }),
    from: origin.address,
  };
  const begun = await write(db, actor, now, async (trx, record) => {
    const held = account && (await lockAccount(trx, account));
    if (!held || held.closedAt || !person) {
      const of = held ? recordOf(held) : { kind: 'account', id: 'unknown', label: '（登录名不存在）' };
      record({ action: 'auth.fail', record: of, after: { reason: '统一身份认证的人员在本系统没有可用账号' } });
      return undefined;
    }
    const how = { signedInBy: 'oidc' as const, secondFactorAt: gaveSecondFactor ? now : null, ...origin };
    return beginSignIn(trx, record, { account: held, how, deviceCookie, previous, knownDevice: false }, settings, now);
  });
  if (begun) return success(begun);
  return failure(
    'oidc-no-account',
    '统一身份认证已确认您的身份，但本系统没有与之对应的可用账号。请联系本单位系统管理员开通账号，登录名须与统一身份认证中的一致。',
  );
}
