import { createHash } from 'node:crypto';
import { failure, type Result, success } from '../../kernel/result.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { compareDesk, type DeskItem } from '../domain/desk.ts';
import { mayHandleDesk, type SheetItem, showItems } from '../domain/hand-over.ts';
import { findActivePerson, findPerson, holdPeople } from '../store/people.ts';
import { listHeldRoles } from '../store/posts.ts';
import { type Caller, dayOf } from './caller.ts';
import { noSuchPerson } from './posts.ts';

/**
 * Where an area tells what of its own waits for one person. Every area that puts work on somebody's
 * desk has one; with them a person is handed over without anything left behind.
 */
export interface DeskSource {
  /** As in `DeskItem.kind`. */
  kind: string;
  /** What such an item is called on the sheet, e.g. 备忘. */
  label: string;
  /** Everything that is open on the desk of a person. */
  list(db: Db, countyId: string, personId: string, now: Date): Promise<DeskItem[]>;
  /**
   * Puts items of this kind on the desk of another person; all of them or it throws. Absent for what waits for a post and
   * not for the person: the sheet names it, and it goes with the post.
   */
  move?(
    trx: Trx,
    countyId: string,
    fromPersonId: string,
    toPersonId: string,
    items: readonly DeskItem[],
    now: Date,
  ): Promise<void>;
}

/** Everything that waits for a person, what has to be done first at the top. */
export async function listDesk(
  sources: readonly DeskSource[],
  db: Db,
  countyId: string,
  personId: string,
  now: Date,
): Promise<SheetItem[]> {
  const lists = await Promise.all(
    sources.map(async ({ label, list }) =>
      (await list(db, countyId, personId, now)).map((item) => ({ ...item, label, mark: markOf(item) })),
    ),
  );
  return lists.flat().sort(compareDesk);
}

/** The sources of what is a person's own, whatever posts he holds. */
export const ownSources = (sources: readonly DeskSource[]): DeskSource[] => sources.filter(({ move }) => move);

/** What lies on somebody's desk, for himself and for who may hand it over. */
export async function getDesk(
  { db, deskSources }: { db: Db; deskSources: readonly DeskSource[] },
  caller: Caller,
  personId: string,
): Promise<Result<SheetItem[]>> {
  const { authority } = caller;
  const person = await findPerson(db, authority.countyId, personId, dayOf(caller));
  if (!person) return noSuchPerson();
  const own = authority.personId === personId;
  const held = await listHeldRoles(db, authority.countyId, personId, dayOf(caller));
  const owner = { at: person.at, roles: held.map(({ role }) => role) };
  if (!own && !mayHandleDesk(authority, owner).ok) return noSuchPerson();
  const items = await listDesk(deskSources, db, authority.countyId, personId, caller.now);
  return success(showItems(authority, [personId], items));
}

/**
 * Sees to it that a person's desk stays open until the end of the transaction. Whoever puts something
 * on a desk (makes it, or assigns it) calls this first, in the same transaction: a desk that is being
 * closed waits for it, and one that is closed refuses.
 */
export async function holdDesk(trx: Trx, countyId: string, personId: string): Promise<Result<true>> {
  await holdPeople(trx, countyId, [personId], 'share');
  const active = await findActivePerson(trx, countyId, personId);
  return active
    ? success(true)
    : failure('person-closed', '承办人的账号已经注销，不能再分给他办理。请改选其他承办人。');
}

/** Changes with everything of an item that stands on a hand-over sheet. */
function markOf({ kind, id, title, nextDate, detail, text }: DeskItem): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, id, title, nextDate, detail, text]))
    .digest('base64url')
    .slice(0, 16);
}
