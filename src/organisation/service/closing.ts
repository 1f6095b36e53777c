import { conflict, failure, forbidden, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { closeAccount as closeSignIn } from '../../platform/auth/index.ts';
import { rolesFor } from '../domain/acts.ts';
import { countByKind } from '../domain/hand-over.ts';
import { describePerson } from '../domain/person.ts';
import { actorBy, mayAt } from '../domain/policy.ts';
import { nameRoles } from '../domain/role.ts';
import { listDelegationsOf, revokeDelegations } from '../store/delegations.ts';
import { listOpenHandOversOf } from '../store/hand-overs.ts';
import { findPerson, holdPeople, updatePerson } from '../store/people.ts';
import { listPostsOf } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { listDesk, ownSources } from './desk.ts';
import type { HandOverDependencies } from './hand-overs.ts';
import { findVisiblePerson } from './people.ts';
import { noSuchPerson, vacate } from './posts.ts';

/**
 * Closes the account of somebody who leaves (by a 系统管理员): posts, delegations and sessions end.
 * Refused while anything is left on the desk or in a hand-over, and says what. The person is held
 * for update meanwhile, and whoever puts something on a desk holds it too (`holdDesk`): what comes
 * at the same moment is either seen here or refused there.
 */
export async function closePerson(
  { db, deskSources }: HandOverDependencies,
  caller: Caller,
  id: string,
): Promise<Result<undefined>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  const visible = await findVisiblePerson(db, caller, id);
  if (!visible) return noSuchPerson();
  const grant = mayAt(authority, 'manage-accounts', visible.at);
  if (!grant.ok) return grant;
  if (id === authority.personId) return forbidden('不能注销自己的账号，请由另一名系统管理员办理。');
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    await holdPeople(trx, countyId, [id], 'update');
    const person = await findPerson(trx, countyId, id, day);
    if (!person) return noSuchPerson();
    if (person.closedOn) return conflict(`${person.name}的账号已于${person.closedOn}注销。`);
    const left = await listDesk(ownSources(deskSources), trx, countyId, id, now);
    if (left.length > 0) {
      return failure(
        'desk-not-empty',
        `${person.name}名下还有${left.length}项工作未办结（${countByKind(left)}），不能注销账号。请先办理工作移交，由本人或${nameRoles(rolesFor('hand-over'))}发起。`,
      );
    }
    const handOvers = await listOpenHandOversOf(trx, countyId, id);
    if (handOvers.length > 0) {
      return failure(
        'hand-over-open',
        `${person.name}还有${handOvers.length}份工作移交没有办结，不能注销账号。请先由接收人确认，或取消移交。`,
      );
    }
    const vacant = await vacate(trx, record, person, await listPostsOf(trx, countyId, [id], day), now, day);
    if (!vacant.ok) return vacant;
    const delegations = await listDelegationsOf(trx, countyId, id, day);
    await revokeDelegations(
      trx,
      countyId,
      delegations.map((delegation) => delegation.id),
      now,
    );
    await updatePerson(trx, countyId, { ...person, closedOn: day });
    record({
      action: 'person.close',
      record: { kind: 'person', id, label: describePerson(person.name, [person.organ]) },
      organId: person.organId,
      before: { closedOn: null },
      after: { closedOn: day, endedDelegations: delegations.length },
    });
    const closed = await closeSignIn(trx, record, { countyId, personId: id }, now);
    // Somebody who never had an account has none to close.
    return closed.ok || closed.problem.code === 'not-found' ? success(undefined) : closed;
  });
}
