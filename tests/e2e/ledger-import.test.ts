import type { Page } from 'playwright-core';
import { messyCsv, messyWorkbook } from '../support/ledgers.ts';
import { choose, expectNoSidewaysScroll, signIn } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

/** Two people and two files, each with its pages. */
const long = 120_000;

const count = (page: Page, of: string): Promise<string | null> =>
  page.locator('.figures div').filter({ hasText: of }).locator('dd').textContent();

/** Sends a file to be compared, and gives the address of its list of differences. */
async function send(page: Page, name: string, bytes: Uint8Array): Promise<string> {
  await page.goto('/console/publication/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: '上传并比对' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: '差异清单' }).waitFor();
  return new URL(page.url()).pathname;
}

describe('导入发布台账', () => {
  test(
    'a workbook as offices keep it is understood; who sent it cannot enter it, the 公开办 does, and takes it back',
    async ({ openPage }) => {
      const officer = await openPage();
      await signIn(officer, 'shiqiao.xinxi');
      const address = await send(officer, '石桥镇政务公开台账.xlsx', messyWorkbook('（甲）'));
      // Title rows, a head of two rows, ticks, merged days and units, a blank row, a sum, signatures.
      expect(await count(officer, '新增')).toBe('6');
      expect(await count(officer, '不能导入')).toBe('0');
      await officer.getByText('第12行（合计行）').waitFor();
      const rows = officer.getByRole('table', { name: '新增信息（6）' });
      await rows
        .getByRole('row', { name: /农村低保对象名单公示（甲） 6 .*2026-03-06；渠道：门户网站、公告栏/ })
        .waitFor();
      await rows.getByRole('row', { name: /文化站开放时间公告（甲） 11 .*2026-03-10/ }).waitFor();
      // Not for who sent it: the page says for whom.
      await officer.getByText(/由公开办核对、导入。请由.+办理。/).waitFor();
      expect(await officer.getByRole('button', { name: '执行导入' }).count()).toBe(0);
      await expectAccessible(officer);
      const phone = await openPage({ viewport: { width: 360, height: 800 } });
      await signIn(phone, 'shiqiao.xinxi');
      await phone.goto(address);
      await phone.getByText('文化站开放时间公告（甲）').waitFor();
      await expectNoSidewaysScroll(phone);

      const office = await openPage();
      await signIn(office, 'shiqiao.fuzeren');
      await office.goto('/console/today');
      const line = office.getByRole('listitem').filter({ hasText: '石桥镇政务公开台账.xlsx' });
      await line.first().getByRole('link', { name: '核对台账' }).click();
      await office.waitForURL(/\/imports\//);
      await office.goto(address);
      await office.getByRole('button', { name: '执行导入' }).click();
      const dialog = office.getByRole('dialog', { name: '执行导入' });
      await dialog.getByText('将新增 6 条、补充 0 条').waitFor();
      await expectAccessible(office);
      await dialog.getByRole('button', { name: '执行导入' }).click();
      await office.getByText('已导入 6 条').waitFor({ timeout: 60_000 });
      await office.locator('.facts').getByText('已导入', { exact: true }).waitFor();
      await expectAccessible(office);

      await office.goto('/console/publication/items?words=农村低保对象名单公示（甲）');
      await office.getByRole('link', { name: '农村低保对象名单公示（甲）' }).click();
      await office.getByText('已发布').first().waitFor();

      await office.goto(address);
      await office.getByRole('button', { name: '撤销导入' }).click();
      await office.getByRole('dialog', { name: '撤销导入' }).getByRole('button', { name: '撤销导入' }).click();
      await office.getByText('已撤销 6 条').waitFor({ timeout: 60_000 });
      await office.locator('.facts').getByText('已撤销', { exact: true }).waitFor();
      await officer.goto(address);
      await officer.locator('.facts').getByText('已撤销', { exact: true }).waitFor();
    },
    long,
  );

  test(
    'a CSV in GB18030 with headings of its own is matched by hand: columns, year and channel',
    async ({ openPage }) => {
      const officer = await openPage();
      await signIn(officer, 'shiqiao.xinxi');
      const address = await send(officer, '微信推送登记.csv', messyCsv('（乙）'));
      await officer.getByText('没有认出标题列或发布日期列').waitFor();
      expect(await officer.getByText('没有差异').count()).toBe(0);
      expect(await officer.getByLabel('表头所在行').inputValue()).toBe('2');
      await officer.getByText('例如：春耕备耕，不误农时（乙）').waitFor();
      await choose(officer, '第2列：推文', '标题');
      await choose(officer, '第3列：哪天发的', '发布日期');
      await expectAccessible(officer);
      await officer.getByRole('button', { name: '重新比对' }).click();
      await officer.getByText('“3月12日”没有写年份').waitFor();
      await officer.getByLabel('没有写年份的日期，按').fill('2026');
      await officer.getByLabel('没有写明渠道的，计入').click();
      await officer.keyboard.type('公众号');
      await officer.locator('.ant-select-dropdown:visible').getByText('微信公众号').click();
      // It stays open for more.
      await officer.keyboard.press('Escape');
      await officer.getByRole('button', { name: '重新比对' }).click();
      await officer.getByRole('heading', { name: '新增信息（2）' }).waitFor();
      const refused = officer.getByRole('table', { name: /^不能导入的行/ });
      await refused.getByText('这一行有不得公开的内容：居民身份证号码').waitFor();
      await refused.getByText('没有发布日期。').waitFor();
      expect(await officer.getByRole('main').textContent()).not.toContain('11010519491231002X');
      await expectAccessible(officer);

      // Refused with a reason, which who sent it reads.
      const office = await openPage();
      await signIn(office, 'shiqiao.jingban');
      await office.goto(address);
      await office.getByRole('button', { name: '不予导入' }).click();
      const dialog = office.getByRole('dialog', { name: '不予导入' });
      await dialog.getByRole('button', { name: '不予导入' }).click();
      await dialog.getByText('请填写不予导入的理由。').waitFor();
      await dialog.getByLabel('理由').fill('第6行含身份证号码，请先在公众号后台改正。');
      await dialog.getByRole('button', { name: '不予导入' }).click();
      await office.getByText('这份台账不再等待导入').waitFor();
      await officer.goto('/console/publication/imports');
      await officer.getByText(/不予导入：第6行含身份证号码/).waitFor();
      await expectAccessible(officer);
    },
    long,
  );
});
