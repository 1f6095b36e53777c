import { findCatalogueItem } from '../../catalogue/index.ts';
import { type Result, success } from '../../kernel/result.ts';
import { listPlaces, loadPersonAtWork } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import { findAttachment } from '../../platform/storage/index.ts';
import type { ItemText } from '../domain/item.ts';
import type { FieldRemark, KindRules } from '../domain/kinds/kind.ts';
import { checkCleared, type Discloser, discloserOf } from '../domain/origin.ts';
import { listShortcomings } from '../domain/shortcomings.ts';
import { listEvents } from '../store/events.ts';
import { listItemsById } from '../store/items.ts';
import { listRelated, type RelatedItem } from '../store/relations.ts';
import { getText } from '../store/texts.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { checkWritable } from './held-draft.ts';
import { type ItemView, listKnown, openItem } from './items.ts';
import { publicationSettings } from './settings.ts';

/** An attachment with what a form shows of the file. */
export interface ShownAttachment {
  id: string;
  name: string;
  /** Bytes; absent when the file is gone. */
  size?: number;
  mediaType?: string;
}

/** Everything of an item that its page shows. */
export interface ItemDetail extends ItemView {
  text: ItemText;
  attachments: ShownAttachment[];
  author: string;
  catalogueItem?: { id: string; topic: string; name: string };
  related: (RelatedItem & { organ: string })[];
  /** Who discloses (条例 art. 10). */
  discloser: Discloser;
  /** What it lacks before it may be submitted. */
  remarks: FieldRemark[];
  /** What others still owe (条例 art. 11), as a sentence. */
  notCleared?: string;
  /** Whether who asks may write on it now; otherwise why not. */
  writable: { ok: true } | { ok: false; because: string };
}

/** Everything of an item that somebody may see. */
export async function getItemDetail(deps: PublicationDeps, caller: Caller, id: string): Promise<Result<ItemDetail>> {
  const { db } = deps;
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const view = opened.value;
  const { item } = view;
  const { countyId } = item;
  const [text, related, events, rules, line] = await Promise.all([
    getText(db, countyId, id, item.textNumber),
    listRelatedTo(db, caller, id),
    listEvents(db, countyId, id),
    readKindRules(deps),
    item.catalogueItemId === undefined ? undefined : findCatalogueItem(db, countyId, item.catalogueItemId),
  ]);
  const { origin } = item;
  const organs = await listPlaces(
    db,
    countyId,
    [...related.flatMap(({ other }) => other?.organId ?? []), ...(origin.kind === 'joint' ? [origin.leadOrganId] : [])],
    dayOf(caller),
  );
  const nameOf = (organId: string) => organs.get(organId)?.shortName ?? '';
  const author = await loadPersonAtWork(db, { countyId, personId: item.authorId }, caller.now);
  const writable = checkWritable(caller, view);
  const cleared = checkCleared(item.clearances);
  return success({
    ...view,
    text,
    attachments: await showAttachments(db, countyId, text),
    author: author?.name ?? events[0]?.personName ?? '',
    ...(line ? { catalogueItem: { id: line.id, topic: line.topic, name: line.name } } : {}),
    related: related.map((each) => ({ ...each, organ: each.other ? nameOf(each.other.organId) : '' })),
    discloser: discloserOf(origin, { id: item.organId, name: view.organ.shortName }, nameOf),
    remarks: listShortcomings(
      item,
      text,
      related.filter(({ end }) => end === 'from'),
      rules,
    ),
    ...(cleared.ok ? {} : { notCleared: cleared.problem.message }),
    writable: writable.ok ? { ok: true } : { ok: false, because: writable.problem.message },
  });
}

/**
 * The relations of an item as somebody may know of them. What another organ drafts and says of it is nobody's business
 * until it is public; what the item itself says stays, since it is saved as a whole, without what the other end is called.
 */
async function listRelatedTo(db: Db, caller: Caller, itemId: string): Promise<RelatedItem[]> {
  const { countyId } = caller.authority;
  const related = await listRelated(db, countyId, itemId);
  const others = await listItemsById(
    db,
    countyId,
    related.flatMap(({ other }) => other?.id ?? []),
  );
  const known = new Map((await listKnown(db, caller, others)).map((other) => [other.id, other]));
  return related.flatMap(({ other, ...relation }) => {
    if (!other) return [relation];
    const { documentNumber: _, ...rest } = other;
    const seen = known.get(other.id);
    if (!seen) return relation.end === 'to' ? [] : [{ ...relation, other: { ...rest, title: notPublicHere } }];
    const { title, documentNumber } = seen;
    return [{ ...relation, other: { ...rest, title, ...(documentNumber === undefined ? {} : { documentNumber }) } }];
  });
}

const notPublicHere = '（其他单位尚未公开的信息）';

/** The rules of kinds as they are set. */
export async function readKindRules({ settings }: Pick<PublicationDeps, 'settings'>): Promise<KindRules> {
  const { consultationDays } = await settings.read(publicationSettings);
  return { consultationDays };
}

const showAttachments = (db: Db, countyId: string, { attachments }: ItemText): Promise<ShownAttachment[]> =>
  Promise.all(
    attachments.map(async ({ id, name }) => {
      const file = await findAttachment(db, countyId, id);
      return file && !file.removedAt ? { id, name, size: file.size, mediaType: file.mediaType } : { id, name };
    }),
  );
