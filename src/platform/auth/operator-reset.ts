import { systemActor } from '../../kernel/actor.ts';
import { conflict, missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../audit/index.ts';
import type { Db } from '../db/index.ts';
import { findAccountByLoginName } from './account.ts';
import { resetPassword } from './administration.ts';
import { makeFirstPassword } from './first-password.ts';
import type { HashCost } from './password-hash.ts';

/** What the operator at the server's own terminal asks for. */
export interface OperatorReset {
  loginName: string;
  removeSecondFactor: boolean;
  hashCost?: HashCost;
}

/**
 * Lets a locked-out person in again, by who has the server in their hands: a new first password, no
 * lock, no session; without the second factor too where that is asked for.
 *
 * @returns the login name as it is kept, and the new first password
 */
export async function resetByOperator(
  db: Db,
  { loginName, removeSecondFactor, hashCost }: OperatorReset,
  now: Date,
): Promise<Result<{ loginName: string; password: string; removedSecondFactor: boolean }>> {
  const account = await findAccountByLoginName(db, loginName);
  if (!account) {
    return missing(
      `没有登录名为“${loginName}”的账号，没有作任何改动。请核对登录名；可以在“人员与岗位”页面查到每个人的登录名。`,
    );
  }
  if (account.closedAt)
    return conflict(
      `账号“${account.loginName}”已经注销，不能重设密码。仍要使用本系统的，请系统管理员在“人员与岗位”页面另行登记。`,
    );
  const first = await makeFirstPassword(hashCost);
  if (!first.ok) return first;
  const actor = systemActor('运维人员（命令行）', account.countyId);
  const reset = await write(db, actor, now, (trx, record) =>
    resetPassword(trx, record, { person: account, first: first.value, removeSecondFactor }, now),
  );
  if (!reset.ok) return reset;
  return success({
    loginName: account.loginName,
    password: first.value.password,
    removedSecondFactor: removeSecondFactor && account.totpSecret !== null,
  });
}
