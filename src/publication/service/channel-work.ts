import { dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { FieldProblem } from '../../kernel/problem.ts';
import { conflict, failure, invalid, missing, type Result, success } from '../../kernel/result.ts';
import { actorBy, findPlace, mayAt } from '../../organisation/index.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import { type Db, newId, type Trx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { bindAttachments } from '../../platform/storage/index.ts';
import { checkEvidence, type Evidence, type ItemChannel } from '../domain/channel-receipt.ts';
import { type ChannelAct, explainRefusal, nextState } from '../domain/channel-states.ts';
import { type ChannelKey, channelOf } from '../domain/channels.ts';
import type { Item } from '../domain/item.ts';
import { addReceipts, insertItemChannel, lockItemChannels, updateItemChannel } from '../store/channels.ts';
import { listItemsById } from '../store/items.ts';
import { findAccountFor } from '../store/wechat-accounts.ts';
import { listPosts, updatePost } from '../store/wechat-posts.ts';
import type { Caller } from './caller.ts';
import { sendToWechat } from './channel-jobs.ts';
import { begun } from './channels.ts';

/** What was done on one channel; the same for all items it is registered for. */
export interface EvidenceEntry extends Omit<Evidence, 'note' | 'photoIds'> {
  channel: ChannelKey;
  note?: string | undefined;
  photoIds?: readonly string[] | undefined;
}

/** What could not be done, and why. */
export interface ChannelRefusal {
  itemId: string;
  title: string;
  channel: ChannelKey;
  reason: string;
}

/** What an act on several items and channels came to. */
export interface ChannelOutcome {
  done: number;
  refused: ChannelRefusal[];
}

/** Registers that items were published on channels, with the evidence: several channels at once, or several items. */
export function registerEvidence(
  db: Db,
  caller: Caller,
  itemIds: readonly string[],
  entries: readonly EvidenceEntry[],
): Promise<Result<ChannelOutcome>> {
  const today = dayInChina(caller.now);
  const evidences = entries.map(({ channel, note = '', photoIds = [], ...rest }) => ({
    channel,
    evidence: { ...rest, note, photoIds } satisfies Evidence,
  }));
  const problems = evidences.flatMap(({ channel, evidence }, at) =>
    under(`entries.${at}`, checkEvidence(channel, evidence, today, undefined)),
  );
  if (problems.length > 0) return Promise.resolve(invalid(problems));
  return actOnChannels(
    db,
    caller,
    'register',
    itemIds,
    entries.map(({ channel }) => channel),
    {
      prepare: async (trx, record, batchId) => {
        const ids = evidences.flatMap(({ evidence }) => [...evidence.photoIds]);
        if (ids.length === 0) return success(undefined);
        const owner = { kind: receiptOwner, id: batchId };
        const bound = await bindAttachments({ trx, record, actor: caller.actor, now: caller.now }, owner, ids);
        return bound.ok ? success(undefined) : bound;
      },
      change: (item, before) => {
        const found = evidences.find(({ channel }) => channel === before.channel);
        if (!found) throw new Error('an act on a channel without its evidence');
        const { evidence } = found;
        if (item.publishedOn !== undefined && evidence.doneOn < item.publishedOn) {
          return { refusal: `登记的日期早于该信息的发布日期（${item.publishedOn}）。` };
        }
        const { photoIds: _, ...kept } = evidence;
        // A correction of what stands there moves the day; what replaces an older text leaves the first day as it is.
        const doneOn = before.doneOn !== undefined && before.outdatedSince ? before.doneOn : evidence.doneOn;
        return {
          after: {
            ...before,
            doneOn,
            doneAt: caller.now,
            ...(item.liveTextNumber === undefined ? {} : { textNumber: item.liveTextNumber }),
            outdatedSince: undefined,
            reason: undefined,
            errorCode: undefined,
            error: undefined,
            nextAttemptAt: undefined,
          },
          receipt: { ...kept, ...(item.liveTextNumber === undefined ? {} : { textNumber: item.liveTextNumber }) },
        };
      },
    },
  );
}

/** Whose the photographs of receipts are. */
export const receiptOwner = 'publication-receipt';

/** Says that items will not be published on a channel after all, and why. */
export const declineChannel = (
  db: Db,
  caller: Caller,
  itemIds: readonly string[],
  channel: ChannelKey,
  reason: string,
): Promise<Result<ChannelOutcome>> =>
  actOnChannels(db, caller, 'decline', itemIds, [channel], {
    change: (_, before) => ({ after: { ...before, reason, nextAttemptAt: undefined }, receipt: { note: reason } }),
  });

/** Takes that back. */
export const reopenChannel = (
  db: Db,
  caller: Caller,
  itemIds: readonly string[],
  channel: ChannelKey,
): Promise<Result<ChannelOutcome>> =>
  actOnChannels(db, caller, 'reopen', itemIds, [channel], {
    change: (_, before) => ({ after: { ...before, reason: undefined }, receipt: { note: '' } }),
  });

/** Says that withdrawn items were taken down from a channel. */
export const confirmRecall = (
  db: Db,
  caller: Caller,
  itemIds: readonly string[],
  channel: ChannelKey,
  { doneOn, note }: { doneOn: PlainDate; note: string },
): Promise<Result<ChannelOutcome>> => {
  if (doneOn > dayInChina(caller.now)) {
    return Promise.resolve(invalid([{ field: 'doneOn', message: '日期还没有到，请填写实际撤下的日期。' }]));
  }
  return actOnChannels(db, caller, 'confirm-recall', itemIds, [channel], {
    change: (_, before) => ({
      after: { ...before, nextAttemptAt: undefined, errorCode: undefined, error: undefined },
      receipt: { doneOn, note },
    }),
  });
};

/** Sends items to the official account now: for the first time, again after a failure, or anew after a revision. */
export const sendNow = (db: Db, caller: Caller, itemIds: readonly string[]): Promise<Result<ChannelOutcome>> =>
  actOnChannels(db, caller, 'send', itemIds, ['wechat'], {
    refuse: async (trx, item, row) => {
      if (item.liveTextNumber === undefined) return '信息已撤回，不能发送。';
      if (row.state === 'done' && !row.outdatedSince) return '公众号上已是现行内容，不需要再次发送。';
      const account = await findAccountFor(trx, item.countyId, item.organId);
      return account ? undefined : '本单位和上级单位都没有接入公众号。请先接入，或在公众号后台发布后登记链接。';
    },
    change: (_, before) => ({
      after: { ...before, isAutomatic: true, ...begun(caller.now) },
      receipt: { note: '' },
    }),
    follow: async (trx, item) => {
      // Who sends again has looked: what is not known of an earlier try is not waited for any more.
      for (const post of await listPosts(trx, item.countyId, item.id)) {
        if (post.step === 'submitting' || post.step === 'submitted') {
          await updatePost(trx, item.countyId, { ...post, step: 'failed' });
        }
      }
      await enqueue(trx, sendToWechat, { countyId: item.countyId, itemId: item.id });
    },
  });

/** What is special about an act. */
interface ActOnChannels {
  /** Done once before; refused as a whole when it is. */
  prepare?(trx: Trx, record: RecordChange, batchId: string): Promise<Result<undefined>>;
  /** Why this act is not for this item. */
  refuse?(trx: Trx, item: Item, row: ItemChannel): Promise<string | undefined>;
  change(
    item: Item,
    before: ItemChannel,
  ):
    | { after: Omit<ItemChannel, 'state'>; receipt: Partial<Omit<Evidence, 'photoIds'>> & { textNumber?: number } }
    | { refusal: string };
  follow?(trx: Trx, item: Item): Promise<void>;
}

/**
 * Does one act on several items and channels in one transaction: what can be done is done, what cannot comes back with the
 * reason. When nothing can be done it is a refusal.
 */
async function actOnChannels(
  db: Db,
  caller: Caller,
  act: ChannelAct,
  itemIds: readonly string[],
  channels: readonly ChannelKey[],
  what: ActOnChannels,
): Promise<Result<ChannelOutcome>> {
  const { authority, actor, now } = caller;
  const { countyId } = authority;
  const today = dayInChina(now);
  const ids = [...new Set(itemIds)];
  const items = new Map((await listItemsById(db, countyId, ids)).map((item) => [item.id, item]));
  if (items.size < ids.length) return missing('有的信息不存在，请刷新页面后重新选择。');
  let by = actor;
  for (const organId of new Set([...items.values()].map((item) => item.organId))) {
    const place = await findPlace(db, countyId, organId, today);
    if (!place) return missing('信息所属的单位不存在，请联系县主管部门。');
    const granted = mayAt(authority, 'manage-channels', { countyId, place });
    if (!granted.ok) return granted;
    by = actorBy(actor, granted.value);
  }
  return write(db, by, now, async (trx, record): Promise<Result<ChannelOutcome>> => {
    const batchId = newId();
    const prepared = (await what.prepare?.(trx, record, batchId)) ?? success(undefined);
    if (!prepared.ok) return prepared;
    const outcome: ChannelOutcome = { done: 0, refused: [] };
    const rows = await lockItemChannels(trx, countyId, ids);
    const receipts: Parameters<typeof addReceipts>[3][number][] = [];
    for (const item of items.values()) {
      for (const channel of channels) {
        const before = (rows.get(item.id) ?? []).find((each) => each.channel === channel) ?? fresh(item, channel, now);
        const refuse = (reason: string) =>
          outcome.refused.push({ itemId: item.id, title: item.title, channel, reason });
        const state = nextState(before.state, act, {
          channel,
          isAutomatic: before.isAutomatic,
          wasDone: before.doneOn !== undefined,
        });
        if (!state || channelOf(channel).by === 'system') {
          refuse(state ? '门户网站由系统自动发布，不需要登记。' : explainRefusal(before.state, act));
          continue;
        }
        const reason = await what.refuse?.(trx, item, before);
        const changed = reason === undefined ? what.change(item, before) : { refusal: reason };
        if ('refusal' in changed) {
          refuse(changed.refusal);
          continue;
        }
        const after: ItemChannel = {
          ...changed.after,
          state,
          stateSince: state === before.state ? before.stateSince : now,
        };
        const isKnown = (rows.get(item.id) ?? []).some((each) => each.channel === channel);
        if (isKnown) await updateItemChannel(trx, countyId, after);
        else await insertItemChannel(trx, item, after);
        receipts.push({
          itemId: item.id,
          channel,
          act,
          note: '',
          ...changed.receipt,
          ...(by.personId === undefined ? {} : { personId: by.personId }),
          personName: by.name,
          at: now,
        });
        record({
          action: `channel.${act}`,
          record: { kind: 'publication-item', id: item.id, label: item.title },
          organId: item.organId,
          before: audited(before),
          after: { ...audited(after), ...changed.receipt },
        });
        await what.follow?.(trx, item);
        outcome.done += 1;
      }
    }
    const [first] = outcome.refused;
    if (outcome.done === 0) return first ? conflict(first.reason) : failure('nothing', '没有选择要办理的渠道。');
    await addReceipts(trx, countyId, batchId, receipts);
    return success(outcome);
  });
}

/** An item that is public may be registered on a channel it was not planned for. */
const fresh = (item: Item, channel: ChannelKey, now: Date): ItemChannel => ({
  itemId: item.id,
  channel,
  state: item.liveTextNumber === undefined ? 'planned' : 'waiting',
  isAutomatic: false,
  attempts: 0,
  stateSince: now,
});

const audited = ({ channel, state, doneOn, reason }: ItemChannel) => ({
  channel,
  channelState: state,
  doneOn,
  because: reason,
});

const under = (path: string, problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map(({ field, message }) => ({ field: `${path}.${field}`, message }));
