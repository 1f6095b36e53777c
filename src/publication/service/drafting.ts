import { type CatalogueItem, findCatalogueItem } from '../../catalogue/index.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import { actorBy, findPlace, type Grant, holdDesk, listOrganCodes, mayAt } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import type { Item, ItemText } from '../domain/item.ts';
import { type KindKey, kindOf } from '../domain/kinds/index.ts';
import { addEvent } from '../store/events.ts';
import { insertItem } from '../store/items.ts';
import { saveText } from '../store/texts.ts';
import { auditedOf, recordOf } from './audited.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { dueDayOf } from './due-days.ts';

/** What somebody begins with. */
export interface ItemBeginning {
  kind: KindKey;
  /** Where the author sits; his own organ when it is not given. */
  draftingOrganId?: string | undefined;
  /** Who discloses; the drafting organ, or the organ above a village, when it is not given. */
  organId?: string | undefined;
  title?: string | undefined;
  formedOn?: PlainDate | undefined;
  /** The line of the catalogue, or of a duty, that it is for. */
  catalogueItemId?: string | undefined;
}

/** Begins a draft on the desk of who asks: with what the kind and the line of the catalogue say of it already. */
export async function beginItem(
  { db }: Pick<PublicationDeps, 'db'>,
  caller: Caller,
  beginning: ItemBeginning,
): Promise<Result<{ id: string; version: number }>> {
  const { authority, actor, now } = caller;
  const seat = await findSeat(db, caller, beginning);
  if (!seat.ok) return seat;
  const { organId, draftingOrganId, grant } = seat.value;
  const line =
    beginning.catalogueItemId === undefined
      ? undefined
      : await findCatalogueItem(db, authority.countyId, beginning.catalogueItemId);
  if (beginning.catalogueItemId !== undefined && line?.organId !== organId) {
    return invalid([
      { field: 'catalogueItemId', message: '这个公开事项不在发布单位的目录中，请从本单位的公开事项目录重新进入。' },
    ]);
  }
  const item = await newItem(db, caller, beginning, { organId, draftingOrganId }, line);
  const text = newText(item, caller);
  return write(db, actorBy(actor, grant), now, (trx, record) => enterDraft(trx, record, caller, grant, item, text));
}

/** Puts a draft on the desk of its author within a transaction: the item, its first text, its first event. */
export async function enterDraft(
  trx: Trx,
  record: RecordChange,
  { actor, authority, now }: Caller,
  grant: Grant,
  item: Item,
  text: ItemText,
): Promise<Result<{ id: string; version: number }>> {
  const open = await holdDesk(trx, authority.countyId, item.authorId);
  if (!open.ok) return open;
  await insertItem(trx, item);
  await saveText(trx, item.countyId, item.id, text);
  await addEvent(
    trx,
    { countyId: item.countyId, itemId: item.id },
    {
      act: 'begin',
      toState: 'draft',
      textNumber: text.number,
      opinion: '',
      detail: {},
      personId: authority.personId,
      personName: actor.name,
      role: grant.role,
      ...(grant.source.kind === 'delegated' ? { behalfName: grant.source.name } : {}),
      at: now,
    },
  );
  record({ action: 'item.begin', record: recordOf(item), organId: item.organId, after: auditedOf(item) });
  return success({ id: item.id, version: item.version });
}

/** Where somebody drafts, and for whom. */
interface Seat {
  organId: string;
  draftingOrganId: string;
  grant: Grant;
}

/**
 * The organs of a new item: the author drafts for an organ he has a post for; that organ discloses, or one above it
 * does. A village is no 行政机关: what it writes the township discloses (条例 art. 10).
 */
export async function findSeat(
  db: Db,
  caller: Caller,
  { draftingOrganId: wished, organId: disclosing }: Pick<ItemBeginning, 'draftingOrganId' | 'organId'>,
): Promise<Result<Seat>> {
  const { authority } = caller;
  const { countyId } = authority;
  const draftingOrganId = wished ?? firstSeat(caller) ?? authority.posts[0]?.place.organId ?? '';
  const place = await findPlace(db, countyId, draftingOrganId, dayOf(caller));
  const at = { countyId, place: place ?? { organId: draftingOrganId, path: [draftingOrganId] } };
  const grant = mayAt(authority, 'draft-items', at);
  if (!grant.ok) return grant;
  if (!place) return invalid([{ field: 'draftingOrganId', message: '起草单位已经撤销或者合并，请重新选择。' }]);
  const upward = [...place.path].reverse();
  const codes = await listOrganCodes(db, countyId, upward, dayOf(caller));
  const organs = codes.filter(({ kind }) => kind !== 'village').map(({ organId }) => organId);
  const organId = disclosing ?? organs[0];
  if (organId === undefined || !organs.includes(organId)) {
    return invalid([
      {
        field: 'organId',
        message: '发布单位应为起草单位或者其上级行政机关（条例第十条）；村（社区）的信息由乡镇（街道）发布。',
      },
    ]);
  }
  return success({ organId, draftingOrganId, grant: grant.value });
}

/** The organ of the first post by which somebody may draft. */
const firstSeat = ({ authority }: Caller): string | undefined =>
  authority.posts.find(({ place }) => mayAt(authority, 'draft-items', { countyId: authority.countyId, place }).ok)
    ?.place.organId;

/** A draft as it begins. */
export async function newItem(
  db: Db,
  caller: Caller,
  { kind: key, title, formedOn = dayOf(caller), catalogueItemId }: ItemBeginning,
  { organId, draftingOrganId }: Pick<Seat, 'organId' | 'draftingOrganId'>,
  line?: CatalogueItem,
): Promise<Item> {
  const kind = kindOf(key);
  const { countyId, personId } = caller.authority;
  const article20 = line?.article20 ?? kind.article20;
  const begun: Item = {
    countyId,
    id: newId(),
    organId,
    draftingOrganId,
    authorId: personId,
    kind: key,
    title: title?.trim() ?? '',
    ...(catalogueItemId === undefined ? {} : { catalogueItemId }),
    columnKey: line?.columnKey ?? kind.column,
    ...(line?.fieldKey === undefined ? {} : { fieldKey: line.fieldKey }),
    ...(article20 === undefined ? {} : { article20 }),
    disclosure: 'proactive',
    origin: { kind: 'made' },
    clearances: {},
    important: kind.important ?? false,
    formedOn,
    state: 'draft',
    stateSince: caller.now,
    textNumber: 1,
    source: 'written',
    version: 1,
    createdAt: caller.now,
    updatedAt: caller.now,
  };
  const dueOn = await dueDayOf(db, begun, line);
  return dueOn === undefined ? begun : { ...begun, dueOn };
}

/** The first text of a draft. */
export const newText = ({ title }: Item, { actor, authority, now }: Caller): ItemText => ({
  number: 1,
  title,
  summary: '',
  bodyHtml: '',
  bodyText: '',
  fields: {},
  attachments: [],
  changeNote: '',
  frozen: false,
  savedBy: authority.personId,
  savedByName: actor.name,
  savedAt: now,
});
