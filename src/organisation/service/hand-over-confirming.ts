import type { PlainDate } from '../../kernel/plain-date.ts';
import { conflict, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { compareWithSeen, type SeenItem } from '../domain/desk.ts';
import { mayConfirm, refuseChangedDesk, type SheetItem } from '../domain/hand-over.ts';
import type { Term } from '../domain/post.ts';
import { endHandOver, type StoredHandOver } from '../store/hand-overs.ts';
import type { PlacedPerson } from '../store/people.ts';
import { listPostsOf } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { type DeskSource, listDesk, ownSources } from './desk.ts';
import { holdParties, noSuchHandOver, recordOf } from './hand-over-parties.ts';
import type { HandOverDependencies } from './hand-overs.ts';
import { endPosts, givePost } from './posts.ts';
import { drawSheet } from './sheet.ts';

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
    const sheet = await drawSheet(trx, deskSources, handOver, from, to, now);
    const own = ownSources(deskSources).map(({ kind }) => kind);
    const isOwn = ({ kind }: SeenItem) => own.includes(kind);
    // What goes with a post comes and goes while somebody signs.
    const changed = compareWithSeen(seen.filter(isOwn), sheet.items.filter(isOwn));
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
    if (own.length > 0) await source.move?.(trx, countyId, fromPersonId, toPersonId, own, now);
  }
  const left = await listDesk(ownSources(sources), trx, countyId, fromPersonId, now);
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
  day: PlainDate,
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
