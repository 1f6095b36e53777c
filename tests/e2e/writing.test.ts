import type { Page, Route } from 'playwright-core';
import { expectWrong, signIn } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

const long = 240_000;

const table = '<table><tr><td>村</td><td>责任单位</td></tr><tr><td>桥头村</td><td>村民委员会</td></tr></table>';

const body = (page: Page) => page.getByRole('textbox', { name: '正文' });
const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

/** Begins a document of a kind without special fields and waits for the editor. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/console/publication/items/new');
  await page.getByRole('radio', { name: /^其他政策文件/ }).check();
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '开始起草' }).click();
  await body(page).waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What another program has on the clipboard. */
const paste = (page: Page, html: string) =>
  body(page).evaluate((box, pasted) => {
    const data = new DataTransfer();
    data.setData('text/html', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);

interface StoredItem {
  version: number;
  documentNumber?: string;
  text: { title: string; summary: string; bodyHtml: string };
}

/** The draft as the server has it. */
const stored = async (page: Page, id: string): Promise<StoredItem> =>
  (await page.request.get(`/api/publication/items/${id}`)).json();

/** A slow line: every answer about items takes its time, none the same. */
async function slowDown(page: Page): Promise<void> {
  let count = 0;
  await page.route(/\/api\/publication\//, async (route: Route) => {
    count += 1;
    await new Promise((resolve) => setTimeout(resolve, 400 + ((count * 7) % 5) * 350));
    await route.continue().catch(() => undefined);
  });
}

/** An old machine. */
async function slowMachine(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

describe('写稿', () => {
  test(
    'what is typed at the end of a text that ends with a table stands below the table, whole',
    async ({ page }) => {
      await signIn(page, 'shiqiao.xinxi');
      const id = await begin(page, '关于防火值班的通知');
      await body(page).click();
      await paste(page, `<p>值班安排如下。</p>${table}`);
      await page.getByRole('cell', { name: '桥头村' }).waitFor();
      await saved(page);
      await slowMachine(page, 3);
      for (const at of [1, 2]) {
        await page.reload();
        await body(page).waitFor({ timeout: 60_000 });
        await body(page).press('Control+End');
        await page.keyboard.type(`请于12月${at}日前报送。`);
        await body(page).press('Control+Home');
        await page.keyboard.type(`${at}、`);
        await saved(page);
      }
      // The browser puts the cursor beside the table, and something is typed before it tells so.
      await body(page).evaluate((box) => {
        document.addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true);
        const wrapper = box.querySelector('table')?.parentNode;
        if (!wrapper) throw new Error('no table');
        getSelection()?.collapse(wrapper, wrapper.childNodes.length);
      });
      await page.keyboard.type('甲12乙');
      await saved(page);
      const { bodyHtml } = (await stored(page, id)).text;
      expect(bodyHtml).toContain('<p>请于12月1日前报送。请于12月2日前报送。</p>');
      expect(bodyHtml).toContain('<p>2、1、值班安排如下。</p>');
      expect(bodyHtml).toContain('甲12乙');
    },
    long,
  );

  test(
    'nothing typed is lost while answers are late: saving, pasting, masking, submitting',
    async ({ page }) => {
      await signIn(page, 'shiqiao.xinxi');
      const id = await begin(page, '关于秸秆禁烧的通知');
      await page.getByLabel('内容概述').fill('安排秸秆禁烧。');
      await slowDown(page);
      await slowMachine(page, 3);
      await body(page).click();
      // What is typed while a paste is being cleaned comes after it.
      await paste(page, `<p>联系电话13812345678。</p>${table}<p>其他事项：</p>`);
      await page.keyboard.type('一是巡查。');
      await page.getByRole('cell', { name: '桥头村' }).waitFor();
      for (const word of ['二是', '宣传。', '三是', '值守。']) {
        await page.keyboard.type(word);
        await page.waitForTimeout(900);
      }
      await saved(page);
      await page.getByRole('button', { name: '检查', exact: true }).click();
      const mask = page.getByRole('button', { name: '掩码', exact: true }).first();
      await mask.waitFor();
      await mask.click();
      // The mask is on its way; the author goes on, also in another field.
      await body(page).press('Control+End');
      await page.keyboard.type('四是报告。');
      await page.getByLabel('发文字号').fill('石府发〔2026〕118号');
      await page.getByText('138****5678', { exact: false }).first().waitFor();
      await body(page).press('Control+End');
      await page.keyboard.type('五是奖惩。');
      // Submitted at once: the dialog comes when everything is saved, and nothing takes it away.
      await page.getByRole('button', { name: '提交审查' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '提交审查' }).waitFor();
      await page.waitForTimeout(2_500);
      await dialog.getByRole('button', { name: '提交审查' }).click();
      await page.getByRole('heading', { level: 2, name: '审查环节' }).waitFor();
      const { text, documentNumber } = await stored(page, id);
      expect(text.bodyHtml).toContain('联系电话138****5678。');
      expect(text.bodyHtml.replace(/<[^>]*>|\s/g, '')).toContain(
        '其他事项：一是巡查。二是宣传。三是值守。四是报告。五是奖惩。',
      );
      expect(documentNumber).toBe('石府发〔2026〕118号');
    },
    long,
  );

  test(
    'what is missing is told at its field before anything is asked for the submission',
    async ({ page }) => {
      await signIn(page, 'shiqiao.xinxi');
      await begin(page, '关于防汛的通知');
      await page.getByRole('button', { name: '提交审查' }).click();
      await page.getByText(/^还不能提交：有 \d+ 处需要填写或改正/).waitFor();
      await expectWrong(page.getByLabel('内容概述'));
      expect(await page.getByRole('dialog').count()).toBe(0);
      await expectAccessible(page);
      // Told anew when it was mended: now it is the checks that speak.
      await page.getByLabel('内容概述').fill('安排防汛值班。');
      await body(page).click();
      await page.keyboard.type('各村联系王某，电话13812345678。');
      await page.getByRole('button', { name: '提交审查' }).click();
      await page.getByText(/^还不能提交：检查发现 \d+ 处需要处理/).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('button', { name: '掩码', exact: true }).first().click();
      await page.getByText('138****5678').first().waitFor();
      await page.getByRole('button', { name: '提交审查' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '提交审查' }).waitFor();
    },
    long,
  );

  test(
    'the words below a picture are kept and can be written on',
    async ({ page }) => {
      await signIn(page, 'shiqiao.xinxi');
      const id = await begin(page, '关于规划图的公示');
      const stamp = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      const { csrfToken } = await (await page.request.get('/api/session')).json();
      const headers = { 'x-csrf-token': csrfToken, origin: new URL(page.url()).origin };
      const sent = await page.request.post('/api/attachments', {
        headers,
        multipart: { file: { name: '图.png', mimeType: 'image/png', buffer: stamp } },
      });
      const [{ id: picture }] = (await sent.json()).items;
      const bodyHtml = `<p>见图。</p><figure><img src="attachment:${picture}" alt="规划图"><figcaption>图一</figcaption></figure>`;
      const { version } = await stored(page, id);
      const kept = await page.request.patch(`/api/publication/items/${id}`, { headers, data: { version, bodyHtml } });
      expect(kept.status()).toBe(200);
      await page.reload();
      const caption = body(page).locator('figcaption');
      await caption.click();
      await page.keyboard.press('End');
      await page.keyboard.type(' 石桥镇规划图');
      await page.keyboard.press('Enter');
      await page.keyboard.type('图下的话');
      await expectAccessible(page);
      await saved(page);
      const { text } = await stored(page, id);
      expect(text.bodyHtml.replace(/\s*\n\s*/g, '')).toBe(
        `<p>见图。</p><figure><img src="attachment:${picture}" alt="规划图"><figcaption>图一 石桥镇规划图</figcaption></figure><p>图下的话</p>`,
      );
    },
    long,
  );
});
