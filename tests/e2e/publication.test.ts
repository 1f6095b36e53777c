import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, signIn } from './support/console.ts';
import { describe, expect, expectAccessible, type OpenPage, test } from './support/test.ts';

/** Many hands take part; a busy machine takes its time with each. */
const long = 240_000;

/** What Word puts on the clipboard. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal style='mso-outline-level:1'><b><span style='font-family:黑体'>一、总体要求<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>为做好秸秆综合利用工作，联系电话13812345678。<o:p></o:p></span></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>村</p></td><td><p class=MsoNormal>责任单位</p></td></tr>
<tr><td><p class=MsoNormal>桥头村</p></td><td><p class=MsoNormal>村民委员会</p></td></tr></table><!--EndFragment--></body></html>`;

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

/** Begins a document of the kind and waits for the editor. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/console/publication/items/new');
  await page.getByRole('radio', { name: /^其他政策文件/ }).check();
  await page.getByLabel('标题').fill(title);
  await page.getByRole('button', { name: '开始起草' }).click();
  await page.getByRole('textbox', { name: '正文' }).waitFor();
  return page.url();
}

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

/** Gives the opinion of a review and waits until it is done. */
async function pass(openPage: OpenPage, who: string, address: string, opinion: string): Promise<Page> {
  const page = await openPage();
  await signIn(page, who);
  await page.goto(address);
  await page.getByLabel('审查意见').fill(opinion);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText(/^已办理“.*同意”/).waitFor();
  return page;
}

describe('主动公开', () => {
  test(
    'a document goes from the draft through all hands to the public, returned once on its way',
    async ({ openPage }) => {
      const title = '关于开展秸秆综合利用工作的通知';
      const author = await openPage();
      await signIn(author, 'shiqiao.xinxi');
      const address = await begin(author, title);
      await paste(author, fromWord);
      await author.getByRole('cell', { name: '桥头村' }).waitFor();
      await author.getByLabel('内容概述').fill('安排秸秆综合利用的任务和责任单位。');
      await saved(author);
      await expectAccessible(author);
      // What is found stands in the text, and one click masks it.
      await author.getByRole('button', { name: '检查', exact: true }).click();
      await author.getByRole('button', { name: '掩码', exact: true }).first().click();
      // The finding shows the masked number from the first; done it is when the text is there anew.
      await author.getByText('已处理，可以在“历次版本”中查看处理前的内容。').waitFor();
      await author.getByText('138****5678').first().waitFor();
      await author.getByRole('heading', { level: 2, name: '一、总体要求' }).waitFor();
      await author.getByRole('button', { name: '提交审查' }).click();
      await author.getByRole('dialog').getByRole('button', { name: '提交审查' }).click();
      await author.getByRole('heading', { level: 2, name: '审查环节' }).waitFor();

      const head = await openPage();
      await signIn(head, 'shiqiao.bumen');
      await head.goto('/console/publication/reviews');
      await head.getByRole('link', { name: title, exact: true }).click();
      await head.getByRole('group', { name: '常用意见' }).getByRole('button').first().click();
      await expectAccessible(head);
      await head.getByRole('button', { name: '同意', exact: true }).click();
      await head.getByText(/^已办理“.*同意”/).waitFor();

      await pass(openPage, 'shiqiao.baomi', address, '经审查，不涉及国家秘密，同意公开。');

      // Returned, with the reason in the place where its author goes on.
      const office = await openPage();
      await signIn(office, 'shiqiao.fuzeren');
      await office.goto(address);
      await office.getByLabel('审查意见').fill('请补充发文字号。');
      await office.getByRole('button', { name: '退回', exact: true }).click();
      await office.getByRole('dialog').getByRole('radio', { name: '起草' }).check();
      await expectAccessible(office);
      await office.getByRole('dialog').getByRole('button', { name: '退回' }).click();
      await office.getByText(/^已办理“退回到/).waitFor();

      await author.goto(address);
      await author.getByText('请补充发文字号。').first().waitFor();
      await author.getByLabel('发文字号').fill('石府发〔2026〕108号');
      await author.getByRole('textbox', { name: '正文' }).press('Control+End');
      await author.keyboard.type('请于12月10日前报送。');
      await author.getByLabel('修改说明').fill('补充发文字号和报送时间');
      await saved(author);
      await author.getByRole('button', { name: '提交审查' }).click();
      await author.getByRole('dialog').getByRole('button', { name: '提交审查' }).click();
      await author.getByRole('heading', { level: 2, name: '审查环节' }).waitFor();

      await pass(openPage, 'shiqiao.bumen', address, '同意报审。');
      await pass(openPage, 'shiqiao.baomi', address, '补充内容不涉密，同意公开。');
      await pass(openPage, 'shiqiao.fuzeren', address, '要素齐全，同意公开。');
      await pass(openPage, 'shiqiao.fenguan', address, '同意公开。');

      const publisher = await openPage();
      await signIn(publisher, 'shiqiao.jingban');
      await publisher.goto(address);
      await publisher.getByRole('button', { name: '发布', exact: true }).click();
      await publisher.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
      await publisher.getByText('已发布').first().waitFor();
      await publisher.getByText('索引号').waitFor();
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
    },
    long,
  );

  test(
    'two write the same draft: both texts stand side by side and the one not chosen becomes a version',
    async ({ openPage }) => {
      const one = await openPage();
      await signIn(one, 'shiqiao.xinxi');
      const address = await begin(one, '关于防汛值班安排的通知');
      const other = await openPage();
      await signIn(other, 'shiqiao.jingban');
      await other.goto(address);
      await other.getByLabel('内容概述').waitFor();

      await one.getByLabel('内容概述').fill('甲写的概述');
      await saved(one);
      await other.getByRole('textbox', { name: '正文' }).fill('乙写的正文');
      await other.getByRole('heading', { name: '别人也改了这一稿' }).waitFor();
      await other.getByText('有冲突').waitFor();
      await expectAccessible(other);
      await other.getByRole('button', { name: '用我写的' }).click();
      await saved(other);
      await other.getByRole('link', { name: '版本', exact: true }).click();
      await other.getByText(/^与孔晨川同时修改/).waitFor();
      await expectAccessible(other);

      const phone = await openPage({ viewport: { width: 360, height: 740 } });
      await signIn(phone, 'shiqiao.xinxi');
      for (const path of [
        address,
        `${address}/versions`,
        '/console/publication/items',
        '/console/publication/items/new',
      ]) {
        await phone.goto(path);
        await phone.getByRole('heading', { level: 1 }).waitFor();
        await phone.waitForLoadState('networkidle');
        await expectNoSidewaysScroll(phone);
        await expectAccessible(phone);
      }
    },
    long,
  );

  test(
    'decisions of one spreadsheet are passed with one opinion, each for itself',
    async ({ page }) => {
      await signIn(page, 'shiqiao.fuzeren');
      await page.goto('/console/publication/reviews');
      await page.getByRole('button', { name: /^选中同一批/ }).click();
      const chosen = await page.getByRole('checkbox', { checked: true }).count();
      expect(chosen).toBeGreaterThan(1);
      await page.getByRole('button', { name: `一并办理所选 ${chosen} 件` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('group', { name: '常用意见' }).getByRole('button').first().click();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: `一并办理所选 ${chosen} 件` }).click();
      await page.getByText(`已办理 ${chosen} 件。`).waitFor();
      await expectAccessible(page);
    },
    long,
  );
});
