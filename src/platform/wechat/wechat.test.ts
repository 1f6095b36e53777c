import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WechatFake } from '../../../tests/support/wechat-fake.ts';
import {
  createWechatClient,
  fetchToken,
  layOutArticle,
  standardCover,
  type WechatAnswer,
  type WechatArticle,
  type WechatClient,
  wechatCodes,
} from './index.ts';

let fake: WechatFake;
let client: WechatClient;
let coverMediaId: string;

/** The simplest keeper of a token: one process that remembers it. */
function keepToken(of: WechatFake, timeout?: number) {
  let known: string | undefined;
  const endpoint = { baseUrl: of.baseUrl, ...(timeout ? { timeout } : {}) };
  return {
    async get(rejected?: string): Promise<WechatAnswer<string>> {
      if (known !== undefined && known !== rejected) return { ok: true, value: known };
      const fetched = await fetchToken(endpoint, { appId: of.appId, appSecret: of.appSecret }, new Date());
      if (fetched.ok) known = fetched.value.value;
      return fetched.ok ? { ok: true, value: fetched.value.value } : fetched;
    },
  };
}

beforeEach(async () => {
  fake = new WechatFake();
  await fake.start();
  client = createWechatClient({ baseUrl: fake.baseUrl, timeout: 400 }, keepToken(fake));
  coverMediaId = given(await client.uploadCover({ bytes: standardCover(), mediaType: 'image/png' }));
});
afterEach(() => fake.stop());

function given<T>(answer: WechatAnswer<T>): T {
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

const article = (changes: Partial<WechatArticle> = {}): WechatArticle => ({
  title: '石桥镇2026年惠农补贴发放公示',
  author: '石桥镇',
  digest: '公示期七天',
  content: '<p>正文</p>',
  sourceUrl: 'https://www.example.gov.cn/items/1',
  coverMediaId,
  ...changes,
});

describe('the official account interface', () => {
  it('publishes an article from picture to permanent link', async () => {
    const address = given(await client.uploadPicture({ bytes: standardCover(), mediaType: 'image/png' }));
    const mediaId = given(await client.addDraft(article({ content: `<p><img src="${address}"/></p>` })));
    expect(given(await client.hasDraft(mediaId))).toBe(true);
    fake.asksUntilDone = 1;
    const publishId = given(await client.submit(mediaId));
    expect(given(await client.getStatus(publishId))).toEqual({ state: 'running' });
    expect(given(await client.getStatus(publishId))).toMatchObject({
      state: 'published',
      link: expect.stringMatching(/^https:\/\/mp\.weixin\.qq\.com\//),
    });
    expect(given(await client.hasDraft(mediaId))).toBe(false);
    const [listed] = given(await client.listPublished());
    expect(listed).toMatchObject({ title: article().title, sourceUrl: article().sourceUrl });
    given(await client.deletePublished(listed?.articleId ?? ''));
    given(await client.deletePublished(listed?.articleId ?? ''));
    expect(given(await client.listPublished())).toEqual([]);
  });

  it('fetches a token once, and once more when it is refused', async () => {
    given(await client.addDraft(article()));
    given(await client.addDraft(article()));
    expect(fake.tokensMade).toBe(1);
    fake.revokeToken();
    given(await client.addDraft(article()));
    expect(fake.tokensMade).toBe(2);
    fake.script('draft/add', { errcode: 42001 }, { errcode: 42001 });
    const before = fake.count('draft/add');
    expect(await client.addDraft(article())).toMatchObject({ ok: false, fault: { code: '42001' } });
    expect(fake.count('draft/add') - before).toBe(2);
  });

  it('says that nothing was done where that is certain, and that it is not known where it is not', async () => {
    fake.script('freepublish/submit', 'lost-before', 'bad-gateway', 'nonsense', { delay: 800 }, { errcode: 53503 });
    const mediaId = given(await client.addDraft(article()));
    const faults = [];
    for (let at = 0; at < 5; at += 1) {
      const answer = await client.submit(mediaId);
      faults.push(answer.ok ? undefined : [answer.fault.code, answer.fault.mayPass, answer.fault.isCertain]);
    }
    expect(faults).toEqual([
      ['network', true, false],
      ['answer', true, false],
      ['answer', true, false],
      ['timeout', true, false],
      ['53503', false, true],
    ]);
    const nobody = new WechatFake();
    await nobody.start();
    await nobody.stop();
    const away = createWechatClient({ baseUrl: nobody.baseUrl }, { get: async () => ({ ok: true, value: 'x' }) });
    expect(await away.addDraft(article())).toMatchObject({ fault: { code: 'network', isCertain: true } });
  });

  it('neither secret nor token stands in what it says of a fault', async () => {
    fake.script('draft/add', 'lost-before', 'nonsense', { errcode: 47001 }, { errcode: 99999 });
    for (let at = 0; at < 4; at += 1) {
      const said = JSON.stringify(await client.addDraft(article()));
      expect(said).not.toContain('TOKEN_');
      expect(said).not.toContain(fake.appSecret);
      expect(said).not.toContain('127.0.0.1');
    }
  });

  it.each([
    ['标题超过 64 字', { title: '长'.repeat(65) }, '45003'],
    ['概述超过 120 字', { digest: '长'.repeat(121) }, '45004'],
    ['正文达到两万字符', { content: '长'.repeat(20_000) }, '45002'],
    ['正文为空', { content: '' }, '44003'],
    ['别处的图片', { content: '<img src="https://example.com/a.png"/>' }, '45166'],
    ['没有封面', { coverMediaId: 'cover-0' }, '40007'],
  ])('refuses: %s', async (_, changes, code) => {
    expect(await client.addDraft(article(changes))).toMatchObject({ ok: false, fault: { code } });
  });

  it('is told at the wrong secret and at an address that is not on the list what to do', async () => {
    const fresh = createWechatClient({ baseUrl: fake.baseUrl }, keepToken(fake));
    fake.appSecret = 'changed';
    const endpoint = { baseUrl: fake.baseUrl };
    const refused = await fetchToken(endpoint, { appId: fake.appId, appSecret: 'wrong' }, new Date());
    expect(refused).toMatchObject({ fault: { code: '40125', message: expect.stringContaining('重新填写') } });
    fake.isWhitelisted = false;
    const away = await fresh.addDraft(article());
    expect(away).toMatchObject({ fault: { code: '40164', message: expect.stringContaining('IP 白名单') } });
  });

  it('has a meaning and an advice in Chinese for every code it knows', () => {
    for (const { meaning, advice } of Object.values(wechatCodes)) {
      expect(meaning).toMatch(/[\u4e00-\u9fa5]/);
      expect(advice).toMatch(/。$/);
    }
  });
});

describe('an article within the rules of the platform', () => {
  const parts = {
    title: '通知',
    summary: '概述',
    head: ['发文机关：石桥镇人民政府', ''],
    foot: ['索引号：1'],
    pictureAddress: (id: string) => (id.startsWith('0') ? `http://mmbiz.qpic.cn/${id}` : undefined),
  };
  const known = '01890000-0000-7000-8000-000000000000';
  const unknown = '11890000-0000-7000-8000-000000000000';

  it('keeps tables, lists and emphasis with styles in the elements', () => {
    const { content, isCut } = layOutArticle({
      ...parts,
      bodyHtml:
        '<h2>一、标准</h2><ul><li><p>甲</p></li></ul><table><tbody><tr><th colspan="2">补贴 &lt;元&gt;</th></tr><tr><td>120</td><td><strong>亩</strong></td></tr></tbody></table>',
    });
    expect(isCut).toBe(false);
    expect(content).toContain('发文机关：石桥镇人民政府');
    expect(content).toContain('colspan="2"');
    expect(content).toContain('补贴 &lt;元&gt;');
    expect(content).toContain('<strong>亩</strong>');
    expect(content).not.toMatch(/class=|<script|<thead/);
    expect(content.indexOf('索引号')).toBeGreaterThan(content.indexOf('120'));
  });

  it('has only pictures the platform knows, and names those it has not', () => {
    const { content } = layOutArticle({
      ...parts,
      bodyHtml: `<figure><img src="attachment:${known}" alt="图一"><figcaption>图一</figcaption></figure><p><img src="attachment:${unknown}" alt="图二"></p>`,
    });
    expect(content.match(/<img/g)).toHaveLength(1);
    expect(content).toContain(`http://mmbiz.qpic.cn/${known}`);
    expect(content).toContain('图片：图二');
  });

  it('turns links to other sites into words', () => {
    const { content } = layOutArticle({
      ...parts,
      bodyHtml:
        '<p><a href="https://www.example.gov.cn/a">办事指南</a><a href="https://mp.weixin.qq.com/s/1">旧文</a></p>',
    });
    expect(content).toContain('办事指南（https://www.example.gov.cn/a）');
    expect(content.match(/<a /g)).toHaveLength(1);
  });

  it('stays below the lengths, cutting between paragraphs and saying so', () => {
    const bodyHtml = '<p>一段不短的正文，写明了依据、范围、标准和程序。</p>'.repeat(500);
    const { title, digest, content, isCut } = layOutArticle({
      ...parts,
      title: '长𠮷'.repeat(40),
      summary: '概'.repeat(300),
      bodyHtml,
    });
    expect([...title]).toHaveLength(64);
    expect(title).toMatch(/…$/);
    expect([...digest]).toHaveLength(120);
    expect(isCut).toBe(true);
    expect(content.length).toBeLessThan(20_000);
    expect(content).toContain('阅读原文');
    expect(content).toMatch(/索引号：1<\/p>$/);
    expect(content.match(/<p /g)?.length).toBe(content.match(/<\/p>/g)?.length);
  });
});
