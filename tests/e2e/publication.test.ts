import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { create as encode } from 'qrcode';
import { afterAll, beforeAll, inject } from 'vitest';
import { partsOf } from '../support/ooxml.ts';
import { WechatFake } from '../support/wechat-fake.ts';
import { apiOf, ask } from './support/api.ts';
import { choose, signIn } from './support/console.ts';
import { actOn, passOnPage, passThrough, publicPath, writeItem } from './support/publication.ts';
import { describe, expect, expectAccessible, type OpenPage, test } from './support/test.ts';

/** Many hands take part; a busy machine takes its time with each. */
const long = 300_000;

const title = '关于开展秸秆综合利用工作的通知';

/** Everybody who reviews an important document of the township. */
const reviewers = ['shiqiao.bumen', 'shiqiao.baomi', 'shiqiao.fuzeren', 'shiqiao.fenguan', 'shiqiao.zhuyao'];

/** What Word puts on the clipboard. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal style='mso-outline-level:1'><b><span style='font-family:黑体'>一、总体要求<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>为做好秸秆综合利用工作，联系电话13812345678。<o:p></o:p></span></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>村</p></td><td><p class=MsoNormal>责任单位</p></td></tr>
<tr><td><p class=MsoNormal>桥头村</p></td><td><p class=MsoNormal>村民委员会</p></td></tr></table><!--EndFragment--></body></html>`;

/** The official account interface, in the place of the real one. */
const wechat = new WechatFake();

beforeAll(async () => {
  await wechat.start();
  await Promise.all([
    set('channels.wechatAddress', wechat.baseUrl),
    // The pages of this very server stand for the portal.
    set('channels.siteAddress', inject('serverAddress')),
  ]);
});
afterAll(() => wechat.stop());

/** Sets what only the 系统管理员 may. */
async function set(key: string, value: string): Promise<void> {
  const api = apiOf('xitong');
  const { sections } = await ask(api.GET('/api/settings'));
  const version = sections.flatMap(({ settings }) => settings).find((each) => each.key === key)?.version ?? 0;
  await ask(api.PATCH('/api/settings/{key}', { params: { path: { key } }, body: { value, version } }));
}

/** Pastes as the keyboard would. */
async function paste(page: Page, html: string): Promise<void> {
  const text = page.getByRole('textbox', { name: '正文' });
  await text.click();
  await text.evaluate((box, pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交审查' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交审查' }).click();
  await page.getByRole('heading', { level: 2, name: '审查环节' }).waitFor();
}

/** Writes the document, has it checked and masked, chooses its channels and submits it. @returns its id */
async function write(author: Page): Promise<string> {
  await signIn(author, 'shiqiao.xinxi', '/publication/items/new');
  await author.getByRole('radio', { name: /^其他政策文件/ }).check();
  await author.getByLabel('标题').fill(title);
  await author.getByRole('button', { name: '开始起草' }).click();
  await author.getByRole('textbox', { name: '正文' }).waitFor();
  await paste(author, fromWord);
  await author.getByRole('cell', { name: '桥头村' }).waitFor();
  await author.getByLabel('内容概述').fill('安排秸秆综合利用的任务和责任单位。');
  await author.getByLabel('重要事项，须经主要领导审核').check();
  for (const channel of ['微信公众号', '公告栏（公示墙）']) {
    await author.getByRole('checkbox', { name: channel }).check();
  }
  await saved(author);
  await expectAccessible(author);
  // What is found stands in the text, and one click masks it.
  await author.getByRole('button', { name: '检查', exact: true }).click();
  await author.getByRole('button', { name: '掩码', exact: true }).first().click();
  // The finding shows the masked number from the first; done it is when the text is there anew.
  await author.getByText('已处理，可以在“历次版本”中查看处理前的内容。').waitFor();
  await author.getByText('138****5678').first().waitFor();
  await author.getByRole('heading', { level: 2, name: '一、总体要求' }).waitFor();
  await submit(author);
  return new URL(author.url()).pathname.split('/').at(-1) ?? '';
}

/** The head of the department finds it in the list, the 保密 reviewer passes it, the 公开办 returns it to its author. */
async function reviewAndReturn(openPage: OpenPage, id: string): Promise<void> {
  const head = await openPage();
  await signIn(head, 'shiqiao.bumen', '/publication/reviews');
  await head.getByRole('link', { name: title, exact: true }).click();
  await head.getByRole('group', { name: '常用意见' }).getByRole('button').first().click();
  await expectAccessible(head);
  await head.getByRole('button', { name: '同意', exact: true }).click();
  await head.getByText(/^已办理“.*同意”/).waitFor();

  await passThrough(id, ['shiqiao.baomi']);

  const office = await openPage();
  await signIn(office, 'shiqiao.fuzeren', `/publication/items/${id}`);
  await office.getByLabel('审查意见').fill('请补充发文字号。');
  await office.getByRole('button', { name: '退回', exact: true }).click();
  await office.getByRole('dialog').getByRole('radio', { name: '起草' }).check();
  await expectAccessible(office);
  await office.getByRole('dialog').getByRole('button', { name: '退回' }).click();
  await office.getByText(/^已办理“退回到/).waitFor();
}

/** What was missing is added, with the reason for the return in sight. */
async function mendAndSubmit(author: Page): Promise<void> {
  await author.reload();
  await author.getByText('请补充发文字号。').first().waitFor();
  await author.getByLabel('发文字号').fill('石府发〔2026〕108号');
  await author.getByRole('textbox', { name: '正文' }).press('Control+End');
  await author.keyboard.type('请于12月10日前报送。');
  await author.getByLabel('修改说明').fill('补充发文字号和报送时间');
  await saved(author);
  await submit(author);
}

async function publish(publisher: Page, id: string): Promise<void> {
  await signIn(publisher, 'shiqiao.jingban', `/publication/items/${id}`);
  await publisher.getByRole('button', { name: '发布', exact: true }).click();
  await publisher.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await publisher.getByText('已发布').first().waitFor();
  await publisher.getByText('索引号').first().waitFor();
  await expectAccessible(publisher);
  const [sheet] = await Promise.all([
    publisher.waitForEvent('download'),
    publisher.getByRole('link', { name: '下载呈批单（Word）' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toMatch(/呈批单.*\.docx$/);
  await publisher.getByRole('link', { name: '版本', exact: true }).click();
  await publisher.getByRole('button', { name: '与上一版比较' }).first().click();
  await publisher.getByRole('insertion').filter({ hasText: '请于12月10日前报送。' }).waitFor();
  await expectAccessible(publisher);
}

/** The account of the township is connected and tried. */
async function connectAccount(head: Page): Promise<void> {
  await signIn(head, 'shiqiao.fuzeren', '/publication/channels/accounts');
  await head.getByRole('button', { name: '接入公众号' }).click();
  const dialog = head.getByRole('dialog');
  await dialog.getByLabel('公众号名称').fill('石桥发布');
  await dialog.getByLabel('AppID').fill(wechat.appId);
  await dialog.getByLabel('AppSecret').fill(wechat.appSecret);
  await expectAccessible(head);
  await dialog.getByRole('button', { name: '接入公众号' }).click();
  await head.getByRole('button', { name: '测试连接：石桥发布' }).click();
  await head.getByText('连接正常').waitFor();
}

/** The official account has the article once, and its receipt leads there. */
async function findReceipt(page: Page, id: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: '微信公众号' });
  await page.goto(`/console/publication/items/${id}/channels`);
  await expect
    .poll(
      async () => {
        await page.reload();
        await row.waitFor();
        return row.getByRole('link', { name: '打开链接' }).count();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(1);
  const articles = wechat.published.filter((each) => each.title === title);
  expect(articles.map(({ isDeleted }) => isDeleted)).toEqual([false]);
  const link = await row.getByRole('link', { name: '打开链接' }).getAttribute('href');
  expect(link).toBe(articles[0]?.url.replace(/^http:/, 'https:'));
  expect(articles[0]?.content_source_url).toBe(inject('serverAddress') + encodeURI(await publicPath(id)));
  // What was masked is masked there too.
  expect(articles[0]?.content).toContain('138****5678');
  expect(articles[0]?.content).not.toContain('13812345678');
  await expectAccessible(page);
}

/** The sheet for the wall: as a Word file, and as a page whose code leads to where everybody reads the document. */
async function printSheet(openPage: OpenPage, page: Page, id: string): Promise<void> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 A4（Word）' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  const place = join(mkdtempSync(join(tmpdir(), 'gongkai-sheet-')), 'sheet.docx');
  await file.saveAs(place);
  const parts = partsOf(readFileSync(place));
  expect(parts.get('word/document.xml')).toContain('秸秆综合利用');
  expect([...parts.keys()].some((name) => name.startsWith('word/media/'))).toBe(true);

  const [printed] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: '打印 A4' }).click(),
  ]);
  await printed.getByRole('heading', { level: 1, name: title }).waitFor();
  await expectAccessible(printed);
  const address = inject('serverAddress') + encodeURI(await publicPath(id));
  expect(await readCode(printed)).toEqual(codeOf(address));
  await printed.close();

  const visitor = await openPage();
  await visitor.goto(address);
  await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
  await expectAccessible(visitor);
}

/** The dark fields of a code that leads to an address, as rows of signs. */
function codeOf(address: string): string[] {
  const { size, data } = encode(address, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (data[row * size + column] ? '■' : '□')).join(''),
  );
}

/** The dark fields of the code on a page, as they are painted. */
const readCode = (page: Page): Promise<string[]> =>
  page.locator('.code svg').evaluate((svg: SVGSVGElement) => {
    const [, , width] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const dark = svg.querySelector<SVGPathElement>('path[stroke]')?.getAttribute('d') ?? '';
    const margin = 2;
    const size = (width ?? 0) - 2 * margin;
    const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '□'));
    // Lines from left to right, one of them after the other: M x y, then h n (dark) and m dx dy (on).
    let [x, y] = [0, 0];
    for (const [, step = '', first = '', second = ''] of dark.matchAll(/([Mmh])(-?[\d.]+)[ ,]?(-?[\d.]+)?/g)) {
      if (step === 'M') [x, y] = [Number(first), Number(second)];
      else if (step === 'm') [x, y] = [x + Number(first), y + Number(second)];
      else {
        const row = rows[Math.floor(y) - margin];
        for (let at = 0; at < Number(first); at++) if (row) row[x - margin + at] = '■';
        x += Number(first);
      }
    }
    return rows.map((row) => row.join(''));
  });

/** Another document abolishes it: said while it is written, marked on both once that is public. */
async function abolish(openPage: OpenPage, id: string): Promise<void> {
  const later = '关于废止秸秆综合利用工作通知的通知';
  const other = await writeItem(
    'shiqiao.xinxi',
    { kind: 'policy-document', title: later },
    {
      bodyHtml: '<p>经研究，自本通知公布之日起废止原通知。</p>',
      summary: '废止原通知。',
      documentNumber: '石府发〔2026〕109号',
    },
  );
  const author = await openPage();
  await signIn(author, 'shiqiao.xinxi', `/publication/items/${other}`);
  await author.getByRole('button', { name: '添加关联' }).click();
  await choose(author, '对方', title);
  await saved(author);
  await submit(author);
  await passThrough(other, reviewers.slice(0, 4));
  await actOn('shiqiao.jingban', other, 'publish');

  const reader = await openPage();
  await signIn(reader, 'shiqiao.fuzeren', `/publication/items/${id}`);
  const facts = reader.locator('.facts');
  await facts.getByText('废止', { exact: true }).waitFor();
  await expectAccessible(reader);
  await facts.getByRole('link', { name: later }).click();
  await reader.getByRole('heading', { level: 1, name: later }).waitFor();
  await facts.getByRole('link', { name: title }).waitFor();

  // Everybody sees it on the old document itself, and finds the new one there, and back.
  const visitor = await openPage();
  await visitor.goto(await publicPath(id));
  const mark = visitor.getByRole('complementary', { name: '有效性' });
  await mark.getByText('废止', { exact: true }).waitFor();
  await expectAccessible(visitor);
  await mark.getByRole('link', { name: later }).click();
  await visitor.getByRole('heading', { level: 1, name: later }).waitFor();
  await visitor.getByRole('link', { name: title }).first().click();
  await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
}

describe('主动公开', () => {
  test(
    'a document goes through all hands to the public, WeChat and the wall, returned once, and is abolished by another',
    async ({ openPage }) => {
      const author = await openPage();
      const id = await write(author);
      await reviewAndReturn(openPage, id);
      await mendAndSubmit(author);
      await passThrough(id, reviewers.slice(0, 2));
      await passOnPage(openPage, 'shiqiao.fuzeren', id, '要素齐全，同意公开。');
      await passOnPage(openPage, 'shiqiao.fenguan', id, '同意公开。');
      await passOnPage(openPage, 'shiqiao.zhuyao', id, '同意公开。');
      await connectAccount(await openPage());
      const publisher = await openPage();
      await publish(publisher, id);
      await findReceipt(publisher, id);
      await printSheet(openPage, publisher, id);
      await abolish(openPage, id);
    },
    long,
  );
});
