import { type Db, newId } from '../../platform/db/index.ts';
import type { Storage } from '../../platform/storage/index.ts';
import { layOutArticle, type WechatAnswer, type WechatClient, type WechatFault } from '../../platform/wechat/index.ts';
import type { Item } from '../domain/item.ts';
import { getText } from '../store/texts.ts';
import type { WechatAccount } from '../store/wechat-accounts.ts';
import { insertPost, updatePost, type WechatPost } from '../store/wechat-posts.ts';
import { composeArticle, sourceUrlOf } from './wechat-article.ts';

/** What the steps of a sending need. */
export interface StepDeps {
  db: Db;
  storage: Storage;
  client: WechatClient;
  siteAddress: string;
  now: Date;
}

/** How far a sending came: it stands, it has to be looked at again after some seconds, or something is in the way. */
export type StepOutcome =
  | { kind: 'published'; post: WechatPost }
  | { kind: 'not-published'; post: WechatPost }
  | { kind: 'wait'; seconds: number }
  | { kind: 'fault'; fault: WechatFault };

/** Begins the sending of a text. */
export async function beginPost(
  db: Db,
  item: Item,
  account: WechatAccount,
  textNumber: number,
  now: Date,
): Promise<WechatPost> {
  const post: WechatPost = {
    id: newId(),
    itemId: item.id,
    accountId: account.id,
    textNumber,
    step: 'prepared',
    createdAt: now,
  };
  await insertPost(db, item.countyId, post);
  return post;
}

/**
 * Takes a sending as far as it goes now. Each step is kept before the next is asked for: when an answer is lost, or the
 * machine, the next run knows that a submission may have gone through, and looks before it asks again.
 */
export async function advancePost(
  deps: StepDeps,
  item: Item,
  account: WechatAccount,
  begun: WechatPost,
): Promise<StepOutcome> {
  const { db, client, now } = deps;
  const keep = async (post: WechatPost): Promise<WechatPost> => {
    await updatePost(db, item.countyId, post);
    return post;
  };
  let post = begun;
  if (post.step === 'prepared') {
    const drafted = await draft(deps, item, account, post);
    if (!drafted.ok) return { kind: 'fault', fault: drafted.fault };
    post = await keep({ ...post, step: 'drafted', draftMediaId: drafted.value });
  }
  if (post.step === 'submitting') {
    const looked = await lookForLost(deps, item, post);
    if (looked.kind !== 'not-published') return looked;
    post = await keep({ ...post, step: 'drafted' });
  }
  if (post.step === 'drafted') {
    post = await keep({ ...post, step: 'submitting', submittedAt: now });
    const submitted = await client.submit(post.draftMediaId as string);
    if (!submitted.ok) {
      const { fault } = submitted;
      // What was certainly not taken may be asked for again.
      if (fault.isCertain) await keep({ ...post, step: fault.code === '40007' ? 'prepared' : 'drafted' });
      return { kind: 'fault', fault };
    }
    post = await keep({ ...post, step: 'submitted', publishId: submitted.value });
  }
  return askStatus(deps, item, post);
}

async function draft(
  deps: StepDeps,
  item: Item,
  account: WechatAccount,
  post: WechatPost,
): Promise<WechatAnswer<string>> {
  const text = await getText(deps.db, item.countyId, item.id, post.textNumber);
  const article = await composeArticle(deps, account, item, text, deps.now);
  return article.ok ? deps.client.addDraft(article.value) : article;
}

/** Minutes after which a draft that is still in its box was certainly not taken. */
const surelyNotTaken = 10;

/** Minutes after which something that neither stands nor lies in the box has to be looked at by somebody. */
const surelyLost = 30;

/** Finds out what became of a submission whose answer was lost; `not-published`: the draft is there as before. */
export async function lookForLost(
  { db, client, siteAddress, now }: StepDeps,
  item: Item,
  post: WechatPost,
): Promise<StepOutcome> {
  const submittedAt = post.submittedAt ?? post.createdAt;
  const listed = await client.listPublished();
  if (!listed.ok) return { kind: 'fault', fault: listed.fault };
  const text = await getText(db, item.countyId, item.id, post.textNumber);
  const sourceUrl = sourceUrlOf(siteAddress, item);
  const { title } = layOutArticle({ ...text, head: [], foot: [], bodyHtml: '', pictureAddress: () => undefined });
  const found = listed.value.find(
    (each) =>
      each.at.getTime() >= submittedAt.getTime() - clockSkew &&
      each.title === title &&
      (sourceUrl === '' || each.sourceUrl === sourceUrl),
  );
  if (found) {
    const { articleId, link } = found;
    const published: WechatPost = { ...post, step: 'published', articleId, link };
    await updatePost(db, item.countyId, published);
    return { kind: 'published', post: published };
  }
  const there = await client.hasDraft(post.draftMediaId as string);
  if (!there.ok) return { kind: 'fault', fault: there.fault };
  const minutes = (now.getTime() - submittedAt.getTime()) / 60_000;
  if (there.value) return minutes >= surelyNotTaken ? { kind: 'not-published', post } : { kind: 'wait', seconds: 120 };
  return minutes >= surelyLost ? { kind: 'fault', fault: lost } : { kind: 'wait', seconds: 300 };
}

/** Clocks of different houses, in milliseconds. */
const clockSkew = 5 * 60_000;

const lost: WechatFault = {
  code: 'lost',
  message:
    '提交发布时网络中断，草稿已不在公众号草稿箱中，已发布列表里也没有找到。请到公众号后台核对：已经发布的，登记链接；没有发布的，点“重新发送”。',
  mayPass: false,
  isCertain: true,
};

/** How the task of publication stands. */
export async function askStatus({ db, client, now }: StepDeps, item: Item, post: WechatPost): Promise<StepOutcome> {
  const status = await client.getStatus(post.publishId as string);
  if (!status.ok) return { kind: 'fault', fault: status.fault };
  switch (status.value.state) {
    case 'published': {
      const { articleId, link } = status.value;
      const published: WechatPost = { ...post, step: 'published', articleId, link };
      await updatePost(db, item.countyId, published);
      return { kind: 'published', post: published };
    }
    case 'running':
      return stillRunning(now.getTime() - (post.submittedAt ?? post.createdAt).getTime());
    case 'refused': {
      await updatePost(db, item.countyId, { ...post, step: 'failed' });
      const { code, message } = status.value;
      return { kind: 'fault', fault: { code: `status-${code}`, message, mayPass: false, isCertain: true } };
    }
  }
}

const hour = 3_600_000;

/** Most are through within a minute; some are looked at by people on the other side. */
function stillRunning(since: number): StepOutcome {
  if (since > 24 * hour) {
    const message = '提交后超过一天，微信没有给出发布结果。请到公众号后台核对：已发布的登记链接，未发布的重新发送。';
    return { kind: 'fault', fault: { code: 'slow', message, mayPass: false, isCertain: true } };
  }
  return { kind: 'wait', seconds: since < 5 * 60_000 ? 30 : since < hour ? 300 : 1_800 };
}
