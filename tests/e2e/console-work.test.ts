import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dayInChina } from '../../src/kernel/plain-date.ts';
import { choose, expectWrong, menuOf, signIn } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

/** Finds somebody in the list of people, and opens the page. */
async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/console/people');
  await page.getByLabel('姓名、职务或电话').fill(name);
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('link', { name, exact: true }).click();
}

/** Several people take part; a busy machine takes its time with each. */
const long = 180_000;

const dialogOf = (page: Page) => page.getByRole('dialog');

describe('工作移交', () => {
  test(
    'what lies on a desk goes to the successor, with a sheet, once he has confirmed',
    async ({ openPage }) => {
      const clerk = await openPage();
      await signIn(clerk, 'shiqiao.jingban', '/today/memos/new');
      await clerk.getByLabel('标题').fill('低保公示名单待核对');
      await clerk.getByLabel('办理期限').fill('2099-03-02');
      await clerk.getByLabel('内容').fill('已收到十二份名单，尚缺三份。');
      await clerk.getByRole('button', { name: '保存' }).click();
      await clerk.getByRole('heading', { level: 2, name: '低保公示名单待核对' }).waitFor();

      await openPerson(clerk, '曹望山');
      await clerk.getByRole('link', { name: '发起工作移交' }).click();
      await clerk.getByRole('heading', { level: 1, name: '发起工作移交' }).waitFor();
      await clerk.getByRole('button', { name: '发起移交' }).click();
      await clerk.getByText('请选择接收人。').waitFor();
      await expectAccessible(clerk);
      await choose(clerk, '接收人', '孔晨川');
      await clerk.getByLabel('移交原因').fill('岗位调整');
      await clerk.getByRole('button', { name: '发起移交' }).click();
      await clerk.getByText('曹望山 → 孔晨川').waitFor();
      await clerk.getByText('已收到十二份名单，尚缺三份。').waitFor();
      await expectAccessible(clerk);
      // Only the successor confirms.
      expect(await clerk.getByRole('button', { name: '确认接收' }).count()).toBe(0);
      const [sheet] = await Promise.all([
        clerk.waitForEvent('download'),
        clerk.getByRole('link', { name: '下载移交单（Word）' }).click(),
      ]);
      expect(sheet.suggestedFilename()).toMatch(/^工作移交单-曹望山-.*\.docx$/);

      const keeper = await openPage();
      await signIn(keeper, 'xitong');
      await openPerson(keeper, '曹望山');
      await keeper.getByRole('button', { name: '注销账号' }).click();
      await dialogOf(keeper).getByRole('button', { name: '注销账号' }).click();
      await dialogOf(keeper).getByText('不能注销账号').waitFor();
      await expectAccessible(keeper);

      const successor = await openPage();
      await signIn(successor, 'shiqiao.xinxi');
      await successor.getByRole('link', { name: /^核对并确认/ }).click();
      await successor.getByRole('button', { name: '确认接收' }).click();
      await dialogOf(successor).getByRole('button', { name: '确认接收' }).click();
      await successor.getByText('已移交').first().waitFor();
      await successor.getByRole('link', { name: '今天要办' }).click();
      await successor.getByRole('heading', { level: 2, name: '低保公示名单待核对' }).waitFor();
      await clerk.goto('/console/today');
      await clerk.getByRole('heading', { level: 1, name: '今天要办' }).waitFor();
      await clerk.waitForLoadState('networkidle');
      expect(await clerk.getByText('低保公示名单待核对').count()).toBe(0);
    },
    long,
  );
});

/** A list of organs in which 石桥镇 has one more name. */
function withAlias(csv: string): string {
  const [head = '', ...rows] = csv.split('\r\n');
  const column = head.split(',').indexOf('其他名称');
  return [head, ...rows]
    .map((row) => {
      const cells = row.split(',');
      if (cells[2] !== '石桥镇') return row;
      return cells.map((cell, at) => (at === column ? '试验用别名' : cell)).join(',');
    })
    .join('\r\n');
}

describe('机构导入', () => {
  test(
    'shows its differences, does them, and takes them back',
    async ({ page }) => {
      await signIn(page, 'xian.zhuguan', '/organs');
      const csv = await page.evaluate(async () => (await fetch('/api/organs/export?format=csv')).text());
      const changed = withAlias(csv);
      await page.getByRole('link', { name: '从表格导入' }).click();
      await page.getByRole('button', { name: '上传并比对' }).click();
      await page.getByText('请选择名册文件。').waitFor();
      await page.getByLabel('名册文件').setInputFiles({
        name: '机构名册.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(changed),
      });
      await page.getByRole('button', { name: '上传并比对' }).click();
      await page.getByRole('heading', { level: 1, name: '差异清单' }).waitFor();
      await page.getByText('试验用别名').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: '执行导入' }).click();
      await dialogOf(page).getByRole('button', { name: '执行导入' }).click();
      await page.getByText('已导入 1 个机构').waitFor();
      await page.getByRole('button', { name: '撤销导入' }).click();
      await dialogOf(page).getByRole('button', { name: '撤销导入' }).click();
      await page.getByText('已恢复 1 个机构').waitFor();
      expect(await page.evaluate(async () => (await fetch('/api/organs/export?format=csv')).text())).toBe(csv);
    },
    long,
  );
});

describe('机构', () => {
  test(
    'a new village is registered below its township, renamed, and found by its history',
    async ({ page }) => {
      await signIn(page, 'xian.zhuguan', '/organs/new');
      await page.getByLabel('机构全称').fill('石桥镇试验村村民委员会');
      await page.getByLabel('简称').fill('试验村');
      await choose(page, '类别', '村（社区）');
      await choose(page, '上级机构', '石桥镇');
      await page.getByRole('button', { name: '新增机构' }).click();
      await page.getByRole('heading', { level: 2, name: '石桥镇试验村村民委员会' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: '登记机构变动' }).click();
      await choose(page, '变动类别', '更名');
      await page.getByLabel('机构全称').fill('石桥镇示范村村民委员会');
      await page.getByLabel('简称').fill('示范村');
      await page.getByLabel('生效日期').fill(dayInChina(new Date()));
      await page.getByRole('button', { name: '登记机构变动' }).click();
      await page.getByText('更名为“石桥镇示范村村民委员会”').waitFor();
      await page.getByLabel('按名称查找').fill('示范村');
      expect(await page.locator('.tree a').allTextContents()).toEqual(['云溪县', '石桥镇', '示范村']);

      await page.getByRole('link', { name: '修改联系信息' }).click();
      await page.getByLabel('联系电话').fill('abc');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('号码应写成').waitFor();
      expect(await page.getByLabel('联系电话').inputValue()).toBe('abc');
      await page.getByLabel('联系电话').fill('0999-1112223');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('0999-1112223').waitFor();
    },
    long,
  );
});

describe('人员与岗位', () => {
  test(
    'somebody new gets an account from one administrator and a post from another',
    async ({ openPage }) => {
      const keeper = await openPage();
      await signIn(keeper, 'xitong', '/people/new');
      await keeper.getByLabel('姓名').fill('秦望舒');
      await keeper.getByLabel('登录名').fill('qinwangshu');
      await choose(keeper, '单位', '县教育局');
      await keeper.getByRole('button', { name: '登记人员' }).click();
      await keeper.getByRole('heading', { name: '请记录初始密码' }).first().waitFor();
      const password = await keeper.locator('.secret').textContent();
      expect(password?.length).toBeGreaterThan(8);
      await keeper.getByRole('button', { name: '已记录' }).click();
      await keeper.getByText('尚未任命岗位').waitFor();
      expect(await keeper.getByRole('button', { name: '任命岗位' }).count()).toBe(0);

      const guard = await openPage();
      await signIn(guard, 'anquan');
      await openPerson(guard, '秦望舒');
      await guard.getByRole('button', { name: '任命岗位' }).click();
      const dialog = dialogOf(guard);
      await choose(guard, '岗位', '村级信息员');
      await dialog.getByRole('button', { name: '任命岗位' }).click();
      await dialog.getByText('村级信息员只能设在').waitFor();
      await expectAccessible(guard);
      await choose(guard, '岗位', '公开办经办人');
      await dialog.getByRole('button', { name: '任命岗位' }).click();
      await guard.getByRole('button', { name: '免去县教育局 公开办经办人' }).waitFor();

      const newcomer = await openPage();
      await newcomer.goto('/console/');
      await newcomer.getByLabel('登录名').fill('qinwangshu');
      await newcomer.getByLabel('密码', { exact: true }).fill(password ?? '');
      await newcomer.getByRole('button', { name: '登录', exact: true }).click();
      await newcomer.getByRole('heading', { name: '修改初始密码' }).waitFor();
      await expectAccessible(newcomer);
      await newcomer.getByLabel('新密码', { exact: true }).fill('short');
      await newcomer.getByLabel('再次输入新密码').fill('short');
      await newcomer.getByRole('button', { name: '修改密码' }).click();
      await expectWrong(newcomer.getByLabel('新密码', { exact: true }));
      expect(await newcomer.getByLabel('再次输入新密码').inputValue()).toBe('short');
      await newcomer.getByLabel('新密码', { exact: true }).fill('Xinban-2026-gongkai');
      await newcomer.getByLabel('再次输入新密码').fill('Xinban-2026-gongkai');
      await newcomer.getByRole('button', { name: '修改密码' }).click();
      await newcomer.getByRole('heading', { level: 1, name: '今天要办' }).waitFor();
      expect(await menuOf(newcomer)).toContain('人员与岗位');

      await newcomer.goto('/console/account/totp');
      await newcomer.getByRole('button', { name: '开始绑定' }).click();
      await dialogOf(newcomer).getByLabel('密码').fill('Xinban-2026-gongkai');
      await dialogOf(newcomer).getByRole('button', { name: '下一步' }).click();
      await newcomer.getByText('用该应用扫描二维码').waitFor();
      await expectAccessible(newcomer);
    },
    long,
  );
});

describe('审计', () => {
  test(
    'tells what changed, verifies, and is exported with its signature',
    async ({ page }) => {
      await signIn(page, 'shenji', '/audit');
      await page.getByRole('button', { name: '核对完整性' }).click();
      await dialogOf(page).getByRole('button', { name: '核对完整性' }).click();
      await dialogOf(page).getByText('全部相符').waitFor();
      await expectAccessible(page);
      await dialogOf(page).getByRole('button', { name: '关闭' }).last().click();
      await page.getByRole('button', { name: '导出' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        dialogOf(page).getByRole('button', { name: '导出' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^审计记录-.*\.jsonl$/);
      const place = join(mkdtempSync(join(tmpdir(), 'gongkai-audit-')), 'audit.jsonl');
      await file.saveAs(place);
      expect(readFileSync(place, 'utf8')).toContain('gongkai.audit');
    },
    long,
  );
});
