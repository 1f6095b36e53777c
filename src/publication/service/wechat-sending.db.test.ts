import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCounty, buildOrgan, callerWith, type TestCounty } from '../../../tests/support/county.ts';
import { useSystem } from '../../../tests/support/test-system.ts';
import { WechatFake } from '../../../tests/support/wechat-fake.ts';
import { systemActor } from '../../kernel/actor.ts';
import { getPlainDate } from '../../kernel/plain-date.ts';
import { success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import { newId } from '../../platform/db/index.ts';
import { addAttachment, receiveFile } from '../../platform/storage/index.ts';
import { standardCover } from '../../platform/wechat/index.ts';
import type { ItemChannel } from '../domain/channel-receipt.ts';
import type { Item } from '../domain/item.ts';
import { listItemChannels, listReceipts } from '../store/channels.ts';
import { listPosts } from '../store/wechat-posts.ts';
import { registerEvidence, sendNow } from './channel-work.ts';
import { planChannels, recallChannels, releaseChannels } from './channels.ts';
import { buildPublicItem, reviseItem } from './fixtures/public-item.ts';
import { changeAccount, checkAccount, connectAccount, listWechatAccounts } from './wechat-accounts.ts';
import { continueSending, sweepSendings } from './wechat-sending.ts';
import { shareToken } from './wechat-tokens.ts';

const system = useSystem();
const now = new Date('2026-03-02T02:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let county: TestCounty;
let townId: string;
let villageId: string;
let fake: WechatFake;
let accountId: string;

const deps = () => ({
  db: system.database.db,
  ring: system.ring,
  settings: system.settings,
  storage: system.storage,
});

const officeHead = () =>
  callerWith(county.countyId, 'office-head', { organId: townId, path: [county.governmentId, townId] }, { now });

beforeAll(async () => {
  fake = new WechatFake();
  await fake.start();
  const { db } = system.database;
  county = await buildCounty(db);
  townId = await buildOrgan(db, county, '石桥镇');
  villageId = await buildOrgan(db, county, '柳树村', { kind: 'village', parentId: townId });
  for (const [key, value] of [
    ['channels.wechatAddress', fake.baseUrl],
    ['channels.siteAddress', 'https://www.example.gov.cn'],
  ] as const) {
    const changed = await system.settings.change(systemActor('测试'), now, { key, value, version: 0 });
    if (!changed.ok) throw new Error(changed.problem.message);
  }
  const written = { name: '石桥发布', appId: fake.appId, appSecret: fake.appSecret, inUse: true };
  // Two connect it at once: an organ has one, and the other is told.
  const both = await Promise.all([1, 2].map(() => connectAccount(deps(), officeHead(), townId, written)));
  expect(both.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'conflict' } });
  const connected = both.find(({ ok }) => ok) ?? (both[0] as (typeof both)[number]);
  if (!connected.ok) throw new Error(connected.problem.message);
  accountId = connected.value.id;
});
afterAll(() => fake.stop());

beforeEach(() => {
  fake.asksUntilDone = 0;
  fake.outcome = 0;
  fake.isWhitelisted = true;
  fake.limits.clear();
});

/** An item of the village that was published with the official account ticked. */
async function publish(title: string, bodyHtml?: string): Promise<Item> {
  const { db } = system.database;
  const item = await buildPublicItem(
    db,
    { countyId: county.countyId, organId: villageId },
    getPlainDate('2026-03-02'),
    bodyHtml === undefined ? { title } : { title, bodyHtml },
  );
  await db.transaction().execute(async (trx) => {
    await planChannels(trx, item, ['wechat', 'bulletin-board'], now);
    await releaseChannels(trx, item, now);
  });
  return item;
}

async function on(item: Item, channel = 'wechat'): Promise<ItemChannel> {
  const rows = await listItemChannels(system.database.db, county.countyId, item.id);
  const row = rows.find((each) => each.channel === channel);
  if (!row) throw new Error('not on this channel');
  return row;
}

const go = (item: Item, at = now) => continueSending(deps(), { countyId: county.countyId, itemId: item.id }, at);
const articlesOf = (item: Item) => fake.published.filter(({ title }) => title === item.title);

describe('an item that is published', () => {
  it('stands on the portal at once, goes to the account by itself, and is work for people elsewhere', async () => {
    const item = await publish('即时发布');
    expect(await on(item, 'portal')).toMatchObject({ state: 'done', doneOn: '2026-03-02', textNumber: 1 });
    expect(await on(item, 'bulletin-board')).toMatchObject({ state: 'waiting', dueOn: '2026-03-05' });
    expect(await on(item)).toMatchObject({ state: 'sending', isAutomatic: true });
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'done', doneOn: '2026-03-02', textNumber: 1 });
    const [article] = articlesOf(item);
    expect(article).toMatchObject({
      author: '柳树村',
      content_source_url: `https://www.example.gov.cn/items/${item.indexNumber}`,
    });
    const receipts = await listReceipts(system.database.db, county.countyId, item.id);
    expect(receipts.find(({ act }) => act === 'sent')?.link).toMatch(/^https:\/\/mp\.weixin\.qq\.com\//);
  });

  it('is sent with its pictures, each only once, and without one has the standard cover', async () => {
    const { db } = system.database;
    const owner = { kind: 'publication-item', id: newId(), organId: villageId };
    const actor = systemActor('测试', county.countyId);
    const received = await receiveFile(system.storage, actor, now, {
      fileName: '公示.png',
      content: Readable.from([standardCover()]),
    });
    if (!received.ok) throw new Error(received.problem.message);
    const picture = await write(db, actor, now, async (trx, record) =>
      success(await addAttachment({ trx, record, actor, now }, received.value, owner)),
    );
    if (!picture.ok) throw new Error(picture.problem.message);
    const html = `<p>见图</p><figure><img src="attachment:${picture.value.id}" alt="公示"></figure>`;
    const [bodies, covers] = [fake.count('media/uploadimg'), fake.count('material/add_material')];
    const item = await publish('带图片', html);
    await go(item);
    expect(articlesOf(item)[0]?.content).toContain('<img src="http://mmbiz.qpic.cn/');
    const second = await publish('同一张图片', html);
    await go(second);
    expect(fake.count('media/uploadimg') - bodies).toBe(1);
    expect(fake.count('material/add_material') - covers).toBe(1);
    for (const title of ['无图甲', '无图乙']) await go(await publish(title));
    // The standard cover went with the first article of these tests.
    expect(fake.count('material/add_material') - covers).toBe(1);
    expect(await listPosts(db, county.countyId, second.id)).toMatchObject([{ step: 'published', accountId }]);
  });

  it('waits as long as the platform looks at it', async () => {
    fake.asksUntilDone = 2;
    const item = await publish('平台审核中');
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'sending', attempts: 0 });
    await go(item);
    await go(item, later(1));
    await go(item, later(2));
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect(articlesOf(item)).toHaveLength(1);
  });
});

describe('when the network fails', () => {
  it('between submission and answer, nothing is published twice', async () => {
    fake.script('freepublish/submit', 'lost-after');
    const item = await publish('答复丢失');
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'sending', attempts: 1, errorCode: 'network' });
    await go(item, later(2));
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect(articlesOf(item)).toHaveLength(1);
    expect(fake.drafts.size).toBe(0);
  });

  it('while the platform is still at it, the draft in the box is not submitted again', async () => {
    fake.script('freepublish/submit', 'lost-after');
    fake.asksUntilDone = 5;
    const item = await publish('答复丢失且仍在发布');
    const submissions = fake.count('freepublish/submit');
    await go(item);
    for (const minute of [2, 4, 6, 8]) await go(item, later(minute));
    expect(fake.count('freepublish/submit') - submissions).toBe(1);
    expect(await on(item)).toMatchObject({ state: 'sending' });
    const [task] = [...fake.tasks.values()].filter((each) => each.article.title === item.title);
    if (!task) throw new Error('no task');
    fake.removeDraft(task.mediaId);
    fake.published.unshift({
      ...task.article,
      articleId: task.articleId,
      url: task.url,
      isDeleted: false,
      at: now.getTime() / 1_000,
    });
    await go(item, later(12));
    expect(await on(item)).toMatchObject({ state: 'done' });
  });

  it('before the submission arrived, it is submitted again once that is sure', async () => {
    fake.script('freepublish/submit', 'lost-before');
    const item = await publish('提交未到达');
    await go(item);
    await go(item, later(2));
    expect(await on(item)).toMatchObject({ state: 'sending' });
    await go(item, later(12));
    await go(item, later(13));
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect(articlesOf(item)).toHaveLength(1);
  });

  it('and nobody can say what became of it, a person is asked instead of trying again', async () => {
    fake.script('freepublish/submit', 'lost-before');
    const item = await publish('去向不明');
    await go(item);
    const [post] = await listPosts(system.database.db, county.countyId, item.id);
    fake.removeDraft(post?.draftMediaId ?? '');
    await go(item, later(2));
    await go(item, later(40));
    expect(await on(item)).toMatchObject({ state: 'failed', errorCode: 'lost' });
    expect(articlesOf(item)).toHaveLength(0);
    const sent = await sendNow(system.database.db, { ...officeHead(), now: later(50) }, [item.id]);
    expect(sent).toMatchObject({ ok: true, value: { done: 1 } });
    await go(item, later(50));
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect(articlesOf(item)).toHaveLength(1);
  });

  it('it is tried again with growing pauses, and after ten tries a person is asked', async () => {
    const item = await publish('一直不通');
    let at = 0;
    const pauses: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      fake.script('draft/add', 'bad-gateway');
      await go(item, later(at));
      const { nextAttemptAt } = await on(item);
      if (!nextAttemptAt) break;
      pauses.push((nextAttemptAt.getTime() - later(at).getTime()) / 60_000);
      at = (nextAttemptAt.getTime() - now.getTime()) / 60_000;
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(await on(item)).toMatchObject({ state: 'failed', attempts: 10, errorCode: 'answer' });
    const lines = JSON.stringify(system.lines);
    expect(lines).not.toContain(fake.appSecret);
    expect(lines).not.toContain('TOKEN_');
  });

  it('a job that was lost is taken up by the sweep', async () => {
    const item = await publish('任务丢失');
    const { db } = system.database;
    const waiting = () =>
      sql<{ count: string }>`select count(*) from pgboss.job where name = 'publication-wechat-send'
        and data ->> 'itemId' = ${item.id}`.execute(db);
    await sql`delete from pgboss.job where data ->> 'itemId' = ${item.id}`.execute(db);
    await sweepSendings(deps(), now);
    expect((await waiting()).rows[0]?.count).toBe('0');
    await sweepSendings(deps(), later(5));
    expect((await waiting()).rows[0]?.count).toBe('1');
    await go(item, later(5));
    expect(await on(item)).toMatchObject({ state: 'done' });
  });

  it('two processes at once send once', async () => {
    const item = await publish('两个进程');
    await Promise.all([go(item), go(item), go(item)]);
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect(articlesOf(item)).toHaveLength(1);
  });
});

describe('what the platform refuses', () => {
  it('is a failure with what to do, and can be registered by hand after that', async () => {
    fake.isWhitelisted = false;
    const item = await publish('白名单');
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'failed', errorCode: '40164', attempts: 1 });
    const registered = await registerEvidence(
      system.database.db,
      officeHead(),
      [item.id],
      [{ channel: 'wechat', doneOn: getPlainDate('2026-03-02'), link: 'https://mp.weixin.qq.com/s/by-hand' }],
    );
    expect(registered).toMatchObject({ ok: true, value: { done: 1, refused: [] } });
    expect(await on(item)).toMatchObject({ state: 'done' });
    expect((await on(item)).error).toBeUndefined();
  });

  it('in its own review is told in its words', async () => {
    fake.outcome = 4;
    const item = await publish('审核不通过');
    await go(item);
    expect(await on(item)).toMatchObject({
      state: 'failed',
      errorCode: 'status-4',
      error: expect.stringContaining('审核没有通过'),
    });
    fake.outcome = 0;
    await sendNow(system.database.db, officeHead(), [item.id]);
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'done' });
  });

  it('for being too fast passes by itself', async () => {
    fake.limits.set('freepublish/submit', 0);
    const item = await publish('调用过快');
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'sending', errorCode: '45011', attempts: 1 });
    fake.limits.clear();
    await go(item, later(2));
    expect(await on(item)).toMatchObject({ state: 'done', attempts: 0 });
  });
});

describe('the token', () => {
  it('is fetched once for all processes and lies sealed in the database', async () => {
    fake.revokeToken();
    const made = fake.tokensMade;
    const { db } = system.database;
    const share = () =>
      shareToken(
        deps(),
        { baseUrl: fake.baseUrl },
        { countyId: county.countyId, id: accountId, appId: fake.appId },
        () => now,
      );
    const before = await share().get();
    const asked = fake.count('stable_token');
    const given = await Promise.all(Array.from({ length: 5 }, () => share().get(before.ok ? before.value : '')));
    expect(new Set(given.map((each) => (each.ok ? each.value : each.fault.code))).size).toBe(1);
    expect(fake.tokensMade - made).toBe(1);
    expect(fake.count('stable_token') - asked).toBe(1);
    const { accessTokenSealed, appSecretSealed } = await db
      .selectFrom('publicationWechatAccount')
      .select(['accessTokenSealed', 'appSecretSealed'])
      .executeTakeFirstOrThrow();
    expect(`${accessTokenSealed}${appSecretSealed}`).not.toMatch(/TOKEN_|f0e1d2c3/);
  });

  it('that the platform refuses although it should hold is made anew', async () => {
    const item = await publish('凭证失效');
    fake.script('draft/add', { errcode: 40001 });
    await go(item);
    expect(await on(item)).toMatchObject({ state: 'done' });
  });
});

describe('a revision and a withdrawal', () => {
  it('a revision leaves the old text marked, and sending it anew replaces the article', async () => {
    const item = await publish('将要修订');
    await go(item);
    const revised = await reviseItem(system.database.db, item, later(60));
    const row = await on(item);
    expect(row).toMatchObject({ state: 'done', textNumber: 1 });
    expect(row.outdatedSince).toBeDefined();
    expect(await on(item, 'portal')).toMatchObject({ textNumber: 2 });
    await sendNow(system.database.db, { ...officeHead(), now: later(61) }, [item.id]);
    await go(revised, later(61));
    const after = await on(item);
    expect(after).toMatchObject({ state: 'done', textNumber: 2, doneOn: '2026-03-02' });
    expect(after.outdatedSince).toBeUndefined();
    expect(articlesOf(item).map(({ isDeleted }) => isDeleted)).toEqual([false, true]);
  });

  it('a withdrawal takes the article off by itself, and leaves the wall to people', async () => {
    const item = await publish('将要撤回');
    await go(item);
    const { db } = system.database;
    await registerEvidence(
      db,
      officeHead(),
      [item.id],
      [{ channel: 'bulletin-board', doneOn: getPlainDate('2026-03-02'), note: '镇政府门口公示墙' }],
    );
    await db.transaction().execute((trx) => recallChannels(trx, item, '内容有误', later(30)));
    expect(await on(item, 'portal')).toMatchObject({ state: 'recalled' });
    expect(await on(item, 'bulletin-board')).toMatchObject({ state: 'recalling', dueOn: '2026-03-03' });
    await go(item, later(30));
    expect(await on(item)).toMatchObject({ state: 'recalled' });
    expect(articlesOf(item)).toMatchObject([{ isDeleted: true }]);
  });

  it('what is withdrawn while it is sent does not stay', async () => {
    fake.asksUntilDone = 1;
    const item = await publish('发送中撤回');
    await go(item);
    const { db } = system.database;
    await db.transaction().execute((trx) => recallChannels(trx, item, '内容有误', later(1)));
    expect(await on(item)).toMatchObject({ state: 'recalling' });
    await go(item, later(1));
    await go(item, later(3));
    expect(await on(item)).toMatchObject({ state: 'recalled' });
    expect(articlesOf(item).every(({ isDeleted }) => isDeleted)).toBe(true);
  });

  it('what somebody published there by hand is his to take off', async () => {
    fake.isWhitelisted = false;
    const item = await publish('人工发布后撤回');
    await go(item);
    fake.isWhitelisted = true;
    const { db } = system.database;
    await registerEvidence(
      db,
      officeHead(),
      [item.id],
      [{ channel: 'wechat', doneOn: getPlainDate('2026-03-02'), link: 'https://mp.weixin.qq.com/s/own' }],
    );
    await db.transaction().execute((trx) => recallChannels(trx, item, '内容有误', later(5)));
    await go(item, later(5));
    expect(await on(item)).toMatchObject({ state: 'recalling', isAutomatic: false });
    expect((await on(item)).nextAttemptAt).toBeUndefined();
  });
});

describe('an account', () => {
  it('never gives its secret out, and says what is wrong with it', async () => {
    const [account] = await listWechatAccounts(system.database.db, officeHead());
    expect(account).toMatchObject({ id: accountId, organ: '石桥镇', appId: fake.appId });
    expect(JSON.stringify(account)).not.toContain(fake.appSecret);
    const changed = await changeAccount(deps(), officeHead(), accountId, account?.version ?? 0, {
      name: '石桥发布',
      appId: fake.appId,
      appSecret: 'wrongwrongwrongwrong',
      inUse: true,
    });
    expect(changed).toMatchObject({ ok: true });
    const checked = await checkAccount(deps(), officeHead(), accountId);
    expect(checked).toMatchObject({ ok: true, value: { problem: expect.stringContaining('AppSecret') } });
    const seen = (await listWechatAccounts(system.database.db, officeHead()))[0];
    expect(seen?.checkProblem).toContain('40125');
    await changeAccount(deps(), officeHead(), accountId, seen?.version ?? 0, {
      name: '石桥发布',
      appId: fake.appId,
      appSecret: fake.appSecret,
      inUse: true,
    });
    expect(await checkAccount(deps(), officeHead(), accountId)).toEqual({ ok: true, value: {} });
  });

  it('is connected by nobody whose post does not reach the organ', async () => {
    const other = callerWith(county.countyId, 'office-head', {
      organId: villageId,
      path: [county.governmentId, townId, villageId],
    });
    const refused = await connectAccount(deps(), other, townId, {
      name: '别家',
      appId: 'wx000000000000',
      appSecret: 'x'.repeat(32),
      inUse: true,
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });
});
