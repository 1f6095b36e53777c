import { choose, enter, expectWrong, menuOf, shiftOf, signIn, watchShifts } from './support/console.ts';
import { demoPassword } from './support/sessions.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

const phone = { viewport: { width: 360, height: 740 } };

describe('signing in', () => {
  test('a wrong password is told and loses nothing that was typed', async ({ page }) => {
    await page.goto('/console/');
    await page.getByLabel('登录名').fill('shiqiao.xinxi');
    await page.getByLabel('密码', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('登录名').inputValue()).toBe('shiqiao.xinxi');
    expect(await page.getByLabel('密码', { exact: true }).inputValue()).toBe('wrong');
    await expectAccessible(page);
  });

  test('blank fields are told at the fields', async ({ page }) => {
    await page.goto('/console/');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('请填写登录名。').waitFor();
    await page.getByText('请填写密码。').waitFor();
    expect(await page.getByLabel('登录名').getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
  });

  test('the keyboard is enough, from the sign-in page to the end', async ({ page }) => {
    await page.goto('/console/');
    await page.getByLabel('登录名').waitFor();
    await page.keyboard.type('shiqiao.xinxi');
    await page.keyboard.press('Tab');
    await page.keyboard.type(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '今天要办' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '今天要办' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.getByRole('link', { name: '机构' }).focus();
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 1, name: '机构' });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: '退出登录' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });

  test('the accounts of the demonstration are offered and filled in', async ({ page }) => {
    await watchShifts(page);
    await page.goto('/console/');
    await page.getByRole('button', { name: '填入吴怀谷的账号' }).click();
    expect(await page.getByLabel('登录名').inputValue()).toBe('xitong');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '输入动态验证码' }).waitFor();
    await expectAccessible(page);
    expect(await shiftOf(page)).toBeLessThan(0.01);
    await page.getByRole('button', { name: '改用恢复码' }).click();
    await page.getByLabel('恢复码').fill('not-a-code');
    await page.getByRole('button', { name: '确定' }).click();
    await expectWrong(page.getByLabel('恢复码'));
    await page.getByRole('button', { name: '换一个账号登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });
});

describe('what a role may open', () => {
  test('a 村级信息员 has a short menu, and is told why another page stays closed', async ({ page }) => {
    await signIn(page, 'shiqiao.cun1');
    expect(await menuOf(page)).toEqual([
      '今天要办',
      '公开信息',
      '渠道发布',
      '公开目录',
      '公开进度',
      '发布统计',
      '机构',
      '人员与岗位',
      '工作移交',
      '工作日历',
      '我的账号',
    ]);
    await page.goto('/console/audit');
    await page.getByRole('heading', { level: 1, name: '您没有打开这个页面的权限' }).waitFor();
    await page.goto('/console/organs');
    await page.getByRole('heading', { level: 1, name: '机构' }).waitFor();
    expect(await page.getByRole('link', { name: '新增机构' }).count()).toBe(0);
  });

  test('the 审计管理员 sees the audit and nothing of the jobs', async ({ page }) => {
    await signIn(page, 'shenji');
    const menu = await menuOf(page);
    expect(menu).toContain('审计');
    expect(menu).not.toContain('后台任务');
    await page.goto('/console/audit');
    await page
      .getByRole('button', { name: /^查看第/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('校验值（SM3）').waitFor();
    await expectAccessible(page);
  });

  test('on a phone the menu opens and closes with its button', async ({ openPage }) => {
    const page = await openPage(phone);
    await signIn(page, 'shiqiao.jingban');
    const link = page.getByRole('link', { name: '人员与岗位' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: '打开菜单' }).click();
    await link.click();
    await page.getByRole('heading', { level: 1, name: '人员与岗位' }).waitFor();
    expect(await link.isVisible()).toBe(false);
  });
});

describe('what is typed', () => {
  test('stays when the server refuses, with the refusal at its field', async ({ page }) => {
    await signIn(page, 'xitong', '/people/new');
    await page.getByLabel('姓名').fill('试用人员');
    await page.getByLabel('登录名').fill('x');
    await page.getByLabel('手机').fill('12345');
    await choose(page, '单位', '县民政局');
    await page.getByRole('button', { name: '登记人员' }).click();
    const phoneField = page.getByLabel('手机');
    await page.getByText('手机号应为 11 位数字').waitFor();
    expect(await phoneField.getAttribute('aria-invalid')).toBe('true');
    expect(await phoneField.inputValue()).toBe('12345');
    expect(await page.getByLabel('姓名').inputValue()).toBe('试用人员');
    await expectAccessible(page);
    // A corrected field no longer says that it is wrong.
    await phoneField.fill('13800000001');
    await expect.poll(() => page.getByText('手机号应为 11 位数字').count(), { timeout: 15_000 }).toBe(0);
  });

  test('is asked for before the page is left', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban', '/today/memos/new');
    await page.getByLabel('标题').fill('没有写完');
    await page.getByRole('link', { name: '机构', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '填写的内容尚未保存' });
    await dialog.getByRole('button', { name: '留在本页' }).click();
    expect(await page.getByLabel('标题').inputValue()).toBe('没有写完');
    await page.getByRole('link', { name: '机构', exact: true }).click();
    await dialog.getByRole('button', { name: '离开，不保存' }).click();
    await page.getByRole('heading', { level: 1, name: '机构' }).waitFor();
  });

  test('outlives a session that has ended: one signs in over the page and goes on', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban', '/today/memos/new');
    await page.getByLabel('标题').fill('会后补写');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.waitFor();
    await expectAccessible(page);
    await enter(page, 'shiqiao.jingban');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('标题').inputValue()).toBe('会后补写');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 2, name: '会后补写' }).waitFor();
  });
});

describe('when something fails', () => {
  test('a list that cannot be read says so and can be asked for again', async ({ page }) => {
    await signIn(page, 'shiqiao.jingban');
    await page.route('**/api/people?*', (route) => route.fulfill({ status: 418, body: 'teapot' }));
    await page.goto('/console/people');
    await page.getByRole('alert').getByText('系统没有给出可以识别的答复').waitFor();
    await expectAccessible(page);
    await page.unroute('**/api/people?*');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('table', { name: '人员与岗位' }).waitFor();
  });

  test('after an upgrade the frame stays and says that the page has to be loaded anew', async ({
    page,
    complaints,
  }) => {
    await signIn(page, 'shiqiao.jingban');
    await page.route('**/console/assets/people-page-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('link', { name: '人员与岗位' }).click();
    await page.getByRole('heading', { name: '系统已经更新' }).waitFor();
    expect(await menuOf(page)).toContain('今天要办');
    await expectAccessible(page);
    complaints.length = 0;
  });

  test('a server that does not answer is told as such', async ({ page, complaints }) => {
    await page.route('**/api/session', (route) => route.abort());
    await page.goto('/console/');
    await page.getByRole('heading', { name: '连不上服务器' }).waitFor({ timeout: 30_000 });
    await expectAccessible(page);
    await page.unroute('**/api/session');
    complaints.length = 0;
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });
});
