import type { PlainDate } from '../../kernel/plain-date.ts';
import { type Result, success } from '../../kernel/result.ts';
import { type Act, listOrganIds, scopeOf } from '../../organisation/index.ts';
import type { Db, Page, PageRequest } from '../../platform/db/index.ts';
import { describeNext, describeWhere, listOfferedActs, type OfferedAct } from '../domain/acting.ts';
import { readHistory, reviewedEvents } from '../domain/history.ts';
import type { Item } from '../domain/item.ts';
import { marksOfEvent, nameEvent, nameRole } from '../domain/review-words.ts';
import type { Situation } from '../domain/situation.ts';
import {
  isReviewStep,
  type ReviewStep,
  reviewStepKeys,
  reviewSteps,
  type State,
  states,
  type WorkflowAct,
} from '../domain/states.ts';
import { listItemsById } from '../store/items.ts';
import { listReferralsOf, type Referral } from '../store/referrals.ts';
import { listWaitingIds } from '../store/reviews.ts';
import { prepare } from './acting.ts';
import { type Caller, dayOf } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { openItem } from './items.ts';
import { type LoadedItem, loadGround, loadSituation, loadSituations } from './situations.ts';

/** Something that waits for the one who asks. */
export interface WaitingItem {
  item: Item;
  organ: string;
  authorName: string;
  /** The act it waits for, e.g. `pass`, and what that is called here, e.g. 保密审查. */
  act: WorkflowAct;
  label: string;
  /** A review an urgent publication owes. */
  step?: ReviewStep;
  secondEyes: boolean;
  /** Who asked for urgent publication, and why. */
  urgency?: { personName: string; reason: string; at: Date };
  /** Items with the same key may be done with one opinion. */
  shareKey?: string;
}

/** At most so many are looked through; what has waited longest and is due first comes first. */
const mostLookedThrough = 500;

/** What an item in a state waits for. */
const awaited: Partial<Record<State, readonly WorkflowAct[]>> = {
  ...(Object.fromEntries(reviewStepKeys.map((step) => [step, ['pass']])) as Record<ReviewStep, WorkflowAct[]>),
  referred: ['answer-referral', 'register-answer'],
  approved: ['publish', 'file'],
  published: ['second-look'],
};

/** What waits for somebody: what he may do next, by the same decision that lets him do it. */
export async function listWaiting(db: Db, caller: Pick<Caller, 'authority' | 'now'>): Promise<WaitingItem[]> {
  const { authority } = caller;
  const { countyId } = authority;
  const day = dayOf(caller);
  const ground = await loadGround(db, countyId, caller.now);
  const ids = new Set<string>();
  const plan: { act: Act; states: readonly State[]; owing?: true; urgent?: true }[] = [
    { act: 'publish-urgently', states: [], urgent: true },
    ...reviewStepKeys.map((step) => ({ act: reviewSteps[step].by, states: [step], owing: true }) as const),
    { act: 'publish-items', states: ['approved'] },
    { act: 'answer-referrals', states: ['referred'] },
    { act: 'review-secrecy', states: ['referred'] },
    { act: 'give-second-eyes', states: reviewStepKeys, owing: true },
  ];
  for (const { act, states: each, owing = false, urgent = false } of plan) {
    const scope = scopeOf(authority, act);
    if (!scope.county && scope.organIds.length === 0 && scope.subtreeIds.length === 0) continue;
    const organIds = await listOrganIds(db, scope, day);
    const found = await listWaitingIds(db, { countyId, organIds, states: each, owing, urgent }, mostLookedThrough);
    for (const id of found) ids.add(id);
  }
  if (ids.size === 0) return [];
  const items = await listItemsById(db, countyId, [...ids]);
  const loaded = await loadSituations(db, caller, items, ground);
  return loaded.flatMap(waitingOf).sort(byUrgency);
}

function waitingOf({ item, events, organ, situation }: LoadedItem): WaitingItem[] {
  const acts = awaited[item.state] ?? [];
  const base = { item, organ, authorName: events[0]?.personName ?? '' };
  if (item.state === 'published') {
    const [step] = owedByOne(situation);
    if (!step) return [];
    return [{ ...base, act: 'second-look', label: `补审（${reviewSteps[step].name}）`, step, secondEyes: false }];
  }
  const { urgency } = situation.history;
  const wanted: WorkflowAct[] = item.urgentSince ? ['publish-urgently', ...acts] : [...acts];
  const offered = listOfferedActs(situation, wanted).filter(({ refusal }) => refusal === undefined);
  // Whoever may decide about the hurry is asked that before anything else.
  const decides = item.urgentSince && offered.find(({ act }) => act === 'publish-urgently');
  const open = decides || offered.find(({ act }) => acts.includes(act));
  if (!open || (item.publishAt && !decides)) return [];
  const next = describeNext(situation);
  const shareKey = decides ? undefined : shareKeyOf(item);
  return [
    {
      ...base,
      act: open.act,
      label: isReviewStep(item.state) && !decides ? reviewSteps[item.state].name : open.name,
      secondEyes: !decides && (next?.secondEyes ?? false),
      ...(urgency ? { urgency } : {}),
      ...(shareKey ? { shareKey } : {}),
    },
  ];
}

/** The reviews that are owed and that the one who asks may make up for, in whatever order they come in. */
const owedByOne = (situation: Situation): ReviewStep[] =>
  situation.history.owed.filter((step) =>
    listOfferedActs(wishing(situation, step), ['second-look']).some(({ refusal }) => refusal === undefined),
  );

const wishing = (situation: Situation, step: ReviewStep): Situation => ({
  ...situation,
  wish: { ...situation.wish, step },
});

/** Decisions of one kind that were entered from one spreadsheet and stand at the same place: their opinion may be shared. */
export const shareKeyOf = ({ source, importId, kind, state, organId }: Item): string | undefined =>
  source === 'bulk' && importId ? [importId, kind, state, organId].join(':') : undefined;

const byUrgency = (one: WaitingItem, other: WaitingItem): number =>
  Number(other.urgency !== undefined) - Number(one.urgency !== undefined) ||
  dueOf(one).localeCompare(dueOf(other)) ||
  one.item.stateSince.getTime() - other.item.stateSince.getTime();
const dueOf = ({ item }: WaitingItem): string => item.secondLookDueOn ?? item.dueOn ?? '9999';

/** One page of what waits for the one who asks. */
export async function listReviews(
  db: Db,
  caller: Caller,
  { kind, state }: { kind?: string | undefined; state?: State | undefined },
  { page, pageSize }: PageRequest,
): Promise<Page<WaitingItem>> {
  const all = (await listWaiting(db, caller)).filter(
    ({ item }) => (kind === undefined || item.kind === kind) && (state === undefined || item.state === state),
  );
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize };
}

/** All a reviewer sees of the reviews of an item: where it stands, what can be done by him, what was done. */
export interface ReviewView {
  item: Item;
  organ: string;
  /** 现在是“公开办复审”，由李四办理。 */
  where: string;
  next?: { roles: string; people: string; secondEyes: boolean };
  acts: OfferedAct[];
  /** The way of the item, with who gave which opinion. */
  steps: {
    step: ReviewStep;
    name: string;
    state: 'done' | 'now' | 'ahead' | 'owed';
    personName?: string;
    at?: Date;
    opinion?: string;
    marks: string[];
  }[];
  /** States a return may lead to, the draft first. */
  returnTo: { state: State; name: string }[];
  events: {
    position: number;
    act: WorkflowAct;
    name: string;
    personName: string;
    roleName: string;
    opinion: string;
    marks: string[];
    textNumber: number;
    at: Date;
  }[];
  referrals: Referral[];
  owed: ReviewStep[];
  publishAt?: Date;
  /** Who asked for urgent publication, and why. */
  urgency?: { personName: string; reason: string; at: Date };
  secondLookDueOn?: PlainDate;
}

/** The reviews of an item for one who may see it, with every act and, where he may not, why not. */
export async function getReviews(deps: PublicationDeps, caller: Caller, id: string): Promise<Result<ReviewView>> {
  const { db } = deps;
  const opened = await openItem(db, caller, id);
  if (!opened.ok) return opened;
  const { item } = opened.value;
  const main = item.state === 'draft' ? 'submit' : item.state === 'approved' ? 'publish' : 'pass';
  const options = await prepare(deps, caller, item, main, 'as-checked');
  const [loaded, referrals] = await Promise.all([
    loadSituation(db, caller, item, options),
    listReferralsOf(db, item.countyId, id),
  ]);
  const { events, organ } = loaded;
  const own = owedByOne(loaded.situation);
  const situation = own[0] ? wishing(loaded.situation, own[0]) : loaded.situation;
  const next = describeNext(situation);
  return success({
    item,
    organ,
    where: describeWhere(situation),
    ...(next ? { next } : {}),
    acts: listOfferedActs(situation),
    steps: stepsOf(loaded),
    returnTo: returnsOf(loaded),
    events: events.map((event) => ({
      position: event.position,
      act: event.act,
      name: nameEvent(event),
      personName: event.personName,
      roleName: nameRole(event.role),
      opinion: event.opinion,
      marks: marksOfEvent(event),
      textNumber: event.textNumber,
      at: event.at,
    })),
    referrals,
    // To who may make up for some of them only these: what the others owe is not his to choose.
    owed: own.length > 0 ? own : [...situation.history.owed],
    ...(item.publishAt ? { publishAt: item.publishAt } : {}),
    ...(situation.history.urgency ? { urgency: situation.history.urgency } : {}),
    ...(item.secondLookDueOn ? { secondLookDueOn: item.secondLookDueOn } : {}),
  });
}

function stepsOf({ item, events, situation }: LoadedItem): ReviewView['steps'] {
  const { round, debtOpinions } = readHistory(reviewedEvents(events));
  const { owed } = situation.history;
  const opinions = [...(round?.opinions ?? []), ...debtOpinions];
  const steps = reviewStepKeys.filter(
    (step) =>
      (round?.steps ?? situation.steps).includes(step) ||
      owed.includes(step) ||
      opinions.some((each) => each.step === step),
  );
  return steps.map((step) => {
    const given = opinions.findLast((opinion) => opinion.step === step);
    const event = given && events.find(({ position }) => position === given.position);
    const state = owed.includes(step) ? 'owed' : given ? 'done' : item.state === step ? 'now' : 'ahead';
    return {
      step,
      name: reviewSteps[step].name,
      state: item.state === step ? ('now' as const) : (state as 'done' | 'ahead' | 'owed'),
      marks: event ? marksOfEvent(event) : [],
      ...(given ? { personName: given.personName } : {}),
      ...(event ? { at: event.at, opinion: event.opinion } : {}),
    };
  });
}

function returnsOf({ item, situation }: LoadedItem): ReviewView['returnTo'] {
  if (!isReviewStep(item.state) && item.state !== 'approved') return [];
  const steps = situation.history.round?.steps ?? [];
  const at = isReviewStep(item.state) ? reviewStepKeys.indexOf(item.state) : reviewStepKeys.length;
  const earlier = reviewStepKeys.filter((step, index) => index < at && steps.includes(step));
  return (['draft', ...earlier] as State[]).map((state) => ({ state, name: states[state] }));
}
