import { missing } from '../../kernel/result.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { mayReadHandOver } from '../domain/hand-over.ts';
import { describePerson } from '../domain/person.ts';
import { findHandOver, type StoredHandOver } from '../store/hand-overs.ts';
import { findPerson, holdPeople, type PlacedPerson } from '../store/people.ts';
import { listHeldRoles } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';

/** A hand-over and the two whose it is. */
export interface Parties {
  handOver: StoredHandOver;
  from: PlacedPerson;
  to: PlacedPerson;
}

/** A hand-over that somebody may see, with both people. */
export async function findParties(db: Db, caller: Caller, id: string): Promise<Parties | undefined> {
  const { authority } = caller;
  const handOver = await findHandOver(db, authority.countyId, id);
  if (!handOver) return undefined;
  const day = dayOf(caller);
  const [from, to] = [
    await findPerson(db, authority.countyId, handOver.fromPersonId, day),
    await findPerson(db, authority.countyId, handOver.toPersonId, day),
  ];
  if (!from || !to) return undefined;
  // Of both: a post may have gone over with the work.
  const held = [
    ...(await listHeldRoles(db, authority.countyId, from.id, day)),
    ...(await listHeldRoles(db, authority.countyId, to.id, day)),
  ];
  const owner = { at: from.at, roles: held.map(({ role }) => role) };
  if (!mayReadHandOver(authority, handOver, owner)) return undefined;
  return { handOver, from, to };
}

/** The same with both people held; what is read of the hand-over is what it is then. */
export async function holdParties(trx: Trx, caller: Caller, id: string): Promise<Parties | undefined> {
  const handOver = await findHandOver(trx, caller.authority.countyId, id);
  if (!handOver) return undefined;
  await holdPeople(trx, caller.authority.countyId, [handOver.fromPersonId, handOver.toPersonId], 'update');
  return findParties(trx, caller, id);
}

/** A hand-over as the audit names it. */
export const recordOf = (id: string, from: PlacedPerson, to: PlacedPerson) => ({
  kind: 'hand-over',
  id,
  label: `${describePerson(from.name, [from.organ])}移交${describePerson(to.name, [to.organ])}`,
});

/** There is none of this id, or none whom who asks may know of. */
export const noSuchHandOver = () => missing('没有找到这份移交，可能不在您的查看范围内。请返回列表重新选择。');
