import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, signIn } from './support/console.ts';
import { writeItem } from './support/publication.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

/** Two people write; a busy machine takes its time with each. */
const long = 120_000;

const saved = (page: Page) => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();

describe('起草', () => {
  test(
    'two write the same draft: both texts stand side by side and the one not chosen becomes a version',
    async ({ openPage }) => {
      const title = '关于防汛值班安排的通知';
      const id = await writeItem('shiqiao.xinxi', { kind: 'policy-document', title }, {});
      const address = `/publication/items/${id}`;
      const [one, other] = [await openPage(), await openPage()];
      await Promise.all([signIn(one, 'shiqiao.xinxi', address), signIn(other, 'shiqiao.jingban', address)]);
      await other.getByLabel('内容概述').waitFor();
      await other.getByRole('textbox', { name: '正文' }).waitFor();

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

      await other.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(other);
      await expectAccessible(other);
    },
    long,
  );

  test(
    'decisions of one spreadsheet are passed with one opinion, each for itself',
    async ({ page }) => {
      await signIn(page, 'shiqiao.fuzeren', '/publication/reviews');
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
