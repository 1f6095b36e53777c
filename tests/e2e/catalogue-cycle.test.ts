import type { Page } from 'playwright-core';
import { addDays, dayInChina } from '../../src/kernel/plain-date.ts';
import { apiOf, ask } from './support/api.ts';
import { choose, expectNoSidewaysScroll, signIn } from './support/console.ts';
import { actOn, passThrough } from './support/publication.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

/** Several hands take part; a busy machine takes its time with each. */
const long = 180_000;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

describe('from a template to the tick', () => {
  const line = '法律、法规、规章规定应当主动公开的其他信息';
  const title = '石桥镇便民服务中心搬迁事项';

  test('a line is taken over, a duty arises, a draft is begun from it, and the tick opens what was published', {
    timeout: long,
  }, async ({ openPage }) => {
    const clerk = await openPage();
    await signIn(clerk, 'shiqiao.jingban', '/catalogue/adopt');
    await clerk.getByRole('button', { name: /^条例第二十条/ }).click();
    await clerk.getByRole('checkbox', { name: line }).check();
    await clerk.getByRole('button', { name: '引用所选 1 项' }).click();
    const adopting = clerk.getByRole('dialog', { name: '列入目录' });
    await adopting.getByLabel('同时指定责任岗位').check();
    await choose(clerk, '岗位', '信息员');
    await expectAccessible(clerk);
    await adopting.getByRole('button', { name: '列入目录' }).click();
    await clerk.getByText('已列入 1 项', { exact: true }).waitFor();

    // It says who answers for it; and something was formed.
    await clerk.getByRole('link', { name: line }).click();
    await heading(clerk, line).waitFor();
    await clerk.getByText('信息员').first().waitFor();
    await clerk.getByRole('button', { name: '登记形成或变更' }).click();
    const registering = clerk.getByRole('dialog', { name: '登记形成或变更' });
    await registering.getByLabel('信息名称').fill(title);
    await registering.getByLabel('形成或变更日期').fill(addDays(dayInChina(new Date()), -3));
    await registering.getByRole('button', { name: '登记形成或变更' }).click();
    await clerk.getByText(/^已登记，应于 .* 前公开$/).waitFor();
    const duty = clerk.getByRole('link', { name: title });
    await duty.waitFor();
    await expectAccessible(clerk);
    await duty.click();
    await heading(clerk, title).waitFor();
    await clerk.getByText('未到期').first().waitFor();
    await expectAccessible(clerk);
    const dutyPath = new URL(clerk.url()).pathname.replace('/console', '');

    // One button, and the draft has its title, its day and its line.
    const writer = await openPage();
    await signIn(writer, 'shiqiao.xinxi', dutyPath);
    await writer.getByRole('button', { name: '起草公开信息' }).click();
    await writer.waitForURL(/\/publication\/items\/[0-9a-f-]{36}$/);
    await writer.getByRole('textbox', { name: '正文' }).waitFor();
    expect(await writer.getByLabel('标题').inputValue()).toBe(title);
    await expectAccessible(writer);
    const id = new URL(writer.url()).pathname.split('/').at(-1) ?? '';
    await writer.close();

    const api = apiOf('shiqiao.xinxi');
    const { version } = await ask(api.GET('/api/publication/items/{id}', { params: { path: { id } } }));
    const bodyHtml = '<p>石桥镇便民服务中心迁至镇政府东侧新址，办事时间不变。</p>';
    const summary = '便民服务中心迁至新址，办事时间不变。';
    await ask(
      api.PATCH('/api/publication/items/{id}', { params: { path: { id } }, body: { version, bodyHtml, summary } }),
    );
    await actOn('shiqiao.xinxi', id, 'submit');
    await passThrough(id, ['shiqiao.bumen', 'shiqiao.baomi', 'shiqiao.fuzeren', 'shiqiao.fenguan']);
    await actOn('shiqiao.jingban', id, 'publish');

    await clerk.reload();
    await clerk.getByText('按时公开').first().waitFor();
    await expectAccessible(clerk);
    await clerk.getByRole('link', { name: title }).click();
    await clerk.waitForURL(new RegExp(`/publication/items/${id}`));
    await clerk.getByText('已发布').first().waitFor();
  });
});

describe('公开任务', () => {
  test('begins with what is to be done, and the address holds what else is asked for', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban', '/catalogue/duties');
    const states = page.locator('td[data-title="公开情况"]');
    await states.first().waitFor();
    expect(await states.first().textContent()).toBe('逾期未公开');
    expect(await states.allTextContents()).not.toContain('按时公开');
    await choose(page, '公开情况', '已公开');
    await page.getByRole('button', { name: '查询' }).click();
    await page.waitForURL(/status=done/);
    await page.reload();
    await page.getByRole('cell', { name: /公开$/ }).first().waitFor();
    await expect
      .poll(async () => [...new Set(await states.allTextContents())].every((state) => /^(按时|逾期)公开$/.test(state)))
      .toBe(true);
    await expectAccessible(page);
  });
});

describe('催办', () => {
  const text = '请在五个工作日内公开所列的一项，并反馈办理情况。';

  test('names only what the county leaves ticked, and is read by nobody beside', { timeout: long }, async ({
    openPage,
    complaints,
  }) => {
    const county = await openPage();
    await signIn(county, 'xian.zhuguan', '/catalogue/coverage');
    await county.getByRole('checkbox', { name: '选择“竹岭乡”' }).check();
    await county.getByRole('button', { name: '催办所选单位（1）' }).click();
    const dialog = county.getByRole('dialog', { name: '发出催办' });
    const targets = dialog.getByRole('group', { name: '竹岭乡的催办事项' });
    await targets.waitFor();
    const boxes = targets.getByRole('checkbox');
    // Overdue duties are ticked from the first, empty columns are not.
    expect(
      await targets
        .getByRole('checkbox', { name: /应于 .* 前公开$/ })
        .first()
        .isChecked(),
    ).toBe(true);
    expect(
      await targets
        .getByRole('checkbox', { name: /空白栏目$/ })
        .first()
        .isChecked(),
    ).toBe(false);
    await expectAccessible(county);
    await dialog.getByRole('button', { name: '全不选' }).click();
    await dialog.getByRole('button', { name: '发出' }).click();
    await dialog.getByText('请至少勾选一项。').waitFor();
    await boxes.first().check();
    await dialog.getByText(/竹岭乡：已选 1 项/).waitFor();
    await dialog.getByLabel('催办内容').fill(text);
    await dialog.getByRole('button', { name: '发出' }).click();
    await county.getByText('已向 1 个单位发出催办').waitFor();
    await county.goto('/console/catalogue/reminders?state=unsettled');
    const row = county.getByRole('row').filter({ hasText: text });
    await row.getByText('1 项，已办结 0 项').waitFor();
    await row.getByRole('link').click();
    await county.getByText(text).waitFor();
    await expectAccessible(county);

    const neighbour = await openPage({ viewport: { width: 360, height: 740 } });
    await signIn(neighbour, 'shiqiao.jingban', new URL(county.url()).pathname.replace('/console', ''));
    await neighbour.getByText(/不包括这个单位/).waitFor();
    expect(await neighbour.getByText(text).count()).toBe(0);
    await neighbour.goto('/console/catalogue/coverage');
    await neighbour.getByRole('link', { name: /^石桥镇，应公开：/ }).waitFor();
    expect(await neighbour.getByRole('link', { name: /^竹岭乡，/ }).count()).toBe(0);
    await expectAccessible(neighbour);
    await expectNoSidewaysScroll(neighbour);
    expect(complaints).toEqual([]);
  });
});
