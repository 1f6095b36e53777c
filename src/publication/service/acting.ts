import type { Actor } from '../../kernel/actor.ts';
import { conflict, type Failure, type Result, success } from '../../kernel/result.ts';
import { actorBy } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { type Decision, decideAct, describeWhere } from '../domain/acting.ts';
import { channelOf } from '../domain/channels.ts';
import type { ItemEvent } from '../domain/event.ts';
import { names } from '../domain/eyes.ts';
import { lastDone, readHistory } from '../domain/history.ts';
import type { Item } from '../domain/item.ts';
import { describeEvent, quoteEvent } from '../domain/review-words.ts';
import { urgentPublishers, type Wish } from '../domain/situation.ts';
import { restingStates, type State, type WorkflowAct } from '../domain/states.ts';
import { findTransition } from '../domain/workflow.ts';
import { listItemChannels } from '../store/channels.ts';
import { addEvent } from '../store/events.ts';
import { findItem, lockItem, updateItem } from '../store/items.ts';
import { recordOf } from './audited.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';
import { applyEffect } from './effects.ts';
import { noSuchItem, openItem } from './items.ts';
import { reviewSettings } from './review-settings.ts';
import { type LoadedItem, loadSituation } from './situations.ts';
import { amountOf, checkText, judgeText, type TextJudgement } from './text-guards.ts';

/** What somebody wants to do about an item, and the version of it he has seen. */
export interface ActRequest extends Wish {
  itemId: string;
  version: number;
  act: WorkflowAct;
  /** register-answer: the paper that came back, uploaded before. */
  attachmentId?: string | undefined;
  /** Marks acts done to several items at once with one opinion. */
  bulk?: string | undefined;
}

/** How it stands with an item after an act. */
export interface ActOutcome {
  itemId: string;
  state: State;
  version: number;
  /** In Chinese: what is done and what comes next. */
  message: string;
  /** After a publication: the 索引号, and what the channels are called on which it is still to be put. */
  published?: { indexNumber: string; channels: string[] };
}

/**
 * Does an act of the workflow: load, hold, decide, change, event and audit in one transaction. Of two who act at
 * once one wins, and the other is told who did what and when.
 */
export async function actOnItem(
  deps: PublicationDeps,
  caller: Caller,
  request: ActRequest,
): Promise<Result<ActOutcome>> {
  const { db } = deps;
  const opened = await openItem(db, caller, request.itemId);
  if (!opened.ok) return opened;
  const options = await prepare(deps, caller, opened.value.item, request.act);
  // Decided before anything is held, to know for whom he fills in; and once more when the item is held.
  const seen = await seeAtOnce(db, caller, request, options);
  if (!seen) return noSuchItem();
  if (seen.item.version !== request.version) return overtaken(seen);
  const first = decideAct(request.act, seen.situation);
  if (!first.ok) return first;
  const limits = await deps.settings.read(reviewSettings);
  const actor = first.value.grant ? actorBy(caller.actor, first.value.grant) : caller.actor;
  return write(db, actor, caller.now, async (trx, record) => {
    const item = await lockItem(trx, caller.authority.countyId, request.itemId);
    if (!item) return noSuchItem();
    // The version first: who is late is told so, and never what is wrong with a state he has not seen.
    if (item.version !== request.version) return overtaken(await loadSituation(trx, caller, item, { wish: request }));
    const again = options.text ? { ...options, ...(await judge(deps, trx, item)) } : options;
    const loaded = await loadSituation(trx, caller, item, { ...again, wish: request });
    const decided = decideAct(request.act, loaded.situation);
    if (!decided.ok) return decided;
    return carryOut(trx, record, deps, { decision: decided.value, loaded, request, actor, limits, now: caller.now });
  });
}

/**
 * An item and all that decides about it as they stood at one instant: read one after the other, they could be the item before
 * and the events after what somebody else did meanwhile, and the refusal of a mixture would tell nobody who was faster.
 */
const seeAtOnce = (
  db: Db,
  caller: Caller,
  request: ActRequest,
  options: Parameters<typeof loadSituation>[3],
): Promise<LoadedItem | undefined> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const item = await findItem(trx, caller.authority.countyId, request.itemId);
      return item && loadSituation(trx, caller, item, { ...options, wish: request });
    });

/** What of the text decides about an act; looked at only where the act asks for it. */
export async function prepare(
  deps: PublicationDeps,
  caller: Caller,
  item: Item,
  act: WorkflowAct,
  /** `as-checked`: by the findings there are, for showing what could be done. */
  how: 'check-anew' | 'as-checked' = 'check-anew',
): Promise<NonNullable<Parameters<typeof loadSituation>[3]>> {
  const guards = findTransition(item.state, act)?.guards ?? [];
  if (!guards.includes('text-ready') && !guards.includes('text-passable')) return {};
  if (how === 'check-anew') await checkText(deps, caller, item);
  const judged = await judge(deps, deps.db, item);
  return how === 'check-anew' ? judged : { ...judged, text: () => offerUnchecked(judged.text()) };
}

/** The act itself runs the checks: that nobody ran them yet is no reason to keep an urgent publication from a leader. */
const offerUnchecked = ({ ready, passable }: TextJudgement): TextJudgement => ({
  ready,
  passable: !passable.ok && passable.problem.code === 'not-checked' ? success(true) : passable,
});

async function judge(deps: Pick<PublicationDeps, 'settings'>, db: Db, item: Item) {
  const [text, amount] = await Promise.all([judgeText(deps, db, item), amountOf(db, item)]);
  return { text: (): TextJudgement => text, amount: () => amount };
}

/** Does what was decided about an item that is held, and puts down the event and the audit of it. */
export async function carryOut(
  trx: Trx,
  record: RecordChange,
  deps: Pick<PublicationDeps, 'settings'>,
  {
    decision,
    loaded,
    request,
    actor,
    limits,
    now,
  }: {
    decision: Decision;
    loaded: LoadedItem;
    request: Wish & Pick<ActRequest, 'attachmentId' | 'bulk'>;
    actor: Actor;
    limits: { secondLookDays: number; referralDays: number };
    now: Date;
  },
): Promise<Result<ActOutcome>> {
  const { item: before } = loaded;
  const { act, from, to, grant } = decision;
  const detail: ItemEvent['detail'] = { ...decision.detail, ...(request.bulk ? { bulk: request.bulk } : {}) };
  const opinion = request.opinion.trim();
  const moved: Item = { ...before, state: to, ...(to === from ? {} : { stateSince: now }) };
  const { publishAt, urgentSince, ...bare } = moved;
  // What leads out of 待发布 makes an end of the plan to publish by itself; what comes to rest is in no hurry any more.
  const isUnderWay = to !== 'discarded' && !restingStates.some((state) => state === to);
  const placed: Item = {
    ...bare,
    ...(publishAt && to === 'approved' ? { publishAt } : {}),
    ...(urgentSince && isUnderWay ? { urgentSince } : {}),
  };
  const changed = await applyEffect(placed, {
    trx,
    record,
    deps,
    decision,
    loaded,
    wish: request,
    opinion,
    detail,
    actor,
    limits,
    now,
  });
  if (!changed.ok) return changed;
  const item = changed.value;
  const event: Omit<ItemEvent, 'position'> = {
    act,
    fromState: from,
    toState: item.state,
    textNumber: before.textNumber,
    opinion,
    detail,
    ...(actor.personId ? { personId: actor.personId } : {}),
    personName: actor.name,
    ...(grant ? { role: grant.role } : {}),
    ...(grant?.source.kind === 'delegated' ? { behalfName: grant.source.name } : {}),
    at: now,
  };
  await addEvent(trx, { countyId: item.countyId, itemId: item.id }, event);
  if (!(await updateItem(trx, { ...item, updatedAt: now }))) return overtaken(loaded);
  record({
    action: `item.${act}`,
    record: recordOf(item),
    organId: item.organId,
    before: auditedOf(before),
    after: {
      ...auditedOf(item),
      opinion,
      ...(detail.answer ? { answer: detail.answer } : {}),
      ...(detail.catalogueItem ? { catalogueItem: detail.catalogueItem } : {}),
    },
  });
  const published = isPublication(act) ? await tellPublished(trx, item) : undefined;
  return success({
    itemId: item.id,
    state: item.state,
    version: before.version + 1,
    message: tellDone({ ...event, position: loaded.events.length + 1 }, item, loaded),
    ...(published ? { published } : {}),
  });
}

const isPublication = (act: WorkflowAct): boolean => act === 'publish' || act === 'publish-urgently';

/** Under which number something is public now, and where somebody still has to put it. */
async function tellPublished(trx: Trx, { countyId, id, indexNumber = '' }: Item): Promise<ActOutcome['published']> {
  const open = (await listItemChannels(trx, countyId, id)).filter(
    ({ state }) => state === 'waiting' || state === 'sending' || state === 'failed',
  );
  return { indexNumber, channels: open.map(({ channel }) => channelOf(channel).name) };
}

/** What the audit keeps of an item beside its title. */
const auditedOf = ({
  state,
  textNumber,
  liveTextNumber,
  indexNumber,
  publishAt,
  urgentSince,
  secondLookDueOn,
  important,
}: Item) => ({
  state,
  textNumber,
  liveTextNumber,
  indexNumber,
  publishAt: publishAt?.toISOString(),
  urgentSince: urgentSince?.toISOString(),
  secondLookDueOn,
  important,
});

/** 已办理“保密审查：同意”。现在是“公开办复审”，由李四办理。 */
function tellDone(event: ItemEvent, item: Item, { events, situation }: LoadedItem): string {
  const history = readHistory([...events, event]);
  const where = describeWhere({ ...situation, item, history, wish: { opinion: '' } });
  if (event.act === 'request-urgent') {
    const leaders = names(urgentPublishers(situation));
    return `已办理${quoteEvent(event)}，请${leaders}决定。等待期间可以照常办理审查，不影响申请。`;
  }
  return `已办理${quoteEvent(event)}。${where}`;
}

/** Tells who was faster, what he did and when, and where the item stands now. */
function overtaken({ events, item, situation }: LoadedItem): Failure {
  const last = lastDone(events, item);
  const next = describeWhere(situation);
  return conflict(
    last
      ? `您打开以后，${describeEvent(last)}。${next}请刷新页面，看过最新意见后再办理。`
      : `您打开以后，这份信息有改动。${next}请刷新页面，核对后再办理。`,
  );
}
