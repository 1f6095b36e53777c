import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import { type CountyPlace, type Holders, listHolders, listPlaces, loadPersonAtWork } from '../../organisation/index.ts';
import type { Db } from '../../platform/db/index.ts';
import type { ItemEvent } from '../domain/event.ts';
import { readHistory } from '../domain/history.ts';
import type { Item } from '../domain/item.ts';
import { isImportant, routeFor, stepsFor } from '../domain/review-route.ts';
import type { Situation, Wish } from '../domain/situation.ts';
import { type ReviewStep, reviewStepKeys, reviewSteps } from '../domain/states.ts';
import { listEventsByItem } from '../store/events.ts';
import { listRoutes, type StoredRoute } from '../store/review-routes.ts';
import { listWriters } from '../store/reviews.ts';
import type { Caller } from './caller.ts';
import type { TextJudgement } from './text-guards.ts';

/** What of a county decides about all its items; read once for a list. */
export interface ReviewGround {
  holders: Holders;
  routes: readonly StoredRoute[];
  day: PlainDate;
}

/** Who has which post today, and which routes are set. */
export async function loadGround(db: Db, countyId: string, now: Date): Promise<ReviewGround> {
  const day = dayInChina(now);
  const acts = [...reviewStepKeys.map((step) => reviewSteps[step].by), 'give-second-eyes', 'answer-referrals'] as const;
  const [holders, routes] = await Promise.all([listHolders(db, countyId, acts, day), listRoutes(db, countyId)]);
  return { holders, routes, day };
}

/** An item with what was done about it and all a decision needs to know. */
export interface LoadedItem {
  item: Item;
  events: readonly ItemEvent[];
  situation: Situation;
  organ: string;
}

const noWish: Wish = { opinion: '' };
const fine: TextJudgement = { ready: success(true), passable: success(true) };

/** All that decides about items, for one who acts; `text` says how it stands with the texts where that counts. */
export async function loadSituations(
  db: Db,
  { authority, now }: Pick<Caller, 'authority' | 'now'>,
  items: readonly Item[],
  ground: ReviewGround,
  {
    wish = noWish,
    text = () => fine,
    amount = () => undefined,
  }: {
    wish?: Wish;
    text?: (item: Item) => TextJudgement;
    /** What the item is about in 分, where it has an amount. */
    amount?: (item: Item) => number | undefined;
  } = {},
): Promise<LoadedItem[]> {
  const { countyId } = authority;
  const ids = items.map(({ id }) => id);
  const [events, writers, places] = await Promise.all([
    listEventsByItem(db, countyId, ids),
    listWriters(db, countyId, ids),
    listPlaces(db, countyId, [...new Set(items.flatMap((item) => [item.organId, item.draftingOrganId]))], ground.day),
  ]);
  const authors = await nameAuthors(db, items, events, now);
  const offices = ground.holders.seatsOf('answer-referrals');
  return items.map((item) => {
    // An organ that has ended has no place any more: then only who stands above everything reaches it.
    const placed = (organId: string) => places.get(organId) ?? { organId, path: [organId], shortName: '' };
    const [organ, draftingOrgan] = [item.organId, item.draftingOrganId].map(
      (organId): CountyPlace => ({ countyId, place: placed(organId) }),
    ) as [CountyPlace, CountyPlace];
    const done = events.get(item.id) ?? [];
    const route = routeFor(ground.routes, organ.place.path, item.kind);
    const { ready, passable } = text(item);
    return {
      item,
      events: done,
      organ: placed(item.organId).shortName,
      situation: {
        authority,
        item,
        history: readHistory(done),
        places: { organ, draftingOrgan },
        authorName: authors.get(item.authorId) ?? '',
        writers: [...new Set([item.authorId, ...(writers.get(item.id) ?? [])])],
        holders: Object.fromEntries(
          reviewStepKeys.map((step) => [step, ground.holders.at(reviewSteps[step].by, organ)]),
        ) as unknown as Record<ReviewStep, { personId: string; name: string }[]>,
        seconds: ground.holders.at('give-second-eyes', organ),
        steps: stepsFor(route, isImportant(route, item.important, amount(item))),
        isCountyOffice: offices.includes(item.organId),
        textReady: ready,
        textPassable: passable,
        now,
        wish,
      },
    };
  });
}

/** Whose the items are: whoever began them, or whoever they were handed over to. */
async function nameAuthors(
  db: Db,
  items: readonly Item[],
  events: ReadonlyMap<string, readonly ItemEvent[]>,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { id, countyId, authorId } of items) {
    if (names.has(authorId)) continue;
    const begun = events.get(id)?.find(({ personId }) => personId === authorId);
    const name = begun?.personName ?? (await loadPersonAtWork(db, { countyId, personId: authorId }, now))?.name;
    if (name !== undefined) names.set(authorId, name);
  }
  return names;
}

/** The same for one item. */
export async function loadSituation(
  db: Db,
  caller: Pick<Caller, 'authority' | 'now'>,
  item: Item,
  options: Parameters<typeof loadSituations>[4] = {},
): Promise<LoadedItem> {
  const ground = await loadGround(db, item.countyId, caller.now);
  const [loaded] = await loadSituations(db, caller, [item], ground, options);
  if (!loaded) throw new Error('a situation for no item');
  return loaded;
}
