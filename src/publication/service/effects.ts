import { addWorkingDays, loadCalendar } from '../../calendar/index.ts';
import { findCatalogueItem } from '../../catalogue/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { invalid, type Result, success } from '../../kernel/result.ts';
import type { RecordChange } from '../../platform/audit/index.ts';
import { newId, type Trx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { bindAttachments } from '../../platform/storage/index.ts';
import type { Decision } from '../domain/acting.ts';
import { nextAssessment } from '../domain/assessment.ts';
import type { EventDetail, ItemEvent } from '../domain/event.ts';
import type { Item } from '../domain/item.ts';
import { headOf } from '../domain/shortcomings.ts';
import type { Wish } from '../domain/situation.ts';
import type { WorkflowAct } from '../domain/states.ts';
import { closeReferral, insertReferral } from '../store/referrals.ts';
import { freezeText, getText } from '../store/texts.ts';
import { deidentifyItem } from './de-identifying.ts';
import type { PublicationDeps } from './deps.ts';
import { rememberText } from './duplicates.ts';
import { evidencePublication, publishItem } from './publishing.ts';
import { publishScheduled } from './schedule-job.ts';
import { publicationSettings } from './settings.ts';
import type { LoadedItem } from './situations.ts';
import { withdrawItem } from './withdrawing.ts';

/** What an act is carried out with. */
export interface Work {
  trx: Trx;
  record: RecordChange;
  deps: Pick<PublicationDeps, 'settings'>;
  decision: Decision;
  loaded: LoadedItem;
  wish: Wish & { attachmentId?: string | undefined };
  /** The opinion or the reason, trimmed. */
  opinion: string;
  /** What is kept with the event; an effect may add to it. */
  detail: EventDetail;
  actor: Actor;
  /** In working days. */
  limits: { secondLookDays: number; referralDays: number };
  now: Date;
}

type Effect = (item: Item, work: Work) => Promise<Result<Item>>;

/** Does what an act does beside moving the item; `item` stands where the act leads already. */
export async function applyEffect(item: Item, work: Work): Promise<Result<Item>> {
  const { decision, trx, now } = work;
  const { act, from } = decision;
  if (from === 'referred' && act !== 'answer-referral' && act !== 'register-answer') {
    await closeReferral(trx, item.countyId, item.id, { state: 'dropped', closedAt: now });
  }
  const effect = effects[act];
  return effect ? effect(item, work) : success(item);
}

const effects: Partial<Record<WorkflowAct, Effect>> = {
  submit: async (item, { trx, loaded }) => {
    await freezeText(trx, item.countyId, item.id, item.textNumber, headOf(item));
    return success({ ...item, important: loaded.situation.steps.includes('chief-approval') });
  },
  refer,
  'answer-referral': answer,
  'register-answer': answer,
  publish: async (item, { trx, record, deps, now }) => {
    const { secondLookDueOn: _paid, ...published } = await publishItem(trx, record, deps, item, now);
    return success(published);
  },
  'publish-urgently': async (item, { trx, record, deps, detail, limits, now }) => {
    const { secondLookDueOn, ...published } = await publishItem(trx, record, deps, item, now);
    if ((detail.owed ?? []).length === 0) return success(published);
    const due = secondLookDueOn ?? (await workingDaysFrom(trx, item.countyId, now, limits.secondLookDays));
    return success({ ...published, secondLookDueOn: due });
  },
  'request-urgent': async (item, { now }) => success({ ...item, urgentSince: now }),
  'decline-urgent': async ({ urgentSince: _, ...item }) => success(item),
  schedule: async (item, { trx, wish: { publishAt } }) => {
    if (!publishAt) throw new Error('a schedule without its time');
    const data = { countyId: item.countyId, itemId: item.id, publishAt: publishAt.toISOString() };
    await enqueue(trx, publishScheduled, data, { startAfter: publishAt });
    return success({ ...item, publishAt });
  },
  unschedule: async ({ publishAt: _, ...item }) => success(item),
  file: async (item, { trx, deps, now }) => {
    await freezeText(trx, item.countyId, item.id, item.textNumber, headOf(item));
    // 条例 art. 18: what is not disclosed is assessed again.
    const { assessmentMonths } = await deps.settings.read(publicationSettings);
    const reassessOn = nextAssessment(item.disclosure, dayInChina(now), assessmentMonths);
    return success(reassessOn ? { ...item, reassessOn } : item);
  },
  'link-duty': linkDuty,
  'second-look': async ({ secondLookDueOn, ...item }, { loaded, detail }) => {
    const left = loaded.situation.history.owed.filter((step) => step !== detail.step);
    return success(left.length === 0 || !secondLookDueOn ? item : { ...item, secondLookDueOn });
  },
  withdraw: async (item, { trx, record, opinion, now }) =>
    success(await withdrawItem(trx, record, item, opinion, 'withdrawn', now)),
  // What a reviewer found is for the organ; it may be the very thing that must not be read.
  'reject-second-look': async (item, { trx, record, now }) =>
    success(await withdrawItem(trx, record, item, '经复核需要进一步审查，暂停公开。', 'withdrawn', now)),
  expire,
  discard,
};

async function refer(item: Item, { trx, detail, opinion, actor, limits, now }: Work): Promise<Result<Item>> {
  const id = newId();
  detail.referralId = id;
  await insertReferral(trx, item.countyId, {
    id,
    itemId: item.id,
    referee: detail.referee ?? 'county',
    question: opinion,
    askedBy: actor.personId ?? '',
    askedByName: actor.name,
    askedAt: now,
    dueOn: await workingDaysFrom(trx, item.countyId, now, limits.referralDays),
  });
  return success(item);
}

async function answer(item: Item, work: Work): Promise<Result<Item>> {
  const { trx, record, detail, opinion, wish, actor, now } = work;
  const { attachmentId } = wish;
  await closeReferral(trx, item.countyId, item.id, {
    state: 'answered',
    answerText: opinion,
    ...(detail.answer ? { answer: detail.answer } : {}),
    ...(detail.documentNumber ? { documentNumber: detail.documentNumber } : {}),
    ...(detail.documentDay ? { documentDay: detail.documentDay } : {}),
    ...(attachmentId ? { attachmentId } : {}),
    ...(actor.personId ? { closedBy: actor.personId } : {}),
    closedByName: actor.name,
    closedAt: now,
  });
  if (attachmentId) {
    const owner = { kind: referralAttachments, id: item.id, organId: item.organId };
    const bound = await bindAttachments({ trx, record, actor, now }, owner, [attachmentId]);
    if (!bound.ok) return bound;
  }
  return success(item);
}

/** To what the answers of the 保密行政管理部门 belong; their id is that of the item. */
export const referralAttachments = 'publication-referral';

/** After its last day a 公示 loses its names and numbers, or is taken down: as was chosen, and where nothing can be hidden. */
async function expire(item: Item, { trx, record, loaded, opinion, now }: Work): Promise<Result<Item>> {
  const { state, stateSince, liveTextNumber } = loaded.item;
  if (liveTextNumber === undefined) throw new Error(`item ${item.id} is not public`);
  const live = await getText(trx, item.countyId, item.id, liveTextNumber);
  if ((live.head ?? item).expiryAct === 'de-identify') {
    const hidden = await deidentifyItem(trx, record, { ...item, state, stateSince }, now);
    if (hidden?.liveTextNumber !== undefined) {
      await rememberText(trx, hidden, await getText(trx, item.countyId, item.id, hidden.liveTextNumber));
      return success(hidden);
    }
  }
  return success(await withdrawItem(trx, record, item, opinion, 'expired', now));
}

/** Drops a revision: the item stands again as it was published or filed, with the words it had then. */
async function discard(item: Item, { trx, loaded }: Work): Promise<Result<Item>> {
  if (item.state === 'discarded') return success(item);
  const revised = loaded.events.findLast(({ act }) => act === 'revise');
  const number = item.liveTextNumber ?? revised?.textNumber ?? item.textNumber;
  const text = await getText(trx, item.countyId, item.id, number);
  const { fieldKey, article20, exemption, documentNumber, expiresOn, expiryAct, catalogueItemId, ...bare } = item;
  const head = text.head ?? headOf(item);
  const line = lineOfLive(loaded.events, number) ?? (head.kind === undefined ? catalogueItemId : head.catalogueItemId);
  return success({
    ...bare,
    ...head,
    title: text.title,
    textNumber: number,
    ...(line === undefined ? {} : { catalogueItemId: line }),
  });
}

/** The line of the catalogue that a text was linked to after it was published. */
const lineOfLive = (events: readonly ItemEvent[], textNumber: number): string | undefined =>
  events.findLast((event) => event.act === 'link-duty' && event.textNumber === textNumber)?.detail.catalogueItemId;

/** Says which line of the catalogue something public fulfils: its duty is ticked as if it had been said before. */
async function linkDuty(item: Item, { trx, detail, wish: { catalogueItemId } }: Work): Promise<Result<Item>> {
  const line = catalogueItemId === undefined ? undefined : await findCatalogueItem(trx, item.countyId, catalogueItemId);
  if (line?.organId !== item.organId) {
    return invalid([{ field: 'catalogueItemId', message: '这个公开事项不在发布单位的目录中，请从列表中重新选择。' }]);
  }
  const { liveTextNumber, liveSince } = item;
  if (liveTextNumber === undefined || liveSince === undefined) throw new Error(`item ${item.id} is not public`);
  const linked: Item = { ...item, catalogueItemId: line.id };
  detail.catalogueItemId = line.id;
  detail.catalogueItem = line.name;
  await evidencePublication(trx, linked, dayInChina(liveSince));
  return success(linked);
}

async function workingDaysFrom(trx: Trx, countyId: string, now: Date, days: number): Promise<PlainDate> {
  return addWorkingDays(await loadCalendar(trx, countyId), dayInChina(now), days).due;
}
