import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/write.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { mayAppoint, mayBeAppointed, mayVacate } from '../domain/appointment.ts';
import { describePerson } from '../domain/person.ts';
import { actorBy, mayAt } from '../domain/policy.ts';
import { isOpen, type Term } from '../domain/post.ts';
import { isAdministrator, type Role, roles } from '../domain/role.ts';
import { findOrganOn, findPerson, holdCounty, holdPeople, type PlacedPerson } from '../store/people.ts';
import {
  countOtherAdministrators,
  findPost,
  insertPost,
  listHeldRoles,
  listPostsOf,
  type NamedPost,
  withdrawPosts,
} from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';

/** Which post is given. */
export interface PostGiven {
  role: Role;
  organId: string;
  /** The last day may be left open. */
  term: Term;
}

/** Gives somebody a post (任命); by a 安全管理员, never to himself. Answers with its id. */
export async function appoint(
  db: Db,
  caller: Caller,
  personId: string,
  given: PostGiven,
): Promise<Result<{ id: string }>> {
  const { authority, now } = caller;
  const day = dayOf(caller);
  const organ = await findOrganOn(db, authority.countyId, given.organId, day);
  const by = organ && mayAt(authority, 'assign-posts', organ);
  return write(db, by?.ok ? actorBy(caller.actor, by.value) : caller.actor, now, async (trx, record) => {
    await holdPeople(trx, authority.countyId, [personId], 'update');
    const person = await findPerson(trx, authority.countyId, personId, day);
    if (!person) return noSuchPerson();
    if (!organ?.living) return noSuchOrgan();
    const [held, posts] = await rolesOf(trx, person, day);
    const appointment = { person: candidateOf(person), role: given.role, at: organ, term: given.term };
    const grant = mayAppoint(authority, appointment, held, posts, day);
    if (!grant.ok) return grant;
    return success({ id: await enterPost(trx, record, person, { ...given, organ: organ.name }, now) });
  });
}

/**
 * Gives somebody a post within a transaction that is decided and recorded elsewhere: for the first
 * people of a county and for a hand-over. What 三员分立 and the tree demand holds here too.
 */
export async function givePost(
  trx: Trx,
  record: RecordChange,
  person: PlacedPerson,
  given: PostGiven,
  now: Date,
  day: PlainDate,
): Promise<Result<{ id: string }>> {
  const organ = await findOrganOn(trx, person.at.countyId, given.organId, day);
  if (!organ) return noSuchOrgan();
  const [held, posts] = await rolesOf(trx, person, day);
  const appointment = { person: candidateOf(person), role: given.role, at: organ, term: given.term };
  const fits = mayBeAppointed(appointment, held, posts, day);
  return fits.ok ? success({ id: await enterPost(trx, record, person, { ...given, organ: organ.name }, now) }) : fits;
}

/** Takes a post away (免去); what was delegated of it ends with it. */
export function withdraw(db: Db, caller: Caller, personId: string, postId: string): Promise<Result<undefined>> {
  const { authority, now } = caller;
  const day = dayOf(caller);
  return write(db, caller.actor, now, async (trx, record) => {
    await holdPeople(trx, authority.countyId, [personId], 'update');
    const person = await findPerson(trx, authority.countyId, personId, day);
    const post = await findPost(trx, authority.countyId, postId, day);
    if (!person || post?.personId !== personId)
      return missing('没有找到这个岗位，可能已被删改。请返回人员页面重新查看。');
    const grant = mayAt(authority, 'assign-posts', { countyId: authority.countyId, place: post.place });
    if (!grant.ok) return grant;
    if (!isOpen(post, day)) return conflict('这个岗位已经结束，不必再免去。');
    const vacant = await vacate(trx, record, person, [post], now, day);
    return vacant.ok ? success(undefined) : vacant;
  });
}

/** Ends posts of one person, unless nobody would be left to do what one of the 三员 does. */
export async function vacate(
  trx: Trx,
  record: RecordChange,
  person: PlacedPerson,
  posts: readonly NamedPost[],
  now: Date,
  day: PlainDate,
): Promise<Result<true>> {
  const { countyId } = person.at;
  const administration = posts.map(({ role }) => role).filter(isAdministrator);
  if (administration.length > 0) await holdCounty(trx, countyId);
  for (const role of administration) {
    const others = await countOtherAdministrators(trx, countyId, role, person.id, day);
    const vacant = mayVacate(role, others);
    if (!vacant.ok) return vacant;
  }
  await endPosts(trx, record, person, posts, now);
  return success(true);
}

/** Ends posts of one person, whoever is left: the caller has seen to it. */
export async function endPosts(
  trx: Trx,
  record: RecordChange,
  person: PlacedPerson,
  posts: readonly NamedPost[],
  now: Date,
): Promise<void> {
  await withdrawPosts(
    trx,
    person.at.countyId,
    posts.map(({ id }) => id),
    now,
  );
  for (const { role, organ, organId, term } of posts) {
    record({
      action: 'post.withdraw',
      record: { kind: 'person', id: person.id, label: describePerson(person.name, [person.organ]) },
      organId,
      before: { role: roles[role].name, organ, ...term },
      after: undefined,
    });
  }
}

async function enterPost(
  trx: Trx,
  record: RecordChange,
  person: PlacedPerson,
  { role, organId, organ, term }: PostGiven & { organ: string },
  now: Date,
): Promise<string> {
  const id = newId();
  await insertPost(trx, person.at.countyId, { id, personId: person.id, organId, role, term }, now);
  record({
    action: 'post.appoint',
    record: { kind: 'person', id: person.id, label: describePerson(person.name, [person.organ]) },
    organId,
    after: { role: roles[role].name, organ, ...term },
  });
  return id;
}

const rolesOf = (trx: Trx, { id, at }: PlacedPerson, day: PlainDate) =>
  Promise.all([listHeldRoles(trx, at.countyId, id, day), listPostsOf(trx, at.countyId, [id], day)]);

const candidateOf = ({ id, name, closedOn }: PlacedPerson) => ({ id, name, active: closedOn === undefined });

/** There is nobody of this id, or nobody whom who asks may know of. */
export const noSuchPerson = () => missing('没有找到这名人员，可能不在您的查看范围内。请返回人员列表重新选择。');

const noSuchOrgan = () =>
  invalid([{ field: 'organId', message: '没有找到这个单位，或该单位已撤并，请重新选择单位。' }]);
