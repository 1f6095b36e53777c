import { afterAll, beforeAll } from 'vitest';
import { type RunningServer, startServer } from '../support/built-program.ts';
import { expectWrong } from './support/console.ts';
import { describe, expect, expectAccessible, test } from './support/test.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: '100000' }, ['--no-demo']);
});
afterAll(() => server.stop());

const administrators = [
  ['系统管理员', '吴怀谷', 'wuhuaigu'],
  ['安全管理员', '郑砚田', 'zhengyantian'],
  ['审计管理员', '王云岭', 'wangyunling'],
] as const;

describe('the first run', () => {
  test('asks for the county and three administrators, and gives each a first password', async ({ page }) => {
    await page.goto(`${server.address}/console/`);
    await page.getByRole('heading', { name: '首次设置' }).waitFor();
    expect(await page.getByText('演示环境').count()).toBe(0);
    await expectAccessible(page);
    await page.getByLabel('设置码').fill('AAAA-AAAA');
    await page.getByLabel('县（市、区）名称').fill('云溪县');
    await page.getByLabel('区划代码').fill('123');
    for (const [role, name, loginName] of administrators) {
      const group = page.getByRole('group', { name: role });
      await group.getByLabel('姓名').fill(name);
      await group.getByLabel('登录名').fill(loginName);
    }
    await page.getByRole('button', { name: '完成设置' }).click();
    await expectWrong(page.getByLabel('设置码'));
    await page.getByText('设置码不对').waitFor();

    const code = /设置码\D*?([A-Z0-9][A-Z0-9-]{5,})/.exec(server.stdout())?.[1] ?? '';
    await page.getByLabel('设置码').fill(code);
    await page.getByRole('button', { name: '完成设置' }).click();
    await expectWrong(page.getByLabel('区划代码'));
    await expectAccessible(page);
    await page.getByLabel('区划代码').fill('990123000000');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('heading', { name: '设置完成，请记录初始密码' }).waitFor();
    await expectAccessible(page);
    const row = page.getByRole('row', { name: /wuhuaigu/ });
    const password = (await row.getByRole('cell').last().textContent()) ?? '';

    await page.getByRole('button', { name: '已记录，去登录' }).click();
    await page.getByLabel('登录名').fill('wuhuaigu');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '修改初始密码' }).waitFor();
    await page.getByLabel('新密码', { exact: true }).fill('Yunxi-2026-xitong');
    await page.getByLabel('再次输入新密码').fill('Yunxi-2026-xitong');
    await page.getByRole('button', { name: '修改密码' }).click();
    // An administrator has to have a second factor before anything else.
    await page.getByRole('heading', { name: '绑定动态验证码' }).waitFor();
    await page.getByText('用该应用扫描二维码').waitFor();
    await expectAccessible(page);
  });
});
