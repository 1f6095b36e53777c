import { systemActor } from '../../kernel/actor.ts';
import { dayInChina } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import { type RecordChange, write } from '../../platform/audit/index.ts';
import type { KeyRing } from '../../platform/crypto/index.ts';
import type { Db, Trx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import type { Settings } from '../../platform/settings/index.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { createWechatClient, type WechatClient, type WechatFault } from '../../platform/wechat/index.ts';
import type { ItemChannel } from '../domain/channel-receipt.ts';
import { type ChannelAct, nextState } from '../domain/channel-states.ts';
import type { Item } from '../domain/item.ts';
import { addReceipt, listItemChannels, lockItemChannels, updateItemChannel } from '../store/channels.ts';
import { findItem } from '../store/items.ts';
import { findAccount, findAccountFor, type WechatAccount } from '../store/wechat-accounts.ts';
import {
  claimSending,
  listForgotten,
  listPosts,
  postponeSending,
  releaseClaim,
  updatePost,
  type WechatPost,
} from '../store/wechat-posts.ts';
import { sendToWechat } from './channel-jobs.ts';
import { channelSettings } from './channel-settings.ts';
import { advancePost, askStatus, beginPost, lookForLost, type StepDeps } from './wechat-steps.ts';
import { shareToken } from './wechat-tokens.ts';

/** What sending needs from the application. */
export interface SendingDeps {
  db: Db;
  ring: KeyRing;
  settings: Settings;
  storage: Storage;
}

/** Milliseconds one process may hold a sending. */
const lease = 5 * 60_000;

/** Failed tries after which a person is asked. */
const mostAttempts = 10;

/** Seconds until the next try: 1, 2, 4 … minutes, at most an hour. */
const backOff = (attempts: number): number => Math.min(60 * 2 ** (attempts - 1), 3_600);

/** The system as the one who sends. */
const sender = { personName: '系统' };

/** Goes on with one sending, or with taking one back, as far as that goes now. One process at a time. */
export async function continueSending(
  deps: SendingDeps,
  { countyId, itemId }: { countyId: string; itemId: string },
  now: Date,
): Promise<void> {
  const { db } = deps;
  const state = await claimSending(db, countyId, itemId, now, new Date(now.getTime() + lease));
  if (!state) return;
  try {
    const item = await findItem(db, countyId, itemId);
    if (!item) throw new Error(`no item ${itemId}`);
    if (state === 'sending') await send(deps, item, now);
    else await takeBack(deps, item, now);
  } finally {
    await releaseClaim(db, countyId, itemId);
  }
}

/** Takes up what no job waits for any more. */
export async function sweepSendings(deps: SendingDeps, now: Date): Promise<void> {
  const forgotten = await listForgotten(deps.db, new Date(now.getTime() - 60_000), 200);
  for (const each of forgotten) await enqueue(deps.db, sendToWechat, each);
}

async function send(deps: SendingDeps, item: Item, now: Date): Promise<void> {
  const { db } = deps;
  const { countyId, liveTextNumber } = item;
  const posts = await listPosts(db, countyId, item.id);
  const open = posts.find(({ step }) => isOpen(step));
  const account = open
    ? await findAccount(db, countyId, open.accountId)
    : await findAccountFor(db, countyId, item.organId);
  if (!account?.inUse || liveTextNumber === undefined) return fail(deps, item, 'sending', noAccount, now);
  const steps = await stepsOf(deps, item, account, now);
  const post = open ?? (await beginPost(db, item, account, liveTextNumber, now));
  const outcome = await advancePost(steps, item, account, post);
  switch (outcome.kind) {
    case 'published':
      return finish(deps, item, outcome.post, await removeOlder(steps, item, posts, outcome.post), now);
    case 'wait':
      return wait(deps, item, outcome.seconds, now);
    case 'not-published':
      return wait(deps, item, 60, now);
    case 'fault':
      return fail(deps, item, 'sending', outcome.fault, now);
  }
}

const isOpen = (step: WechatPost['step']): boolean => ['prepared', 'drafted', 'submitting', 'submitted'].includes(step);

const noAccount: WechatFault = {
  code: 'no-account',
  message: '没有可用的公众号。请在“公众号接入”中接入或启用后重新发送；在公众号后台自行发布的，登记链接即可。',
  mayPass: false,
  isCertain: true,
};

async function stepsOf(
  { db, ring, settings, storage }: SendingDeps,
  { countyId }: Item,
  account: WechatAccount,
  now: Date,
): Promise<StepDeps & { client: WechatClient }> {
  const { siteAddress, wechatAddress } = await settings.read(channelSettings);
  const endpoint = { baseUrl: wechatAddress };
  const tokens = shareToken({ db, ring }, endpoint, { countyId, id: account.id, appId: account.appId }, () => now);
  return { db, storage, client: createWechatClient(endpoint, tokens), siteAddress, now };
}

/** When a revision stands there, what it replaces goes; @returns what could not be removed, in words. */
async function removeOlder(
  { db, client }: StepDeps,
  { countyId }: Item,
  posts: readonly WechatPost[],
  published: WechatPost,
): Promise<string | undefined> {
  const older = posts.filter(
    ({ id, step, accountId }) => id !== published.id && step === 'published' && accountId === published.accountId,
  );
  for (const post of older) {
    const removed = await client.deletePublished(post.articleId as string);
    if (!removed.ok) return `修订后的文章已发布，旧文章未能自动删除，请到公众号后台删除。${removed.fault.message}`;
    await updatePost(db, countyId, { ...post, step: 'deleted' });
  }
  return undefined;
}

async function finish(
  { db }: SendingDeps,
  item: Item,
  { textNumber, link }: WechatPost,
  remark: string | undefined,
  now: Date,
): Promise<void> {
  const today = dayInChina(now);
  const isCurrent = textNumber === item.liveTextNumber;
  await settle(db, item, 'sending', 'sent', now, (before) => ({
    after: {
      ...before,
      textNumber,
      doneOn: before.doneOn ?? today,
      doneAt: now,
      error: remark,
      outdatedSince: isCurrent ? undefined : before.outdatedSince,
    },
    receipt: { doneOn: today, textNumber, ...(link === undefined ? {} : { link }), note: remark ?? '' },
  }));
}

/** Tries again later what may pass, and asks a person after the last try or where it cannot pass. */
async function fail(
  { db }: SendingDeps,
  item: Item,
  from: 'sending' | 'recalling',
  fault: WechatFault,
  now: Date,
): Promise<void> {
  const { countyId, id } = item;
  const row = await wechatRow(db, countyId, id);
  const attempts = (row?.attempts ?? 0) + 1;
  if (fault.mayPass && attempts < mostAttempts) {
    const at = new Date(now.getTime() + backOff(attempts) * 1_000);
    await postponeSending(db, countyId, id, {
      nextAttemptAt: at,
      attempts,
      errorCode: fault.code,
      error: fault.message,
    });
    await enqueue(db, sendToWechat, { countyId, itemId: id }, { startAfter: at });
    return;
  }
  await settle(db, item, from, 'fail', now, (before) => ({
    after: { ...before, attempts, errorCode: fault.code, error: fault.message },
    receipt: { note: fault.message },
  }));
}

async function wait({ db }: SendingDeps, { countyId, id }: Item, seconds: number, now: Date): Promise<void> {
  const at = new Date(now.getTime() + seconds * 1_000);
  await postponeSending(db, countyId, id, { nextAttemptAt: at });
  await enqueue(db, sendToWechat, { countyId, itemId: id }, { startAfter: at });
}

/**
 * Takes off the account what was sent of an item. What somebody published there by hand is his to take off, and so is what
 * the interface does not let us remove.
 */
async function takeBack(deps: SendingDeps, item: Item, now: Date): Promise<void> {
  const { db } = deps;
  const { countyId, id } = item;
  const posts = (await listPosts(db, countyId, id)).filter(({ step }) => isOpen(step) || step === 'published');
  for (const post of posts) {
    const account = await findAccount(db, countyId, post.accountId);
    if (!account) continue;
    const outcome = await removePost(await stepsOf(deps, item, account, now), item, post);
    if (outcome === 'removed') continue;
    if (typeof outcome === 'number') return wait(deps, item, outcome, now);
    return fail(deps, item, 'recalling', outcome, now);
  }
  const row = await wechatRow(db, countyId, id);
  const removed = (await listPosts(db, countyId, id)).some(({ step }) => step === 'deleted');
  if (row?.doneOn !== undefined && !removed) return leaveToPeople(db, item, now);
  await settle(db, item, 'recalling', 'confirm-recall', now, (before) => ({
    after: before,
    receipt: { doneOn: dayInChina(now), note: '系统已从公众号删除' },
  }));
}

/** Removes one; else the seconds after which to look again, or what is in the way. */
async function removePost(steps: StepDeps, item: Item, post: WechatPost): Promise<'removed' | number | WechatFault> {
  const { db, client } = steps;
  const keep = (step: WechatPost['step']) => updatePost(db, item.countyId, { ...post, step });
  let standing = post;
  if (post.step === 'submitting' || post.step === 'submitted') {
    const outcome = await (post.step === 'submitting' ? lookForLost(steps, item, post) : askStatus(steps, item, post));
    if (outcome.kind === 'wait') return outcome.seconds;
    if (outcome.kind === 'fault') {
      // What the platform refused does not stand there.
      if (!outcome.fault.code.startsWith('status-')) return outcome.fault;
      return 'removed';
    }
    standing = outcome.post;
  }
  if (standing.articleId !== undefined) {
    const gone = await client.deletePublished(standing.articleId);
    if (!gone.ok) return gone.fault;
    await updatePost(db, item.countyId, { ...standing, step: 'deleted' });
    return 'removed';
  }
  if (standing.draftMediaId !== undefined) {
    const gone = await client.deleteDraft(standing.draftMediaId);
    if (!gone.ok) return gone.fault;
  }
  await keep('failed');
  return 'removed';
}

async function leaveToPeople(db: Db, { countyId, id }: Item, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await lockedRow(trx, countyId, id);
    if (row)
      await updateItemChannel(trx, countyId, {
        ...row,
        isAutomatic: false,
        nextAttemptAt: undefined,
        doneAt: row.doneAt ?? now,
      });
  });
}

type Change = (before: ItemChannel) => {
  after: ItemChannel;
  receipt: { doneOn?: ReturnType<typeof dayInChina>; textNumber?: number; link?: string; note: string };
};

/** Writes what sending came to, with its receipt and the audit. Where somebody withdrew the item meanwhile, that goes on. */
async function settle(
  db: Db,
  item: Item,
  from: 'sending' | 'recalling',
  act: ChannelAct,
  now: Date,
  change: Change,
): Promise<void> {
  const { countyId, id } = item;
  const actor = systemActor('公众号发布', countyId);
  const overtaken = await write(db, actor, now, async (trx, record) => {
    const before = await lockedRow(trx, countyId, id);
    if (!before) throw new Error('a channel is gone while it is sent to');
    const { after, receipt } = change(before);
    const isOvertaken = before.state !== from;
    const state = isOvertaken
      ? undefined
      : nextState(before.state, act, {
          channel: 'wechat',
          isAutomatic: before.isAutomatic,
          wasDone: before.doneOn !== undefined,
        });
    await updateItemChannel(trx, countyId, {
      ...after,
      state: state ?? before.state,
      stateSince: state ? now : before.stateSince,
      // Withdrawn while it was sent: what is out now is to be taken off again.
      nextAttemptAt: isOvertaken ? now : undefined,
      ...(act === 'fail'
        ? {}
        : { attempts: 0, errorCode: undefined, error: after === before ? undefined : after.error }),
    });
    await addReceipt(trx, countyId, id, { channel: 'wechat', act, ...receipt, ...sender, at: now });
    recordSending(record, item, act, before, { state: state ?? before.state, error: after.error });
    return success(isOvertaken);
  });
  if (overtaken.ok && overtaken.value) await enqueue(db, sendToWechat, { countyId, itemId: id });
}

function recordSending(
  record: RecordChange,
  { id, title, organId }: Item,
  act: ChannelAct,
  before: ItemChannel,
  after: { state: ItemChannel['state']; error: string | undefined },
): void {
  record({
    action: `channel.${act}`,
    record: { kind: 'publication-item', id, label: title },
    organId,
    before: { channel: before.channel, channelState: before.state },
    after: { channel: before.channel, channelState: after.state, channelError: after.error },
  });
}

const lockedRow = async (trx: Trx, countyId: string, itemId: string): Promise<ItemChannel | undefined> =>
  (await lockItemChannels(trx, countyId, [itemId])).get(itemId)?.find(({ channel }) => channel === 'wechat');

const wechatRow = async (db: Db, countyId: string, itemId: string): Promise<ItemChannel | undefined> =>
  (await listItemChannels(db, countyId, itemId)).find(({ channel }) => channel === 'wechat');
