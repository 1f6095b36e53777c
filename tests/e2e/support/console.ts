import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The password of every account of the demonstration. */
export const demoPassword = 'Demo-2026-yunxi';

/** Cookies of those who are signed in already: a code counts only once, so that nobody can sign in twice within its half minute. */
const signedIn = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/**
 * Opens the console signed in with an account of the demonstration, administrators with the code that is shown. Tests
 * of one file share the session of an account: none of them may end it.
 */
export async function signIn(page: Page, loginName: string): Promise<void> {
  const known = signedIn.get(loginName);
  if (known) await page.context().addCookies(known);
  await page.goto('/console/');
  if (!known) await enter(page, loginName);
  await page.locator('#main').waitFor();
  // Only now: the second step of signing in gives another cookie.
  if (!known) signedIn.set(loginName, await page.context().cookies());
}

/** Gives login name, password and, where it is asked for, the code. */
export async function enter(page: Page, loginName: string): Promise<void> {
  await page.getByLabel('登录名').fill(loginName);
  await page.getByLabel('密码', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  const code = page.getByLabel('动态验证码');
  await page.locator('#main').or(code).first().waitFor();
  if (!(await code.isVisible())) return;
  await code.fill((await page.locator('.notice code').textContent()) ?? '');
  await page.getByRole('button', { name: '确定' }).click();
}

/** The entries of the menu, in their order. */
export const menuOf = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link').allTextContents();

/** Chooses an option of one of the library's selects by a part of its text. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  const list = page.locator('.ant-select-dropdown:visible');
  await list.waitFor();
  const wanted = list.locator('.ant-select-item-option').filter({ hasText: option }).first();
  // A long list opens where the present choice stands and holds only what is in sight: from the top, page by page.
  const holder = list.locator('.rc-virtual-list-holder');
  for (let page = 0; (await wanted.count()) === 0 && page < 20; page++) {
    await holder.evaluate((box, at) => box.scrollTo({ top: at * box.clientHeight * 0.8 }), page);
    await wanted.waitFor({ timeout: 1_000 }).catch(() => undefined);
  }
  await wanted.click();
  // Its fading away would take the next click.
  await list.waitFor({ state: 'hidden' });
}

/** How far things have moved on the page by themselves, as Chromium counts it, since `watchShifts`. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { shift: number }).shift);

/** Has every page opened from now on count how far things move without the person doing anything. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const counted = window as unknown as { shift: number };
    counted.shift = 0;
    new PerformanceObserver((list) => {
      for (const each of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!each.hadRecentInput) counted.shift += each.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Demands that nothing of the page lies beside the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond, 'pixels beside the window').toBeLessThanOrEqual(0);
}

/** Waits until a field says that what stands in it is wrong. */
export const expectWrong = (field: Locator): Promise<void> =>
  expect.poll(() => field.getAttribute('aria-invalid'), { timeout: 15_000 }).toBe('true');
