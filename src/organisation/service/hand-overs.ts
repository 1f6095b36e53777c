import { conflict, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import { compareWithSeen, type SeenItem } from '../domain/desk.ts';
import {
  endWithout,
  type HandOverState,
  mayApprovePosts,
  mayConfirm,
  mayReadHandOver,
  mayStartHandOver,
  refuseChangedDesk,
  type SheetItem,
  showItems,
} from '../domain/hand-over.ts';
import type { HandOverSheet } from '../domain/hand-over-sheet.ts';
import { describePerson } from '../domain/person.ts';
import { mayAt, scopeOf } from '../domain/policy.ts';
import type { Term } from '../domain/post.ts';
import {
  approveHandOver,
  endHandOver,
  findHandOver,
  insertHandOver,
  type ListedHandOver,
  listOpenHandOversOf,
  listHandOvers as listStoredHandOvers,
  type StoredHandOver,
} from '../store/hand-overs.ts';
import { findPerson, holdPeople, type PlacedPerson } from '../store/people.ts';
import { listHeldRoles, listPostsOf } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { type DeskSource, listDesk } from './desk.ts';
import { endPosts, givePost, noSuchPerson } from './posts.ts';
import { drawSheet } from './sheet.ts';

/** What a hand-over stands on. */
export interface HandOverDependencies {
  db: Db;
  /** Of every area. */
  deskSources: readonly DeskSource[];
}

/** Who hands over to whom, and which posts go over too. */
export interface HandOverBegun {
  fromPersonId: string;
  toPersonId: string;
  reason: string;
  postIds: readonly string[];
}

/**
 * Begins a hand-over. Nothing moves yet: the successor has to confirm. Posts go over only when a
 * 安全管理员 allows it; when one begins it, that is said already.
 */
export async function startHandOver(
  { db, deskSources }: HandOverDependencies,
  caller: Caller,
  { fromPersonId, toPersonId, reason, postIds }: HandOverBegun,
): Promise<Result<{ id: string }>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  return write(db, actor, now, async (trx, record) => {
    await holdPeople(trx, countyId, [fromPersonId, toPersonId], 'update');
    const [from, to] = [
      await findPerson(trx, countyId, fromPersonId, day),
      await findPerson(trx, countyId, toPersonId, day),
    ];
    if (!from || !to) return noSuchPerson();
    const parties = {
      from: { ...from, roles: await rolesOf(trx, from, day) },
      to: { ...to, active: to.closedOn === undefined, roles: await rolesOf(trx, to, day) },
    };
    const allowed = mayStartHandOver(authority, parties);
    if (!allowed.ok) return allowed;
    if ((await listOpenHandOversOf(trx, countyId, from.id)).some((each) => each.fromPersonId === from.id)) {
      return conflict(`${from.name}已有一份移交在等待确认，请先办结或取消，再重新发起。`);
    }
    const posts = await listPostsOf(trx, countyId, [from.id], day);
    if (postIds.some((id) => !posts.some((post) => post.id === id))) {
      return invalid([{ field: 'postIds', message: '所选岗位已经免去或不属于移交人，请重新选择。' }]);
    }
    const items = await listDesk(deskSources, trx, countyId, from.id);
    const isAppointer = authority.personId !== to.id && mayAt(authority, 'assign-posts', from.at).ok;
    const id = newId();
    await insertHandOver(trx, countyId, {
      id,
      fromPersonId: from.id,
      toPersonId: to.id,
      startedByPersonId: authority.personId,
      state: 'open',
      reason,
      postIds,
      postsApprovedByPersonId: isAppointer ? authority.personId : undefined,
      startedAt: now,
      startedItems: items.map(seenOf),
    });
    record({
      action: 'hand-over.start',
      record: recordOf(id, from, to),
      organId: from.organId,
      after: { from: from.name, to: to.name, reason, items: items.length, posts: postIds.length },
    });
    return success({ id });
  });
}

/** The hand-overs somebody has to do with or may do for others. */
export const listHandOvers = async (
  db: Db,
  caller: Caller,
  state: HandOverState | undefined,
  page: PageRequest,
): Promise<Result<Page<ListedHandOver>>> => {
  const { authority } = caller;
  const scope = scopeOf(authority, 'hand-over');
  return success(await listStoredHandOvers(db, scope, authority.personId, state, page, dayOf(caller)));
};

/** A hand-over with its sheet: as it is now while it is open, as it was confirmed afterwards. */
export interface HandOverDetail {
  handOver: StoredHandOver;
  sheet: HandOverSheet;
  /** Ids of the items that came after it began. */
  addedSince: string[];
  /** What who asks may do with it now. */
  may: { confirm: boolean; approvePosts: boolean; end: 'declined' | 'cancelled' | null };
}

/** A hand-over with its sheet. */
export async function getHandOver(
  { db, deskSources }: HandOverDependencies,
  caller: Caller,
  id: string,
): Promise<Result<HandOverDetail>> {
  const found = await findParties(db, caller, id);
  if (!found) return noSuchHandOver();
  const { handOver, from, to } = found;
  const { sheet: confirmed } = handOver;
  const sheet = confirmed ?? (await drawSheet(db, deskSources, handOver, from, to, dayOf(caller)));
  const before = new Set(handOver.startedItems.map(({ kind, id: itemId }) => `${kind} ${itemId}`));
  const added = sheet.items.filter((item) => !before.has(`${item.kind} ${item.id}`));
  const shown = showItems(caller.authority, [from.id, to.id], sheet.items);
  return success({
    handOver,
    sheet: { ...sheet, items: shown },
    addedSince: added.map((item) => item.id),
    ...rightsOf(caller, found),
  });
}

function rightsOf({ authority }: Caller, { handOver, from }: Parties): Pick<HandOverDetail, 'may'> {
  const end = endWithout(authority, handOver, from.at);
  const waits = handOver.postIds.length > 0 && handOver.postsApprovedByPersonId === undefined;
  return {
    may: {
      confirm: mayConfirm(authority, handOver).ok,
      approvePosts: waits && mayApprovePosts(authority, handOver, from.at).ok,
      end: end.ok ? end.value : null,
    },
  };
}

/** Allows the posts of a hand-over to go over (by a 安全管理员 who is not the successor). */
export async function approvePosts(db: Db, caller: Caller, id: string): Promise<Result<undefined>> {
  const { actor, authority, now } = caller;
  return write(db, actor, now, async (trx, record) => {
    const found = await holdParties(trx, caller, id);
    if (!found) return noSuchHandOver();
    const { handOver, from, to } = found;
    const allowed = mayApprovePosts(authority, handOver, from.at);
    if (!allowed.ok) return allowed;
    await approveHandOver(trx, authority.countyId, id, authority.personId);
    record({
      action: 'hand-over.approve-posts',
      record: recordOf(id, from, to),
      organId: from.organId,
      after: { posts: handOver.postIds.length },
    });
    return success(undefined);
  });
}

/**
 * Takes over, by the successor: everything on the desk and the posts go over in one transaction.
 *
 * What came, changed or went since the successor looked is refused with a list: who signs a sheet
 * answers for what stands on it, so nothing goes over that was not seen. The next look shows it, and
 * the next confirmation takes it.
 *
 * @param seen the items as the successor saw them
 */
export async function confirmHandOver(
  { db, deskSources }: HandOverDependencies,
  caller: Caller,
  id: string,
  seen: readonly SeenItem[],
): Promise<Result<{ items: number; posts: number }>> {
  const { actor, authority, now } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  return write(db, actor, now, async (trx, record) => {
    const found = await holdParties(trx, caller, id);
    if (!found) return noSuchHandOver();
    const { handOver, from, to } = found;
    const allowed = mayConfirm(authority, handOver);
    if (!allowed.ok) return allowed;
    if (to.closedOn) return conflict('接收人的账号已经注销，请取消后另行移交。');
    const sheet = await drawSheet(trx, deskSources, handOver, from, to, day);
    const changed = compareWithSeen(seen, sheet.items);
    if (changed) return refuseChangedDesk(changed);
    await moveItems(trx, deskSources, sheet.items, handOver, countyId, now);
    const posts = await movePosts(trx, record, handOver, from, to, now, day);
    if (!posts.ok) return posts;
    await endHandOver(trx, countyId, id, {
      state: 'confirmed',
      byPersonId: authority.personId,
      at: now,
      sheet: { ...sheet, state: 'confirmed' },
    });
    record({
      action: 'hand-over.confirm',
      record: recordOf(id, from, to),
      organId: from.organId,
      after: {
        from: from.name,
        to: to.name,
        items: sheet.items.map(({ kind, id: itemId, title }) => ({ kind, id: itemId, title })),
        posts: posts.value,
      },
    });
    return success({ items: sheet.items.length, posts: posts.value });
  });
}

/** Ends a hand-over with nothing moved: declined by the successor, cancelled by the others. */
export async function cancelHandOver(
  db: Db,
  caller: Caller,
  id: string,
  reason: string,
): Promise<Result<{ state: 'declined' | 'cancelled' }>> {
  const { actor, authority, now } = caller;
  return write(db, actor, now, async (trx, record) => {
    const found = await holdParties(trx, caller, id);
    if (!found) return noSuchHandOver();
    const { handOver, from, to } = found;
    const state = endWithout(authority, handOver, from.at);
    if (!state.ok) return state;
    await endHandOver(trx, authority.countyId, id, {
      state: state.value,
      byPersonId: authority.personId,
      at: now,
      reason,
    });
    record({
      action: state.value === 'declined' ? 'hand-over.decline' : 'hand-over.cancel',
      record: recordOf(id, from, to),
      organId: from.organId,
      after: { reason },
    });
    return success({ state: state.value });
  });
}

async function moveItems(
  trx: Trx,
  sources: readonly DeskSource[],
  items: readonly SheetItem[],
  { fromPersonId, toPersonId }: StoredHandOver,
  countyId: string,
  now: Date,
): Promise<void> {
  for (const source of sources) {
    const own = items.filter(({ kind }) => kind === source.kind);
    if (own.length > 0) await source.move(trx, countyId, fromPersonId, toPersonId, own, now);
  }
  const left = await listDesk(sources, trx, countyId, fromPersonId);
  if (left.length > 0)
    throw new Error(`a hand-over left ${left.length} items behind: ${left.map((item) => item.kind)}`);
}

/** Gives the successor the posts that go over, each for the rest of its term. @returns how many */
async function movePosts(
  trx: Trx,
  record: RecordChange,
  { postIds }: StoredHandOver,
  from: PlacedPerson,
  to: PlacedPerson,
  now: Date,
  day: ReturnType<typeof dayOf>,
): Promise<Result<number>> {
  const posts = (await listPostsOf(trx, from.at.countyId, [from.id], day)).filter(({ id }) => postIds.includes(id));
  const already = await listPostsOf(trx, from.at.countyId, [to.id], day);
  await endPosts(trx, record, from, posts, now);
  for (const { role, organId, term } of posts) {
    const same = already.filter((post) => post.role === role && post.organId === organId);
    if (same.some((post) => lasts(post.term, term))) continue;
    await endPosts(trx, record, to, same, now);
    const rest = { from: term.from > day ? term.from : day, to: term.to };
    const given = await givePost(trx, record, to, { role, organId, term: rest }, now, day);
    if (!given.ok) return given;
  }
  return success(posts.length);
}

/** Whether one term goes on at least as long as another. */
const lasts = (one: Term, other: Term): boolean =>
  one.to === undefined || (other.to !== undefined && other.to <= one.to);

interface Parties {
  handOver: StoredHandOver;
  from: PlacedPerson;
  to: PlacedPerson;
}

/** A hand-over that somebody may see, with both people. */
async function findParties(db: Db, caller: Caller, id: string): Promise<Parties | undefined> {
  const { authority } = caller;
  const handOver = await findHandOver(db, authority.countyId, id);
  if (!handOver) return undefined;
  const day = dayOf(caller);
  const [from, to] = [
    await findPerson(db, authority.countyId, handOver.fromPersonId, day),
    await findPerson(db, authority.countyId, handOver.toPersonId, day),
  ];
  if (!from || !to || !mayReadHandOver(authority, handOver, from.at)) return undefined;
  return { handOver, from, to };
}

/** The same with both people held; what is read of the hand-over is what it is then. */
async function holdParties(trx: Trx, caller: Caller, id: string): Promise<Parties | undefined> {
  const handOver = await findHandOver(trx, caller.authority.countyId, id);
  if (!handOver) return undefined;
  await holdPeople(trx, caller.authority.countyId, [handOver.fromPersonId, handOver.toPersonId], 'update');
  return findParties(trx, caller, id);
}

const rolesOf = async (trx: Trx, { id, at }: PlacedPerson, day: ReturnType<typeof dayOf>) =>
  (await listHeldRoles(trx, at.countyId, id, day)).map(({ role }) => role);

const seenOf = ({ kind, id, mark }: SeenItem): SeenItem => ({ kind, id, mark });

const recordOf = (id: string, from: PlacedPerson, to: PlacedPerson) => ({
  kind: 'hand-over',
  id,
  label: `${describePerson(from.name, [from.organ])}移交${describePerson(to.name, [to.organ])}`,
});

const noSuchHandOver = () => missing('没有找到这份移交，可能不在您的查看范围内。请返回列表重新选择。');
