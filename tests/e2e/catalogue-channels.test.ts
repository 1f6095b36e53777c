import type { Page } from 'playwright-core';
import { choose, expectNoSidewaysScroll, signIn } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

/** The total below a list. */
const totalOf = async (page: Page): Promise<number> => {
  const foot = page.locator('.list-foot').first();
  await foot.waitFor();
  return Number(/\d+/.exec((await foot.textContent()) ?? '')?.[0]);
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('公开进度', () => {
  test('a number opens the duties it counts, and a tick the information that was published', async ({ page }) => {
    await signIn(page, 'xian.zhuguan', '/catalogue/coverage');
    const overdue = page.getByRole('link', { name: /，逾期未公开：/ }).first();
    await overdue.waitFor();
    await expectAccessible(page);
    const counted = Number(await overdue.textContent());
    await overdue.click();
    await heading(page, '公开任务').waitFor();
    expect(await totalOf(page)).toBe(counted);
    await choose(page, '公开情况', '按时公开');
    await page.getByRole('button', { name: '查询' }).click();
    const evidence = page.locator('td[data-title="公开的信息"] a').first();
    await evidence.waitFor();
    await expectAccessible(page);
    const title = (await evidence.textContent()) ?? '';
    await evidence.click();
    await page.waitForURL(/\/publication\/items\//);
    await page.getByText(title).first().waitFor();
  });

  test('the county reminds an organ, which answers', async ({ openPage }) => {
    const county = await openPage();
    await signIn(county, 'xian.zhuguan', '/catalogue/coverage');
    await county.getByRole('checkbox', { name: '选择“石桥镇”' }).check();
    await county.getByRole('button', { name: '催办所选单位（1）' }).click();
    const dialog = county.getByRole('dialog', { name: '发出催办' });
    await dialog.getByLabel('催办内容').fill('请在本周内公开所列事项，并反馈办理情况。');
    await expectAccessible(county);
    await dialog.getByRole('button', { name: '发出' }).click();
    await county.getByText('已向 1 个单位发出催办').waitFor();

    const township = await openPage();
    await signIn(township, 'shiqiao.jingban', '/catalogue/reminders?state=open');
    const row = township.getByRole('row').filter({ hasText: '请在本周内公开所列事项' });
    await row.getByRole('link').click();
    await township.getByRole('button', { name: '答复' }).click();
    const answer = township.getByRole('dialog', { name: '答复催办' });
    await answer.getByRole('button', { name: '答复' }).click();
    await answer.getByText('请填写答复内容。').waitFor();
    await answer.getByRole('textbox', { name: '答复' }).fill('正在起草，本周五前公开。');
    await answer.getByRole('button', { name: '答复' }).click();
    await township.getByText('已答复，未办结').waitFor();
    await expectAccessible(township);

    await county.goto('/console/catalogue/reminders?state=answered');
    await county.getByRole('row').filter({ hasText: '请在本周内公开所列事项' }).getByRole('link').click();
    await county.getByText('正在起草，本周五前公开。').waitFor();
  });
});

describe('公开目录', () => {
  test('lines are taken over from a library and are there for good', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban', '/catalogue/adopt');
    await page.getByRole('button', { name: /^公共文化服务/ }).click();
    await page.getByLabel('全选本模板').check();
    await page.getByRole('button', { name: /^引用所选/ }).click();
    const dialog = page.getByRole('dialog', { name: '列入目录' });
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '列入目录' }).click();
    await page
      .getByText(/^已列入 \d+ 项/)
      .first()
      .waitFor();
    await page.locator('td a').first().click();
    await page.waitForURL(/\/catalogue\/items\//);
    // The page before shows the same words of each line; this heading only the line has.
    await page.getByRole('heading', { level: 2, name: '公开任务' }).waitFor();
    await page.getByText('公开渠道和载体').waitFor();
    await page.getByText('■政府网站').waitFor();
    await expectAccessible(page);
  });
});

describe('渠道发布', () => {
  test('the sheet for the wall is taken, hung up, and told with its place', async ({ openPage }) => {
    const page = await openPage();
    await signIn(page, 'shiqiao.jingban', '/publication/channels?channel=bulletin-board&state=waiting');
    const waiting = await totalOf(page);
    await expectAccessible(page);
    await page.locator('td a').first().click();
    await heading(page, '各渠道发布情况').waitFor();
    const [sheet] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 A4（Word）' }).click(),
    ]);
    expect(sheet.suggestedFilename()).toMatch(/\.docx$/);
    await page.getByRole('button', { name: '登记发布情况' }).click();
    const dialog = page.getByRole('dialog', { name: '登记发布情况' });
    await dialog.getByRole('checkbox', { name: '公告栏（公示墙）' }).check();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '登记发布情况' }).click();
    // Neither a photo nor a place: refused at the field, and nothing is lost.
    await dialog.locator('.ant-form-item-explain-error, .error-note').first().waitFor();
    await dialog.getByLabel('张贴地点').fill('镇政府一楼公告栏');
    await dialog.getByRole('button', { name: '登记发布情况' }).click();
    await page.getByText('已登记 1 项').waitFor();
    await page.getByText('镇政府一楼公告栏').waitFor();
    await expectAccessible(page);
    await page.goto('/console/publication/channels?channel=bulletin-board&state=waiting');
    if (waiting === 1) await page.getByText('没有待办理的渠道').waitFor();
    else expect(await totalOf(page)).toBe(waiting - 1);
  });
});

describe('发布统计', () => {
  test('every number opens a list of just as many', async ({ page }) => {
    await signIn(page, 'xian.zhuguan', '/publication/figures');
    await page.getByRole('table', { name: '发布统计' }).waitFor();
    await expectAccessible(page);
    for (const name of [/^石桥镇，公开信息：/, /^合计，渠道条次：/, /^石桥镇，公告栏（公示墙）：/]) {
      const link = page.getByRole('link', { name });
      await link.waitFor();
      const counted = Number(await link.textContent());
      await link.click();
      await heading(page, '统计数对应的信息').waitFor();
      expect(await totalOf(page), String(name)).toBe(counted);
      await page.goBack();
    }
    await expectNoSidewaysScroll(page);
  });
});
