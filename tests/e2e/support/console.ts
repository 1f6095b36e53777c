import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { sessionOf } from './api.ts';
import { demoPassword } from './sessions.ts';

/**
 * Opens a page of the console signed in with an account of the demonstration. All tests share the session of an account:
 * none of them may end it.
 *
 * @param address below /console
 */
export async function signIn(page: Page, loginName: string, address = '/today'): Promise<void> {
  await keepSession(page.context(), loginName);
  await page.goto(`/console${address}`);
  await page.locator('#main').waitFor();
}

/** Gives a context the session of an account, in the place of the one it has. */
export async function keepSession(context: BrowserContext, loginName: string): Promise<void> {
  const { cookies } = sessionOf(loginName);
  await context.clearCookies();
  await context.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, url: inject('serverAddress') })),
  );
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
  // A long list opens where the present choice stands and holds only what is in sight: from the top, page by page. A short
  // one is there as a whole; what the server is asked for comes later.
  const holder = list.locator('.rc-virtual-list-holder');
  for (let page = 0; (await wanted.count()) === 0 && page < 20; page++) {
    if ((await holder.count()) > 0) {
      await holder.evaluate((box, at) => box.scrollTo({ top: at * box.clientHeight * 0.8 }), page);
    }
    await wanted.waitFor({ timeout: 1_000 }).catch(() => undefined);
  }
  // A list that is filled while it is clicked on takes no notice; and its fading away would take the next click.
  for (let attempt = 1; attempt <= 5; attempt++) {
    if (await wanted.isVisible()) await wanted.click({ timeout: 2_000 }).catch(() => undefined);
    const isDone = await list.waitFor({ state: 'hidden', timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
  throw new Error(`the list of ${label} stays open after ${option} was chosen`);
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

/** Pixels of the page that lie beside the window. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Demands that nothing of the page lies beside the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page), 'pixels beside the window').toBeLessThanOrEqual(0);
}

/** What `watchLoading` keeps in a page. */
interface Loading {
  /** Requests without an answer so far. */
  open: number;
  /** When something was last on its way, by the clock of the page. */
  busyAt: number;
}

/** Has every page opened from now on count what it waits for. */
export const watchLoading = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const loading: Loading = { open: 0, busyAt: 0 };
    const fetchAsBefore = window.fetch;
    window.fetch = async (...request) => {
      loading.open += 1;
      try {
        return await fetchAsBefore(...request);
      } finally {
        loading.open -= 1;
      }
    };
    Object.assign(window, { loading });
  });

/**
 * Waits until a page of the console stands: it has its heading, holds no place for anything that is on its way, and has
 * asked for nothing new since a moment. `watchLoading` has to come before.
 */
export const whenLoaded = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => {
      const { loading } = window as unknown as { loading: Loading };
      const waits = document.querySelector('#main .waiting, #main .editor-place, #main [aria-busy=true]');
      const isBusy = loading.open > 0 || waits !== null || !document.querySelector('#main h1');
      if (isBusy) loading.busyAt = performance.now();
      return !isBusy && performance.now() - loading.busyAt > 100;
    },
    undefined,
    { timeout: 60_000 },
  );

/** Waits until a field says that what stands in it is wrong. */
export const expectWrong = (field: Locator): Promise<void> =>
  expect.poll(() => field.getAttribute('aria-invalid'), { timeout: 15_000 }).toBe('true');
