import { conflict, failure, forbidden, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../audit/index.ts';
import type { Trx } from '../db/index.ts';
import { type Account, changeAccount, lockAccount } from './account.ts';
import { keptHashes, withoutSecondFactor } from './administration.ts';
import type { SignInDependencies } from './dependencies.ts';
import { findDevice } from './device.ts';
import { countWrongAnswer, recordOf } from './failures.ts';
import { actorOf, type Visitor } from './identify.ts';
import { isLocked } from './lockout.ts';
import { compareWithHash, hashPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { type AnswerOrigin, lockedMeanwhile } from './second-factor.ts';
import type { SecuritySettings } from './security-settings.ts';
import { endAllSessions, endSession, renewToken } from './session.ts';
import type { SessionToken } from './token.ts';
import {
  findTotpStep,
  newTotpSecret,
  openTotpSecret,
  sealTotpSecret,
  totpPendingColumn,
  totpSecretColumn,
} from './totp.ts';

/** Who changes something of their own account, and from where. */
export interface OwnCall {
  visitor: Visitor<unknown>;
  origin: AnswerOrigin;
  now: Date;
}

type Dependencies = SignInDependencies<unknown>;
const minute = 60_000;

/**
 * Sets a new password. Who is signed in gives the present one again; who had to change it gave it a
 * moment ago. Every other session of the person ends.
 */
export async function changePassword(
  deps: Dependencies,
  call: OwnCall,
  { currentPassword, newPassword }: { currentPassword?: string | undefined; newPassword: string },
): Promise<Result<SessionToken>> {
  const { visitor, now } = call;
  const { account, person, session, stage } = visitor;
  if (stage !== 'signed-in' && stage !== 'must-change-password') return unfinished();
  const settings = await deps.loadSettings();
  const ruled = checkPassword(newPassword, { loginName: account.loginName, name: person.name }, settings);
  if (!ruled.ok) return ruled;
  if (stage === 'signed-in') {
    const confirmed = await confirmPassword(deps, call, currentPassword, 'currentPassword', settings);
    if (!confirmed.ok) return confirmed;
  }
  const fresh = await refuseFormer(account, newPassword, settings);
  if (!fresh.ok) return fresh;
  const hash = await hashPassword(newPassword, deps.hashCost);
  if (!hash.ok) return hash;
  return change(deps, call, async (trx, record, held) => {
    if (held.passwordHash !== account.passwordHash) return conflict('密码刚刚在别处修改过，请重新登录。');
    await changeAccount(trx, held, {
      passwordHash: hash.value,
      passwordChangedAt: now,
      mustChangePassword: false,
      previousPasswordHashes: [held.passwordHash, ...held.previousPasswordHashes].slice(0, keptHashes),
    });
    const endedSessions = await endAllSessions(trx, held, session.id);
    record({ action: 'auth.change-password', record: recordOf(held), after: { endedSessions } });
    return success(await renewToken(trx, session));
  });
}

/** Refuses a password that is one of the last. */
async function refuseFormer(
  { passwordHash, previousPasswordHashes }: Account,
  password: string,
  { passwordHistory }: SecuritySettings,
): Promise<Result<undefined>> {
  const former = [passwordHash, ...previousPasswordHashes].slice(0, passwordHistory);
  const compared = await Promise.all(former.map((hash) => compareWithHash(password, hash)));
  for (const each of compared) {
    if (!each.ok) return each;
    if (!each.value.matches) continue;
    return invalid([{ field: 'newPassword', message: `新密码不能与最近 ${passwordHistory} 个密码相同，请换一个。` }]);
  }
  return success(undefined);
}

/** Begins a second factor: its secret, to be confirmed with a code. One in force stays in force until then. */
export async function startTotp(
  deps: Dependencies,
  call: OwnCall,
  password: string | undefined,
): Promise<Result<{ secret: string; uri: string }>> {
  const { visitor } = call;
  if (visitor.stage !== 'signed-in' && visitor.stage !== 'must-enrol-totp') return unfinished();
  if (visitor.stage === 'signed-in') {
    const confirmed = await confirmPassword(deps, call, password, 'password', await deps.loadSettings());
    if (!confirmed.ok) return confirmed;
  }
  const made = newTotpSecret(visitor.account.loginName);
  return change(deps, call, async (trx, record, held) => {
    await changeAccount(trx, held, {
      totpPendingSecret: sealTotpSecret(deps.ring, totpPendingColumn, held, made.secret),
    });
    record({ action: 'auth.start-second-factor', record: recordOf(held) });
    return success(made);
  });
}

/** Puts a second factor into force with a code of the telephone; the recovery codes are shown only now. */
export async function confirmTotp(
  deps: Dependencies,
  call: OwnCall,
  code: string,
): Promise<Result<{ recoveryCodes: string[]; token: SessionToken }>> {
  const { visitor, now } = call;
  if (visitor.stage !== 'signed-in' && visitor.stage !== 'must-enrol-totp') return unfinished();
  return change(deps, call, async (trx, record, held) => {
    if (held.totpPendingSecret === null) return conflict('请先取得动态验证码的二维码，再输入验证码。');
    const secret = openTotpSecret(deps.ring, totpPendingColumn, held, held.totpPendingSecret);
    if (!secret.ok) return secret;
    const step = findTotpStep(secret.value, code, 0, now);
    if (step === undefined) {
      const message = '验证码不正确。请输入手机上正在显示的 6 位数字；一直不对的，请核对手机时间。';
      return invalid([{ field: 'code', message }]);
    }
    const recoveryCodes = makeRecoveryCodes();
    await changeAccount(trx, held, {
      totpSecret: sealTotpSecret(deps.ring, totpSecretColumn, held, secret.value),
      totpPendingSecret: null,
      totpLastStep: String(step),
      recoveryCodeHashes: recoveryCodes.map(hashRecoveryCode),
    });
    record({
      action: 'auth.enrol-second-factor',
      record: recordOf(held),
      after: { replaced: held.totpSecret !== null },
    });
    const token = await renewToken(trx, visitor.session, { secondFactorAt: now });
    return success({ recoveryCodes, token });
  });
}

/** Takes the second factor away; refused to those who must have one. */
export async function removeTotp(
  deps: Dependencies,
  call: OwnCall,
  password: string | undefined,
): Promise<Result<undefined>> {
  const { visitor } = call;
  if (visitor.needsSecondFactor) {
    return forbidden('您的岗位必须使用动态验证码，不能解除绑定；更换手机的，请用“更换手机”重新绑定。');
  }
  if (visitor.account.totpSecret === null) return conflict('您没有绑定动态验证码，无需解除。');
  const confirmed = await confirmPassword(deps, call, password, 'password', await deps.loadSettings());
  if (!confirmed.ok) return confirmed;
  return change(deps, call, async (trx, record, held) => {
    await changeAccount(trx, held, withoutSecondFactor);
    record({ action: 'auth.remove-second-factor', record: recordOf(held) });
    return success(undefined);
  });
}

/** Makes new recovery codes; those before are worth nothing any more. */
export async function renewRecoveryCodes(
  deps: Dependencies,
  call: OwnCall,
  password: string | undefined,
): Promise<Result<{ recoveryCodes: string[] }>> {
  if (call.visitor.account.totpSecret === null) return conflict('您没有绑定动态验证码，没有恢复码。请先绑定。');
  const confirmed = await confirmPassword(deps, call, password, 'password', await deps.loadSettings());
  if (!confirmed.ok) return confirmed;
  const recoveryCodes = makeRecoveryCodes();
  return change(deps, call, async (trx, record, held) => {
    await changeAccount(trx, held, { recoveryCodeHashes: recoveryCodes.map(hashRecoveryCode) });
    record({ action: 'auth.renew-recovery-codes', record: recordOf(held) });
    return success({ recoveryCodes });
  });
}

/** Ends one session of one's own. */
export const endOwnSession = (deps: Dependencies, call: OwnCall, sessionId: string): Promise<Result<undefined>> =>
  change(deps, call, async (trx, record, held) => {
    if (!(await endSession(trx, held, sessionId))) return missing('这次登录已经退出，请刷新列表。');
    record({ action: 'auth.end-session', record: recordOf(held), after: { session: sessionId } });
    return success(undefined);
  });

/** Ends all sessions of one's own, or all others. */
export const endOwnSessions = (deps: Dependencies, call: OwnCall, keepThis: boolean): Promise<Result<undefined>> =>
  change(deps, call, async (trx, record, held) => {
    const endedSessions = await endAllSessions(trx, held, keepThis ? call.visitor.session.id : undefined);
    record({ action: 'auth.end-sessions', record: recordOf(held), after: { endedSessions } });
    return success(undefined);
  });

/** An audited change of one's own account, which is held meanwhile. */
const change = <T>(
  { db }: Dependencies,
  { visitor, origin, now }: OwnCall,
  work: (trx: Trx, record: RecordChange, held: Account) => Promise<Result<T>>,
): Promise<Result<T>> =>
  write(db, actorOf(visitor, origin.address), now, async (trx, record) => {
    const held = await lockAccount(trx, visitor.session);
    return held && !held.closedAt ? work(trx, record, held) : failure('signed-out', '账号已停用，请重新登录。');
  });

/**
 * Asks for the password once more before something that a stranger at an unlocked screen must not do.
 * Wrong ones count as at the door. Who came through 统一身份认证 may not know a password here: for
 * them a sign-in of the last ten minutes counts.
 */
async function confirmPassword(
  deps: Dependencies,
  call: OwnCall,
  password: string | undefined,
  field: string,
  settings: SecuritySettings,
): Promise<Result<undefined>> {
  const { visitor, origin, now } = call;
  const { session, account } = visitor;
  if (session.signedInBy === 'oidc' && !password) {
    if (now.getTime() - session.createdAt.getTime() < 10 * minute) return success(undefined);
    return failure('sign-in-again', '为确认是您本人操作，请退出后重新登录，并在十分钟内办理。');
  }
  if (!password) return invalid([{ field, message: '请填写当前密码，确认是您本人操作。' }]);
  const compared = await compareWithHash(password, account.passwordHash, deps.hashCost);
  if (!compared.ok) return compared;
  const device = await findDevice(deps.db, session, origin.deviceCookie);
  if (compared.value.matches && (device || !isLocked(account, now))) return success(undefined);

  const hasLocked = await write(deps.db, actorOf(visitor, origin.address), now, async (trx, record) => {
    const held = await lockAccount(trx, session);
    if (!held) throw new Error('a session without an account');
    const wrong = { account: held, device, address: origin.address, reason: '确认密码错误' };
    const locked = (await countWrongAnswer(trx, record, wrong, settings, now)) || (isLocked(held, now) && !device);
    if (locked) await endSession(trx, held, session.id);
    return locked;
  });
  return hasLocked ? lockedMeanwhile() : invalid([{ field, message: '当前密码不正确。' }]);
}

const unfinished = () => failure('sign-in-unfinished', '登录还没有完成，请先按提示完成。');
