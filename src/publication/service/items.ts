import { missing, type Result, success } from '../../kernel/result.ts';
import { type CountyPlace, listOrganIds, listPlaces, scopeOf } from '../../organisation/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import type { OwnerPolicy } from '../../platform/storage/index.ts';
import type { ItemEvent } from '../domain/event.ts';
import type { Item } from '../domain/item.ts';
import { type ItemScope, mayRead } from '../domain/reading.ts';
import { listEvents } from '../store/events.ts';
import { findItem, type ItemFilter, type ItemOrder, listItems as listStoredItems } from '../store/items.ts';
import { getText } from '../store/texts.ts';
import { type Authority, type Caller, dayOf } from './caller.ts';

/** What attachments of items belong to. */
export const itemOwner = 'publication-item';

/** An organ as lists and forms show it. */
export interface NamedOrgan {
  id: string;
  shortName: string;
  fullName: string;
}

/** An item that somebody may see, with where it belongs. */
export interface ItemView {
  item: Item;
  organ: NamedOrgan;
  draftingOrgan: NamedOrgan;
  /** Where both stand today, for the policies. */
  places: { organ: CountyPlace; draftingOrgan: CountyPlace };
}

/**
 * Opens an item: the one place that decides whether somebody may see what is not public yet. Who may not is told the same
 * as when there is no such item.
 */
export async function openItem(db: Db, caller: Caller, id: string): Promise<Result<ItemView>> {
  const { countyId } = caller.authority;
  const item = await findItem(db, countyId, id);
  if (!item) return noSuchItem();
  const view = await placeItem(db, caller, item);
  return mayRead(caller.authority, item, [view.places.organ, view.places.draftingOrgan]) ? success(view) : noSuchItem();
}

/** An item with its organs as they are on the day of the call. */
async function placeItem(db: Db, caller: Pick<Caller, 'now'>, item: Item): Promise<ItemView> {
  const { countyId, organId, draftingOrganId } = item;
  const places = await listPlaces(db, countyId, [organId, draftingOrganId], dayOf(caller));
  const placed = (id: string) => {
    const place = places.get(id);
    return {
      named: { id, shortName: place?.shortName ?? '', fullName: place?.fullName ?? '' },
      at: { countyId, place: { organId: id, path: place?.path ?? [id] } },
    };
  };
  const [organ, draftingOrgan] = [placed(organId), placed(draftingOrganId)];
  return {
    item,
    organ: organ.named,
    draftingOrgan: draftingOrgan.named,
    places: { organ: organ.at, draftingOrgan: draftingOrgan.at },
  };
}

export const noSuchItem = () => missing('没有找到这条信息，或者您无权查看。请返回列表查看，或向公开办询问。');

/**
 * Items of any organ as somebody may know of them: what he may not read is called what the public reads, whatever a revision
 * calls it meanwhile, and is left out where nothing of it is public.
 */
export async function listKnown(db: Db, caller: Caller, items: readonly Item[]): Promise<Item[]> {
  const { countyId } = caller.authority;
  const ids = [...new Set(items.flatMap(({ organId, draftingOrganId }) => [organId, draftingOrganId]))];
  const places = await listPlaces(db, countyId, ids, dayOf(caller));
  const at = (organId: string): CountyPlace => ({
    countyId,
    place: places.get(organId) ?? { organId, path: [organId] },
  });
  const known = await Promise.all(
    items.map(async (item) => {
      if (mayRead(caller.authority, item, [at(item.organId), at(item.draftingOrganId)])) return [item];
      if (item.liveTextNumber === undefined) return [];
      if (item.state === 'published') return [item];
      const { title, head = item } = await getText(db, countyId, item.id, item.liveTextNumber);
      const { documentNumber: _, ...rest } = item;
      return [{ ...rest, title, ...(head.documentNumber ? { documentNumber: head.documentNumber } : {}) }];
    }),
  );
  return known.flat();
}

/** Whose items somebody sees in lists. */
export async function readingScope(db: Db, caller: Caller): Promise<ItemScope> {
  const { authority } = caller;
  return {
    countyId: authority.countyId,
    organIds: await listOrganIds(db, scopeOf(authority, 'read-items'), dayOf(caller)),
    authorId: authority.personId,
  };
}

/** What lists of items may be ordered by. */
export const itemOrders = ['updated', 'due', 'published'] as const satisfies readonly ItemOrder[];

/** What somebody searches for. */
export interface ItemSearch extends Omit<ItemFilter, 'organIds' | 'overdueOn' | 'authorId' | 'reassessBy'> {
  /** This organ and all below it. */
  withinId?: string | undefined;
  overdue?: boolean | undefined;
  mine?: boolean | undefined;
  /** Not disclosed, and due to be assessed again. */
  reassess?: boolean | undefined;
  order?: ItemOrder | undefined;
}

/** An item in a list. */
export type ListedItem = Item & { organ: string; draftingOrgan: string };

/** One page of the items somebody may see. */
export async function searchItems(
  db: Db,
  caller: Caller,
  { withinId, overdue, mine, reassess, order, ...filter }: ItemSearch,
  page: PageRequest,
): Promise<Page<ListedItem>> {
  const { countyId, personId } = caller.authority;
  const day = dayOf(caller);
  const [scope, within] = await Promise.all([
    readingScope(db, caller),
    withinId === undefined
      ? undefined
      : listOrganIds(db, { countyId, county: false, organIds: [], subtreeIds: [withinId] }, day),
  ]);
  const found = await listStoredItems(
    db,
    scope,
    {
      ...filter,
      ...(Array.isArray(within) ? { organIds: within } : {}),
      ...(overdue ? { overdueOn: day } : {}),
      ...(mine ? { authorId: personId } : {}),
      ...(reassess ? { reassessBy: day } : {}),
    },
    page,
    order,
  );
  return { ...found, items: await nameOrgans(db, caller, found.items) };
}

/** Items with what their organs are called. */
async function nameOrgans(db: Db, caller: Caller, items: readonly Item[]): Promise<ListedItem[]> {
  const ids = [...new Set(items.flatMap(({ organId, draftingOrganId }) => [organId, draftingOrganId]))];
  const places = await listPlaces(db, caller.authority.countyId, ids, dayOf(caller));
  const nameOf = (id: string) => places.get(id)?.shortName ?? '';
  return items.map((item) => ({ ...item, organ: nameOf(item.organId), draftingOrgan: nameOf(item.draftingOrganId) }));
}

/** Who may read the attachments of items: who may see the item. */
export const mayReadItemAttachments = (db: Db): Readonly<Record<string, OwnerPolicy<Authority>>> => ({
  [itemOwner]: ({ id }, caller) => openItem(db, caller, id),
});

/** All that was done about an item somebody may see. */
export async function listItemEvents(db: Db, caller: Caller, id: string): Promise<Result<ItemEvent[]>> {
  const opened = await openItem(db, caller, id);
  return opened.ok ? success(await listEvents(db, caller.authority.countyId, id)) : opened;
}

/** How many are offered at once; who does not find the one he means types more of it. */
const mostOffered = 20;

/** Items that another one may speak of: everything that is public in the county, and what one may see oneself. */
export async function listLinkable(
  db: Db,
  caller: Caller,
  { words, kinds }: { words: string; kinds?: readonly string[] | undefined },
): Promise<ListedItem[]> {
  const { countyId } = caller.authority;
  const filter = { ...(words === '' ? {} : { words }), ...(kinds ? { kinds } : {}) };
  const page = { page: 1, pageSize: mostOffered };
  const [live, own] = await Promise.all([
    listStoredItems(db, { countyId, organIds: 'all' }, { ...filter, live: true }, page, 'published'),
    readingScope(db, caller).then((scope) => listStoredItems(db, scope, { ...filter, live: false }, page)),
  ]);
  const found = [...live.items, ...own.items.filter(({ state }) => state !== 'discarded')].slice(0, mostOffered);
  return nameOrgans(db, caller, await listKnown(db, caller, found));
}
