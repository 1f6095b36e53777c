import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, invalid, type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { type Db, newId, type Page, type PageRequest, type Trx } from '../../platform/db/index.ts';
import type { SeenItem } from '../domain/desk.ts';
import {
  endWithout,
  type HandOverState,
  mayApprovePosts,
  mayConfirm,
  mayStartHandOver,
  showItems,
} from '../domain/hand-over.ts';
import type { HandOverSheet } from '../domain/hand-over-sheet.ts';
import { mayAt, scopeOf } from '../domain/policy.ts';
import {
  approveHandOver,
  endHandOver,
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
import { findParties, holdParties, noSuchHandOver, type Parties, recordOf } from './hand-over-parties.ts';
import { noSuchPerson } from './posts.ts';
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
    const items = await listDesk(deskSources, trx, countyId, from.id, now);
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
  const sheet = confirmed ?? (await drawSheet(db, deskSources, handOver, from, to, caller.now));
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
  return {
    may: {
      confirm: mayConfirm(authority, handOver).ok,
      approvePosts: mayApprovePosts(authority, handOver, from.at).ok,
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

const rolesOf = async (trx: Trx, { id, at }: PlacedPerson, day: PlainDate) =>
  (await listHeldRoles(trx, at.countyId, id, day)).map(({ role }) => role);

const seenOf = ({ kind, id, mark }: SeenItem): SeenItem => ({ kind, id, mark });
