import { missing, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId } from '../../platform/db/index.ts';
import { type DelegationTerm, mayDelegate, mayRevoke } from '../domain/delegation.ts';
import { describePerson } from '../domain/person.ts';
import { roles } from '../domain/role.ts';
import { findDelegation, insertDelegation, listDelegationsOfPost, revokeDelegations } from '../store/delegations.ts';
import { findPerson, holdPeople } from '../store/people.ts';
import { findPost, listHeldRoles } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { noSuchPerson } from './posts.ts';

/** Which post is lent to whom. */
export interface DelegationGiven {
  postId: string;
  toPersonId: string;
  term: DelegationTerm;
  reason: string;
}

/** Lends a post for a term (委托代办); by its holder, or by a 安全管理员. Answers with its id. */
export async function delegate(
  db: Db,
  caller: Caller,
  { postId, toPersonId, term, reason }: DelegationGiven,
): Promise<Result<{ id: string }>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  return write(db, actor, now, async (trx, record) => {
    const holder = (await findPost(trx, countyId, postId, day))?.personId;
    if (holder) await holdPeople(trx, countyId, [holder, toPersonId], 'update');
    const post = await findPost(trx, countyId, postId, day);
    if (!post) return missing('没有找到要委托的岗位，可能已经免去。请刷新后重试。');
    const [from, to, held, loans] = await Promise.all([
      findPerson(trx, countyId, post.personId, day),
      findPerson(trx, countyId, toPersonId, day),
      listHeldRoles(trx, countyId, toPersonId, day),
      listDelegationsOfPost(trx, countyId, postId, day),
    ]);
    if (!from || !to) return noSuchPerson();
    const loan = {
      post,
      from: { ...from, active: from.closedOn === undefined },
      to: { ...to, active: to.closedOn === undefined },
      term,
    };
    const allowed = mayDelegate(authority, loan, held, loans, day);
    if (!allowed.ok) return allowed;
    const id = newId();
    await insertDelegation(
      trx,
      countyId,
      { id, postId, fromPersonId: from.id, toPersonId, term, reason },
      authority.personId,
      now,
    );
    record({
      action: 'delegation.give',
      record: { kind: 'delegation', id, label: `${from.name}委托${describePerson(to.name, [to.organ])}` },
      organId: post.organId,
      after: { role: roles[post.role].name, organ: post.organ, deputy: to.name, ...term, reason },
    });
    return success({ id });
  });
}

/** Takes a delegation back: its giver, who fills in, or a 安全管理员. It gives nothing from then on. */
export function revoke(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  return write(db, actor, now, async (trx, record) => {
    const delegation = await findDelegation(trx, countyId, id, day);
    if (!delegation) return missing('没有找到这项委托。请刷新后重试。');
    const allowed = mayRevoke(authority, delegation, delegation.at);
    if (!allowed.ok) return allowed;
    await revokeDelegations(trx, countyId, [id], now, authority.personId);
    const { fromName, toName, role, organ, at, term } = delegation;
    record({
      action: 'delegation.revoke',
      record: { kind: 'delegation', id, label: `${fromName}委托${toName}` },
      organId: at.place.organId,
      before: { role: roles[role].name, organ, deputy: toName, ...term },
      after: undefined,
    });
    return success(undefined);
  });
}
