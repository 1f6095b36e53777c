import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import type { Trx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { ItemChannel } from '../domain/channel-receipt.ts';
import { type ChannelAct, nextState } from '../domain/channel-states.ts';
import { type ChannelKey, channelOf } from '../domain/channels.ts';
import type { Item } from '../domain/item.ts';
import {
  addReceipt,
  type ChannelItem,
  deletePlannedChannels,
  insertItemChannel,
  listItemChannels,
  lockItemChannels,
  updateItemChannel,
} from '../store/channels.ts';
import { findAccountFor } from '../store/wechat-accounts.ts';
import { sendToWechat } from './channel-jobs.ts';

/** What the system itself is called on a receipt. */
const system = { personName: '系统' };

/**
 * Keeps which channels an item is meant for, as they are ticked in its draft. What was released already stays; the
 * portal is always among them (条例 art. 24).
 *
 * @returns the channels the item is on afterwards
 */
export async function planChannels(
  trx: Trx,
  item: ChannelItem,
  chosen: readonly ChannelKey[],
  now: Date,
): Promise<ChannelKey[]> {
  const wanted = new Set<ChannelKey>(['portal', ...chosen]);
  const there = (await lockItemChannels(trx, item.countyId, [item.id])).get(item.id) ?? [];
  const dropped = there.filter(({ channel, state }) => state === 'planned' && !wanted.has(channel));
  await deletePlannedChannels(
    trx,
    item.countyId,
    item.id,
    dropped.map(({ channel }) => channel),
  );
  const known = new Set(there.map(({ channel }) => channel));
  for (const channel of wanted) if (!known.has(channel)) await insertItemChannel(trx, item, planned(channel, now));
  const kept = there.filter((each) => !dropped.includes(each)).map(({ channel }) => channel);
  return [...new Set([...kept, ...wanted])];
}

const planned = (channel: ChannelKey, now: Date): Omit<ItemChannel, 'itemId'> => ({
  channel,
  state: 'planned',
  isAutomatic: channelOf(channel).by === 'system',
  attempts: 0,
  stateSince: now,
});

/**
 * Called when an item becomes public, for the first time or anew: on the portal it stands at once, the official
 * account gets a job, everything else becomes work for the organ. A channel that showed an older text keeps its
 * receipt and is known to be outdated until it is registered anew.
 *
 * @param item as it is after the publication: with `liveTextNumber` and `publishedOn`
 */
export async function releaseChannels(trx: Trx, item: Item, now: Date): Promise<ItemChannel[]> {
  const { countyId, id, liveTextNumber } = item;
  if (liveTextNumber === undefined) throw new Error(`item ${id} is not public`);
  const there = await listItemChannels(trx, countyId, id);
  if (!there.some(({ channel }) => channel === 'portal')) await insertItemChannel(trx, item, planned('portal', now));
  const account = await findAccountFor(trx, countyId, item.organId);
  const today = dayInChina(now);
  const released: ItemChannel[] = [];
  for (const before of (await lockItemChannels(trx, countyId, [id])).get(id) ?? []) {
    const { by, withinDays } = channelOf(before.channel);
    const isAutomatic = by === 'system' || (by === 'interface' && account !== undefined);
    const state = moved(before, 'release', isAutomatic);
    const isFresh = state !== before.state;
    const after: ItemChannel = {
      ...before,
      state,
      isAutomatic,
      ...(isFresh ? { stateSince: now, dueOn: addDays(today, withinDays), reason: undefined } : {}),
      ...(by === 'system' ? standing(before, liveTextNumber, today, now) : {}),
      ...(by !== 'system' && state === 'done' && (before.textNumber ?? 0) < liveTextNumber
        ? { outdatedSince: before.outdatedSince ?? now }
        : {}),
      ...(state === 'sending' && isFresh ? begun(now) : {}),
    };
    await updateItemChannel(trx, countyId, after);
    released.push(after);
    if (by === 'system') {
      await addReceipt(trx, countyId, id, {
        channel: before.channel,
        act: 'release',
        textNumber: liveTextNumber,
        doneOn: today,
        note: '',
        ...system,
        at: now,
      });
    }
    if (state === 'sending' && isFresh) await enqueue(trx, sendToWechat, { countyId, itemId: id });
  }
  return released;
}

const standing = (before: ItemChannel, textNumber: number, today: PlainDate, now: Date) => ({
  textNumber,
  doneOn: before.doneOn ?? today,
  doneAt: now,
});

/** A sending that begins now. */
export const begun = (now: Date) => ({ attempts: 0, nextAttemptAt: now, errorCode: undefined, error: undefined });

/**
 * Called when an item is withdrawn or taken down by itself: the portal shows it no more; what hangs or stands
 * elsewhere becomes work until somebody says that it is taken down, or until the official account has deleted it.
 *
 * @param because in words, e.g. 公示期满
 */
export async function recallChannels(
  trx: Trx,
  { countyId, id }: Pick<Item, 'countyId' | 'id'>,
  because: string,
  now: Date,
): Promise<ItemChannel[]> {
  const today = dayInChina(now);
  const recalled: ItemChannel[] = [];
  for (const before of (await lockItemChannels(trx, countyId, [id])).get(id) ?? []) {
    const state = moved(before, 'recall', before.isAutomatic);
    if (state === before.state) continue;
    const after: ItemChannel = {
      ...before,
      state,
      stateSince: now,
      reason: because,
      attempts: 0,
      nextAttemptAt: undefined,
      errorCode: undefined,
      error: undefined,
      outdatedSince: undefined,
      ...(state === 'recalling' ? { dueOn: addDays(today, takeDownDays) } : {}),
      ...(state === 'recalling' && before.isAutomatic ? { nextAttemptAt: now } : {}),
    };
    await updateItemChannel(trx, countyId, after);
    recalled.push(after);
    await addReceipt(trx, countyId, id, { channel: before.channel, act: 'recall', note: because, ...system, at: now });
    if (after.nextAttemptAt) await enqueue(trx, sendToWechat, { countyId, itemId: id });
  }
  return recalled;
}

/** Calendar days within which what was withdrawn is to be taken down elsewhere. */
const takeDownDays = 1;

/** The state after an act of the system, for which there is one in every state it meets. */
const moved = ({ channel, state, doneOn }: ItemChannel, act: ChannelAct, isAutomatic: boolean): ItemChannel['state'] =>
  nextState(state, act, { channel, isAutomatic, wasDone: doneOn !== undefined }) ?? state;
