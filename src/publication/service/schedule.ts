import { type Actor, systemActor } from '../../kernel/actor.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { conflict, type Result, success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { type HandledJob, handledBy } from '../../platform/jobs/index.ts';
import { decideBySystem } from '../domain/acting.ts';
import type { Item } from '../domain/item.ts';
import { addEvent } from '../store/events.ts';
import { lockItem, updateItem } from '../store/items.ts';
import { type DueItem, listDue } from '../store/reviews.ts';
import { getText } from '../store/texts.ts';
import { carryOut } from './acting.ts';
import { recordOf } from './audited.ts';
import type { PublicationDeps } from './deps.ts';
import { catchUp, publishScheduled } from './schedule-job.ts';
import { type LoadedItem, loadSituation } from './situations.ts';
import { judgeText } from './text-guards.ts';

/** What the system does by itself: it is nobody and has no post. */
const nobody = (countyId: string) => ({
  countyId,
  personId: '00000000-0000-0000-0000-000000000000',
  posts: [],
});

/**
 * The jobs of the reviews: publication at its minute, and every five minutes what was missed or is past its last day. What
 * is due at the same minute is published by the first job that runs; the jobs of the others find nothing left to do.
 */
export const reviewJobs = (deps: PublicationDeps): HandledJob[] => [
  handledBy(publishScheduled, async ({ countyId, itemId, publishAt }, { now, signal }) => {
    const own = { countyId, itemId, publishAt: new Date(publishAt) };
    const failed = await eachByItself([own], signal, (each) => doWhatIsDue(deps, each, now));
    const due = await listDue(deps.db, now, dayInChina(now));
    // What fails among these is tried again by its own job, which tells of it.
    const others = due.filter((each) => each.publishAt && each.itemId !== itemId);
    await eachByItself(others, signal, (each) => doWhatIsDue(deps, each, now));
    if (failed.length > 0) throw failed[0];
  }),
  handledBy(catchUp, async (_, { now, signal }) => {
    const due = await listDue(deps.db, now, dayInChina(now));
    const failed = await eachByItself(due, signal, (each) => doWhatIsDue(deps, each, now));
    if (failed.length > 0) throw failed[0];
  }),
];

const doWhatIsDue = (
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  { countyId, itemId, publishAt }: DueItem,
  now: Date,
): Promise<boolean> =>
  publishAt ? publishOnTime(deps, countyId, itemId, publishAt, now) : expireOnTime(deps, countyId, itemId, now);

/** Does something to one after the other; where one fails the others are done all the same. @returns what went wrong */
async function eachByItself<T>(
  all: readonly T[],
  signal: AbortSignal,
  work: (one: T) => Promise<unknown>,
): Promise<unknown[]> {
  const failed: unknown[] = [];
  for (const one of all) {
    if (signal.aborted) break;
    try {
      await work(one);
    } catch (error) {
      failed.push(error);
    }
  }
  return failed;
}

/**
 * Publishes an item at the time that was set. Asked again, or when the time was changed or taken away meanwhile, it does
 * nothing: so it is published once, whatever the number of processes and restarts. Where it may not be
 * published any more the time is taken away, and the reason stands among its events.
 *
 * @returns whether something was done
 */
export function publishOnTime(
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  countyId: string,
  itemId: string,
  publishAt: Date,
  now: Date,
): Promise<boolean> {
  const due = (item: Item) =>
    item.state === 'approved' && item.publishAt?.getTime() === publishAt.getTime() && publishAt <= now;
  return bySystem(deps, '系统（定时发布）', { countyId, itemId, due, now }, async (trx, record, loaded, actor) => {
    const decided = decideBySystem('publish', loaded.situation);
    if (!decided.ok) return giveUp(trx, record, loaded, actor, decided.problem.message, now);
    const setBy = loaded.events.findLast(({ act }) => act === 'schedule')?.personName;
    const decision = { ...decided.value, detail: setBy ? { scheduledBy: setBy } : {} };
    return carryOut(trx, record, deps, { decision, loaded, request: { opinion: '' }, actor, limits: noLimits, now });
  });
}

/** Takes down a 公示 whose last day is over; or takes names and numbers out of it, where that was chosen. */
function expireOnTime(
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  countyId: string,
  itemId: string,
  now: Date,
): Promise<boolean> {
  const due = (item: Item) => item.liveTextNumber !== undefined && item.expiredAt === undefined;
  return bySystem(deps, '系统（公示期满）', { countyId, itemId, due, now }, async (trx, record, loaded, actor) => {
    // While a revision is written the item has the day of the draft; what counts is the day the public was told.
    const { countyId: county, id, liveTextNumber = 0 } = loaded.item;
    const head = (await getText(trx, county, id, liveTextNumber)).head ?? loaded.item;
    const item = { ...loaded.item, expiresOn: head.expiresOn, expiryAct: head.expiryAct } as Item;
    const decision = decideBySystem('expire', { ...loaded.situation, item });
    if (!decision.ok) return decision;
    return carryOut(trx, record, deps, {
      decision: decision.value,
      loaded,
      request: { opinion: '公示期满' },
      actor,
      limits: noLimits,
      now,
    });
  });
}

/** What the system does asks for no answer and owes no second look. */
const noLimits = { secondLookDays: 0, referralDays: 0 };

type SystemWork = (trx: Trx, record: RecordChange, loaded: LoadedItem, actor: Actor) => Promise<Result<unknown>>;

async function bySystem(
  deps: Pick<PublicationDeps, 'db' | 'settings'>,
  name: string,
  { countyId, itemId, due, now }: { countyId: string; itemId: string; due(item: Item): boolean; now: Date },
  work: SystemWork,
): Promise<boolean> {
  const actor = systemActor(name, countyId);
  const done = await write(deps.db, actor, now, async (trx, record): Promise<Result<unknown>> => {
    const item = await lockItem(trx, countyId, itemId);
    if (!item || !due(item)) return conflict('已经办理');
    const text = await judgeText(deps, trx, item);
    const loaded = await loadSituation(trx, { authority: nobody(countyId), now }, item, { text: () => text });
    return work(trx, record, loaded, actor);
  });
  return done.ok;
}

/** Takes the time away and says why, so that the organ sees it: it waits for a person again. */
async function giveUp(
  trx: Trx,
  record: RecordChange,
  { item: before }: LoadedItem,
  actor: Actor,
  because: string,
  now: Date,
): Promise<Result<unknown>> {
  const { publishAt, ...item } = before;
  const { countyId, id, state, textNumber } = item;
  await addEvent(
    trx,
    { countyId, itemId: id },
    {
      act: 'unschedule',
      fromState: state,
      toState: state,
      textNumber,
      opinion: `定时发布没有完成：${because}`,
      detail: publishAt ? { publishAt: publishAt.toISOString() } : {},
      personName: actor.name,
      at: now,
    },
  );
  await updateItem(trx, { ...item, updatedAt: now });
  record({
    action: 'item.unschedule',
    record: recordOf(item),
    organId: item.organId,
    before: { publishAt: publishAt?.toISOString() },
    after: { opinion: because },
  });
  return success(true);
}
