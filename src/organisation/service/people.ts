import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, forbidden, invalid, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Account, findAccount } from '../../platform/auth/account.ts';
import { createAccount, type FirstPassword, makeFirstPassword } from '../../platform/auth/index.ts';
import type { HashCost } from '../../platform/auth/password-hash.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { describePerson, type Person } from '../domain/person.ts';
import { actorBy, mayAt, scopeOf } from '../domain/policy.ts';
import { isInForce, isWithin } from '../domain/post.ts';
import { roles } from '../domain/role.ts';
import { listDelegationsOf, type NamedDelegation } from '../store/delegations.ts';
import {
  findOrganOn,
  findPerson,
  holdPeople,
  insertPerson,
  listPeople as listStoredPeople,
  type PeopleFilter,
  type PlacedPerson,
  updatePerson,
} from '../store/people.ts';
import { listLentPosts, listPostHistory, listPostsOf, type NamedPost } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { noSuchPerson } from './posts.ts';

/** A person in a list, with the posts that are not over. */
export interface ListedPerson extends PlacedPerson {
  posts: NamedPost[];
}

/** One page of the people somebody may see. */
export async function listPeople(
  db: Db,
  caller: Caller,
  filter: PeopleFilter,
  page: PageRequest,
): Promise<Result<Page<ListedPerson>>> {
  const { authority } = caller;
  const day = dayOf(caller);
  const found = await listStoredPeople(db, scopeOf(authority, 'read-people'), filter, page, day);
  const ids = found.items.map(({ id }) => id);
  const posts = Map.groupBy(await listPostsOf(db, authority.countyId, ids, day), ({ personId }) => personId);
  return success({ ...found, items: found.items.map((person) => ({ ...person, posts: posts.get(person.id) ?? [] })) });
}

/** All that is known of a person, for who may see it and for the person. */
export interface PersonDetail {
  person: PlacedPerson;
  /** Every post the person ever had, newest first. */
  posts: NamedPost[];
  /** Running and to come, given and taken. */
  delegations: NamedDelegation[];
  /** Absent for somebody who cannot sign in. */
  account?: AccountShown | undefined;
}

/** What an account shows of itself. */
export interface AccountShown {
  loginName: string;
  lastSignedInAt: Date | null;
  closed: boolean;
  /** For wrong passwords; nobody gets in before the time is over, or the lock is taken off. */
  locked: boolean;
  hasSecondFactor: boolean;
}

/** A person with posts, delegations and account. */
export async function getPerson(db: Db, caller: Caller, id: string): Promise<Result<PersonDetail>> {
  const { countyId } = caller.authority;
  const day = dayOf(caller);
  const person = await findVisiblePerson(db, caller, id);
  if (!person) return noSuchPerson();
  const [posts, delegations, account] = await Promise.all([
    listPostHistory(db, countyId, id, day),
    listDelegationsOf(db, countyId, id, day),
    findAccount(db, { countyId, personId: id }),
  ]);
  return success({
    person,
    posts,
    delegations,
    account: account && showAccount(account, caller.now),
  });
}

const showAccount = (account: Account, now: Date): AccountShown => ({
  loginName: account.loginName,
  lastSignedInAt: account.lastSignedInAt,
  closed: account.closedAt !== null,
  locked: account.lockedUntil !== null && account.lockedUntil > now,
  hasSecondFactor: account.totpSecret !== null,
});

/** A person whom somebody may see: himself, and who works in reach. */
export async function findVisiblePerson(db: Db, caller: Caller, id: string): Promise<PlacedPerson | undefined> {
  const person = await findPerson(db, caller.authority.countyId, id, dayOf(caller));
  if (!person) return undefined;
  return id === caller.authority.personId || mayAt(caller.authority, 'read-people', person.at).ok ? person : undefined;
}

/** What is entered of somebody new. */
export interface NewPerson extends Omit<Person, 'id' | 'version' | 'closedOn'> {
  loginName: string;
}

/** Somebody new, and the password to be told to them once. */
export interface EnteredPerson {
  id: string;
  loginName: string;
  firstPassword: string;
}

/** Enters somebody new and opens the account (by a 系统管理员); rights come only with a post. */
export async function addPerson(
  db: Db,
  caller: Caller,
  added: NewPerson,
  cost?: HashCost,
): Promise<Result<EnteredPerson>> {
  const { actor, authority, now } = caller;
  const organ = await findOrganOn(db, authority.countyId, added.organId, dayOf(caller));
  if (!organ?.living) return noSuchOrgan();
  const grant = mayAt(authority, 'manage-accounts', organ);
  if (!grant.ok) return grant;
  const first = await makeFirstPassword(cost);
  if (!first.ok) return first;
  return write(db, actorBy(actor, grant.value), now, async (trx, record) => {
    const entered = await enterPerson(trx, record, authority.countyId, organ.name, added, first.value, now);
    return entered.ok
      ? success({ id: entered.value.id, loginName: entered.value.loginName, firstPassword: first.value.password })
      : entered;
  });
}

/**
 * Enters somebody with an account within a transaction that is decided elsewhere, e.g. for the first
 * people of a county.
 *
 * @param organ short name of the organ, for the audit
 * @param mustChangePassword false only in a demonstration
 */
export async function enterPerson(
  trx: Trx,
  record: RecordChange,
  countyId: string,
  organ: string,
  { loginName, ...person }: NewPerson,
  first: FirstPassword,
  now: Date,
  mustChangePassword = true,
): Promise<Result<{ id: string; loginName: string }>> {
  const id = newId();
  await insertPerson(trx, countyId, { id, ...person }, now);
  record({
    action: 'person.enter',
    record: { kind: 'person', id, label: describePerson(person.name, [organ]) },
    organId: person.organId,
    after: person,
    masks: personMasks,
  });
  const account = await createAccount(
    trx,
    record,
    { person: { countyId, personId: id }, loginName, first, mustChangePassword },
    now,
  );
  return account.ok ? success({ id, loginName: account.value.loginName }) : account;
}

/** What may be changed of a person; what is absent stays, null takes away. */
export interface PersonChanges {
  name?: string | undefined;
  organId?: string | undefined;
  jobTitle?: string | null | undefined;
  mobilePhone?: string | null | undefined;
  officePhone?: string | null | undefined;
  email?: string | null | undefined;
}

/** Corrects what is known of a person: a 系统管理员 anything, the person how to be reached. */
export async function changePerson(
  db: Db,
  caller: Caller,
  id: string,
  version: number,
  changes: PersonChanges,
): Promise<Result<{ version: number }>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  const person = await findVisiblePerson(db, caller, id);
  if (!person) return noSuchPerson();
  const grant = mayAt(authority, 'manage-accounts', person.at);
  const ofPersonnel = [changes.name, changes.organId, changes.jobTitle].some((value) => value !== undefined);
  if (!grant.ok && (id !== authority.personId || ofPersonnel)) {
    return id === authority.personId
      ? forbidden('您可以自行修改联系方式；姓名、单位和职务有变动的，请联系系统管理员修改。')
      : grant;
  }
  return write(db, grant.ok ? actorBy(actor, grant.value) : actor, now, async (trx, record) => {
    await holdPeople(trx, countyId, [id], 'update');
    const before = await findPerson(trx, countyId, id, day);
    if (!before) return noSuchPerson();
    if (before.closedOn) return conflict(`${before.name}的账号已经注销，不能再修改。`);
    const moved = await checkMove(trx, before, changes.organId, day, caller);
    if (!moved.ok) return moved;
    const after: Person = { ...before, ...withoutNulls(changes), version };
    if (!(await updatePerson(trx, countyId, after))) {
      return conflict('这名人员的信息刚刚被他人修改过。请刷新后核对，再重新提交；您填写的内容仍在页面上。');
    }
    record({
      action: 'person.change',
      record: { kind: 'person', id, label: describePerson(after.name, [before.organ]) },
      organId: after.organId,
      before: auditedOf(before),
      after: auditedOf(after),
      masks: personMasks,
    });
    return success({ version: version + 1 });
  });
}

/** A person goes to another organ without posts: rights must not come along. */
async function checkMove(
  trx: Trx,
  { id, name, organId: from, at }: PlacedPerson,
  organId: string | undefined,
  day: ReturnType<typeof dayOf>,
  { authority }: Caller,
): Promise<Result<true>> {
  if (organId === undefined || organId === from) return success(true);
  const organ = await findOrganOn(trx, at.countyId, organId, day);
  if (!organ?.living) return noSuchOrgan();
  const grant = mayAt(authority, 'manage-accounts', organ);
  if (!grant.ok) return grant;
  const left = (await listPostsOf(trx, at.countyId, [id], day)).filter((post) => post.organId === from);
  if (left.length === 0) return success(true);
  return conflict(
    `${name}在原单位还有${left.length}个岗位，不能直接调动。请先办理工作移交，或由安全管理员免去原岗位，再修改单位。`,
  );
}

/** What the audit keeps of a person; numbers and addresses only so far that they can be told apart. */
const auditedOf = ({ name, organId, jobTitle, mobilePhone, officePhone, email }: Person) => ({
  name,
  organId,
  jobTitle,
  mobilePhone,
  officePhone,
  email,
});

const personMasks = { email: 'phone' } as const;

const withoutNulls = (changes: PersonChanges): Partial<Person> =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [[field, value ?? undefined]])),
  );

const noSuchOrgan = () =>
  invalid([{ field: 'organId', message: '没有找到这个单位，或该单位已撤并，请重新选择单位。' }]);

/** A person as the session shows them. */
export interface PersonShown {
  organ: { id: string; name: string };
  posts: { role: string; roleName: string; organ: { id: string; name: string } }[];
}

/** Where a person works and what posts, own and filled in for, give rights today; undefined when there is no such person. */
export async function describePersonAtWork(
  db: Db,
  { countyId, personId }: { countyId: string; personId: string },
  now: Date,
): Promise<PersonShown | undefined> {
  const day = dayInChina(now);
  const person = await findPerson(db, countyId, personId, day);
  if (!person) return undefined;
  const [own, lent] = await Promise.all([
    listPostsOf(db, countyId, [personId], day),
    listLentPosts(db, countyId, personId, day),
  ]);
  const shown = ({ role, organId, organ }: NamedPost, suffix = '') => ({
    role,
    roleName: `${roles[role].name}${suffix}`,
    organ: { id: organId, name: organ },
  });
  return {
    organ: { id: person.organId, name: person.organ },
    posts: [
      ...own.filter((post) => isInForce(post, day)).map((post) => shown(post)),
      ...lent
        .filter(({ post, term, from }) => from.active && isWithin(term, day) && isInForce(post, day))
        .map(({ post, from }) => shown(post, `（代${from.name}）`)),
    ],
  };
}
