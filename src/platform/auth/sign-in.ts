import { type Actor, systemCounty } from '../../kernel/actor.ts';
import { type Failure, failure, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { type Account, changeAccount, findAccountByLoginName, lockAccount, type PersonKey } from './account.ts';
import { isAddressLocked } from './address.ts';
import { type BegunSession, beginSignIn } from './begin-sign-in.ts';
import type { SignInDependencies } from './dependencies.ts';
import { findDevice } from './device.ts';
import { countAddress, countWrongAnswer, recordOf } from './failures.ts';
import { isLocked } from './lockout.ts';
import { normalLoginName } from './login-name.ts';
import { compareWithHash, hashOfNobody, hashPassword } from './password-hash.ts';
import type { SecuritySettings } from './security-settings.ts';
import type { Origin, Session } from './session.ts';
import { Throttle } from './throttle.ts';

/** Somebody who wants to sign in. */
export interface SignInAttempt {
  loginName: string;
  password: string;
  origin: Origin;
  /** The cookie that tells the browser again. */
  deviceCookie: string | undefined;
  /** The session this browser had until now, which ends. */
  previous: Session | undefined;
}

/** However often an account is asked for under one name, whether there is such an account or not. */
const attempts = new Throttle(20);

/** Nobody: what is asked of the database is the same whether there is an account or not. */
const nobody: PersonKey = { countyId: systemCounty, personId: systemCounty };

/**
 * The one answer to every failed sign-in: it must not tell whether the account exists, is closed or
 * locked, nor whether the password was right.
 */
const refuseSignIn = ({ failuresBeforeLock, lockMinutes }: SecuritySettings): Failure =>
  failure(
    'sign-in-refused',
    `登录名或密码不正确，或者账号暂时不能使用。连续输错 ${failuresBeforeLock} 次，账号将锁定 ${lockMinutes} 分钟以上；忘记密码或者急需使用，请联系本单位系统管理员重置。`,
  );

/**
 * Checks a password and begins a session, which may still owe a second factor or a new password.
 *
 * A hash is computed on every path, and the same questions are asked of the database, so that
 * neither the answer nor its time tells more than that it failed. The password is compared before
 * the account is held; what was found is checked again once it is, so that many attempts at the
 * same time count one after the other.
 */
export async function signIn(
  deps: SignInDependencies<unknown>,
  attempt: SignInAttempt,
  now: Date,
): Promise<Result<BegunSession>> {
  const { db, loadSettings, loadPerson, hashCost } = deps;
  const settings = await loadSettings();
  const account = await findAccountByLoginName(db, attempt.loginName);
  const key = account ?? nobody;
  const [person, device, addressLocked] = await Promise.all([
    loadPerson(key, now),
    findDevice(db, key, attempt.deviceCookie),
    isAddressLocked(db, attempt.origin.address, now),
  ]);
  // Not on a known device: strangers must not keep out the person by asking for their name.
  if (!device && !attempts.allows(normalLoginName(attempt.loginName), now)) {
    return failure('too-many-requests', '这个登录名在一分钟内尝试的次数过多，请一分钟后再试。');
  }
  const comparison = await compareWithHash(attempt.password, account?.passwordHash ?? hashOfNobody(hashCost), hashCost);
  if (!comparison.ok) return comparison;
  const { matches, isOutdated } = comparison.value;

  const refuse = (of: Account | undefined): string | undefined => {
    if (!of || !person) return '没有这个账号';
    if (of.closedAt) return '账号已停用';
    if (addressLocked && !device) return '网络地址锁定期间';
    if (isLocked(of, now) && !device) return '账号锁定期间';
    return matches && of.passwordHash === account?.passwordHash ? undefined : '密码错误';
  };
  const isRight = refuse(account) === undefined;
  const actor: Actor = {
    countyId: key.countyId,
    ...(isRight && account && person ? { personId: account.personId, name: person.name } : { name: '未登录' }),
    from: attempt.origin.address,
  };
  const renewedHash = isRight && isOutdated ? await hashPassword(attempt.password, hashCost) : undefined;

  const begun = await write(db, actor, now, async (trx, record): Promise<BegunSession | undefined> => {
    const held = await lockAccount(trx, key);
    const reason = refuse(held);
    if (reason !== undefined || !held) {
      if (held && reason === '密码错误') {
        await countWrongAnswer(trx, record, { account: held, device, address: actor.from, reason }, settings, now);
      } else {
        // Of an unknown name not what was typed: people type their password there.
        const of = held ? recordOf(held) : { kind: 'account', id: 'unknown', label: '（登录名不存在）' };
        record({ action: 'auth.fail', record: of, after: { reason } });
        await countAddress(trx, record, actor.from, settings, now);
      }
      return undefined;
    }
    if (renewedHash?.ok) await changeAccount(trx, held, { passwordHash: renewedHash.value });
    const { origin, deviceCookie, previous } = attempt;
    const how = { signedInBy: 'password' as const, secondFactorAt: null, ...origin };
    const proven = { account: held, how, deviceCookie, previous, knownDevice: device !== undefined };
    return beginSignIn(trx, record, proven, settings, now);
  });
  return begun ? success(begun) : refuseSignIn(settings);
}
