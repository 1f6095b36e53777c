import { describe, expect, expectAccessible, test } from './support/test.ts';

describe('the house in a browser', () => {
  test('the server says that it is well', async ({ page }) => {
    const answer = await page.goto('/healthz');
    expect(answer?.status()).toBe(200);
    expect(await answer?.json()).toEqual({ status: 'ok' });
  });

  test('the start page is in Chinese, has one heading and is accessible', async ({ page }) => {
    await page.goto('/');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('h1').count()).toBe(1);
    await expectAccessible(page);
  });

  test('an address that does not exist gives a page that says so and leads home', async ({ page }) => {
    const answer = await page.goto('/no/such/page');
    expect(answer?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toBe('没有找到这个页面');
    // The style is allowed by its hash alone; without it the text would stand at the very edge.
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).paddingTop)).toBe('64px');
    await expectAccessible(page);
    await page.getByRole('link', { name: '返回首页' }).click();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('a page may run no script but the server’s own', async ({ page, complaints }) => {
    await page.goto('/no/such/page');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      return 'ran' in globalThis;
    });
    expect(ran).toBe(false);
    expect(complaints.splice(0).join()).toContain('violates the following Content Security Policy');
  });
});
