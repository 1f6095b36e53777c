import { dayInChina } from '../../kernel/plain-date.ts';
import type { Db } from '../../platform/db/index.ts';
import { writeDocument } from '../../platform/documents/index.ts';
import { type HandOverSheet, layOutSheet } from '../domain/hand-over-sheet.ts';
import { listDelegationsOf } from '../store/delegations.ts';
import type { StoredHandOver } from '../store/hand-overs.ts';
import type { PlacedPerson } from '../store/people.ts';
import { listPostsOf } from '../store/posts.ts';
import { type DeskSource, listDesk } from './desk.ts';

/** All that stands on the sheet of a hand-over, as it is now. */
export async function drawSheet(
  db: Db,
  sources: readonly DeskSource[],
  { id, state, reason, postIds, fromPersonId }: StoredHandOver,
  from: PlacedPerson,
  to: PlacedPerson,
  now: Date,
): Promise<HandOverSheet> {
  const { countyId } = from.at;
  const day = dayInChina(now);
  const items = await listDesk(sources, db, countyId, fromPersonId, now);
  const posts = await listPostsOf(db, countyId, [fromPersonId], day);
  const delegations = await listDelegationsOf(db, countyId, fromPersonId, day);
  return {
    id,
    state,
    reason,
    day,
    from: { name: from.name, organ: from.organ },
    to: { name: to.name, organ: to.organ },
    items,
    posts: posts.map(({ id: postId, role, organ, term }) => ({
      role,
      organ,
      ...term,
      passed: postIds.includes(postId),
    })),
    delegations: delegations.map(({ role, organ, term, ...delegation }) => ({
      direction: delegation.fromPersonId === fromPersonId ? ('given' as const) : ('taken' as const),
      role,
      organ,
      with: delegation.fromPersonId === fromPersonId ? delegation.toName : delegation.fromName,
      ...term,
    })),
  };
}

/** The sheet as a Word file to be printed and signed. */
export async function writeSheet(
  sheet: HandOverSheet,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array }> {
  return {
    fileName: `工作移交单-${sheet.from.name}-${sheet.day}.docx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await writeDocument(layOutSheet(sheet), 'docx'),
  };
}
