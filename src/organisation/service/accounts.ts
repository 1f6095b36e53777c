import { forbidden, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import {
  endSessions as endAccountsSessions,
  type HashCost,
  makeFirstPassword,
  removeSecondFactor as removeAccountsSecondFactor,
  resetPassword as resetAccountPassword,
  unlock as unlockAccount,
} from '../../platform/auth/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Act } from '../domain/acts.ts';
import { actorBy, type Grant, mayAt } from '../domain/policy.ts';
import type { Caller } from './caller.ts';
import { findVisiblePerson } from './people.ts';
import { noSuchPerson } from './posts.ts';

/** Gives somebody a new first password (by a 系统管理员); it is told once and has to be changed at once. */
export async function resetPassword(
  db: Db,
  caller: Caller,
  id: string,
  cost?: HashCost,
): Promise<Result<{ firstPassword: string }>> {
  const { actor, authority, now } = caller;
  const grant = await findTarget(db, caller, id, 'manage-accounts');
  if (!grant.ok) return grant;
  if (id === authority.personId) return forbidden('本人的密码请在“我的账号”中修改。');
  const first = await makeFirstPassword(cost);
  if (!first.ok) return first;
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    const reset = await resetAccountPassword(
      trx,
      record,
      { person: { countyId: authority.countyId, personId: id }, first: first.value },
      now,
    );
    return reset.ok ? success({ firstPassword: first.value.password }) : reset;
  });
}

/** Lets somebody try to sign in again at once who is locked out for wrong passwords (by a 系统管理员). */
export async function unlock(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const target = await findTarget(db, caller, id, 'manage-accounts');
  if (!target.ok) return target;
  return write(db, actorBy(caller.actor, target.value), caller.now, async (trx, record) => {
    const done = await unlockAccount(trx, record, { countyId: caller.authority.countyId, personId: id });
    return done.ok ? success(undefined) : done;
  });
}

/** Signs somebody out everywhere, e.g. when a computer was left behind (by a 系统管理员); the password stays. */
export async function endSessions(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const target = await findTarget(db, caller, id, 'manage-accounts');
  if (!target.ok) return target;
  return write(db, actorBy(caller.actor, target.value), caller.now, async (trx, record) => {
    const done = await endAccountsSessions(trx, record, { countyId: caller.authority.countyId, personId: id });
    return done.ok ? success(undefined) : done;
  });
}

/** Takes away the second factor of somebody who lost it (by a 安全管理员); never his own. */
export async function removeSecondFactor(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const target = await findTarget(db, caller, id, 'remove-second-factors');
  if (!target.ok) return target;
  if (id === caller.authority.personId) return forbidden('不能解除自己的动态验证码，请由另一名安全管理员办理。');
  return write(db, actorBy(caller.actor, target.value), caller.now, async (trx, record) => {
    const done = await removeAccountsSecondFactor(trx, record, { countyId: caller.authority.countyId, personId: id });
    return done.ok ? success(undefined) : done;
  });
}

/** Whether somebody may do something to a person's account, and by which post. */
async function findTarget(db: Db, caller: Caller, id: string, act: Act): Promise<Result<Grant>> {
  const person = await findVisiblePerson(db, caller, id);
  return person ? mayAt(caller.authority, act, person.at) : noSuchPerson();
}
