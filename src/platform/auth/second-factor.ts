import { conflict, failure, invalid, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import { type Account, changeAccount, lockAccount } from './account.ts';
import type { BegunSession } from './begin-sign-in.ts';
import type { SignInDependencies } from './dependencies.ts';
import { findDevice, rememberDevice } from './device.ts';
import { countWrongAnswer, recordOf, successAt } from './failures.ts';
import { actorOf, type Visitor } from './identify.ts';
import { isLocked } from './lockout.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { endSession, type Origin, renewToken } from './session.ts';
import { newSecret } from './token.ts';
import { findTotpStep, openTotpSecret, totpSecretColumn } from './totp.ts';

/** A code of the telephone or one of the recovery codes. */
export interface SecondAnswer {
  code?: string | undefined;
  recoveryCode?: string | undefined;
}

/** Where an answer comes from. */
export interface AnswerOrigin extends Origin {
  deviceCookie: string | undefined;
}

/** The sentence for somebody whose account was locked while they were at it. */
export const lockedMeanwhile = () =>
  failure(
    'sign-in-refused',
    '连续输错次数过多，账号已暂时锁定。请稍后重新登录；急需使用的，请联系本单位系统管理员解锁。',
  );

/** Takes the second factor; every code counts once, and wrong ones count like wrong passwords. */
export async function giveSecondFactor(
  deps: SignInDependencies<unknown>,
  visitor: Visitor<unknown>,
  answer: SecondAnswer,
  origin: AnswerOrigin,
  now: Date,
): Promise<Result<BegunSession>> {
  if (visitor.stage !== 'second-factor') return conflict('现在不需要输入动态验证码，请刷新页面。');
  const { db, loadSettings } = deps;
  const { session } = visitor;
  const settings = await loadSettings();
  const device = await findDevice(db, session, origin.deviceCookie);
  const field = answer.recoveryCode === undefined ? 'code' : 'recoveryCode';

  const outcome = await write(db, actorOf(visitor, origin.address), now, async (trx, record) => {
    const account = await lockAccount(trx, session);
    if (!account) throw new Error('a session without an account');
    if (isLocked(account, now) && !device) {
      record({ action: 'auth.fail', record: recordOf(account), after: { reason: '账号锁定期间' } });
      await endSession(trx, account, session.id);
      return 'locked' as const;
    }
    const checked = checkAnswer(deps, account, answer, now);
    if (!checked.ok) return checked;
    const changes = checked.value;
    if (!changes) {
      const reason = field === 'code' ? '动态验证码错误' : '恢复码错误';
      const wrong = { account, device, address: origin.address, reason };
      if (!(await countWrongAnswer(trx, record, wrong, settings, now))) return 'wrong' as const;
      await endSession(trx, account, session.id);
      return 'locked' as const;
    }
    await changeAccount(trx, account, { ...successAt(now), ...changes });
    const token = await renewToken(trx, session, { secondFactorAt: now });
    const deviceCookie = origin.deviceCookie ?? newSecret();
    await rememberDevice(trx, account, deviceCookie, now);
    const of = recordOf(account);
    if (changes.recoveryCodeHashes) {
      record({ action: 'auth.use-recovery-code', record: of, after: { left: changes.recoveryCodeHashes.length } });
    }
    record({ action: 'auth.sign-in', record: of, after: { session: session.id, browser: origin.browser } });
    return { token, deviceCookie };
  });
  if (outcome === 'locked') return lockedMeanwhile();
  if (outcome === 'wrong') {
    const message =
      field === 'code'
        ? '验证码不正确，或者已经用过。请等手机上出现下一个验证码再输入；一直不对的，请核对手机时间。'
        : '恢复码不正确，或者已经用过，请换一个。';
    return invalid([{ field, message }]);
  }
  return 'ok' in outcome ? outcome : success(outcome);
}

/** What changes in the account when the answer is right; undefined when it is wrong. */
function checkAnswer(
  { ring }: Pick<SignInDependencies<unknown>, 'ring'>,
  account: Account,
  { code, recoveryCode }: SecondAnswer,
  now: Date,
): Result<Partial<Account> | undefined> {
  if (recoveryCode !== undefined) {
    const hash = hashRecoveryCode(recoveryCode);
    const left = account.recoveryCodeHashes.filter((each) => each !== hash);
    return success(left.length < account.recoveryCodeHashes.length ? { recoveryCodeHashes: left } : undefined);
  }
  if (account.totpSecret === null) return success(undefined);
  const secret = openTotpSecret(ring, totpSecretColumn, account, account.totpSecret);
  if (!secret.ok) return secret;
  const step = findTotpStep(secret.value, code ?? '', Number(account.totpLastStep), now);
  return success(step === undefined ? undefined : { totpLastStep: String(step) });
}
