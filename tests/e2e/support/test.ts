import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect, inject } from 'vitest';

let shared: Promise<Browser> | undefined;

/** The one browser; each test gets a context of its own in it, with nothing of another test. */
const connect = (): Promise<Browser> => {
  shared ??= chromium.connect(inject('browserEndpoint'));
  return shared;
};

/** Opens a page in a context of its own, e.g. with the size of a phone or without script. */
export type OpenPage = (options?: BrowserContextOptions) => Promise<Page>;

/**
 * A browser test. `page` is a fresh desktop page, `openPage` makes others; paths such as
 * `page.goto('/')` are on the running server. An error in the console of a page fails the test;
 * one that is meant to happen is taken out of `complaints`.
 */
export const test = base.extend<{ complaints: string[]; openPage: OpenPage; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures used from here
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'errors in the console of the browser').toEqual([]);
  },
  openPage: async ({ complaints, task }, use) => {
    const browser = await connect();
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: inject('serverAddress'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      context.on('weberror', (error) => complaints.push(`${error.error()}`));
      context.on('console', (message) => {
        if (message.type() === 'error' && !isFailedAnswer(message.text())) complaints.push(message.text());
      });
      return context.newPage();
    });
    if (task.result?.state === 'fail')
      for (const context of contexts) for (const page of context.pages()) await tell(page);
    await Promise.all(contexts.map((context) => context.close()));
  },
  page: async ({ openPage }, use) => use(await openPage()),
});

/** What stood on the page when its test failed, as a screen reader would tell it: dialogs and messages, then the page. */
async function tell(page: Page): Promise<void> {
  const parts = [page.locator('[role="dialog"]:visible'), page.locator('.ant-message:visible'), page.locator('main')];
  const shown = await Promise.all(
    parts.map(async (part) => {
      const there = (await part.count()) > 0 ? part.first() : undefined;
      return there?.ariaSnapshot({ timeout: 1_000 }).catch(() => '(gone)');
    }),
  );
  console.log(`On ${page.url()} stood:\n${shown.filter(Boolean).join('\n---\n').slice(0, 6_000)}`);
}

/** What Chromium writes when an answer has an error status; a test of error pages asks for those. */
const isFailedAnswer = (text: string): boolean => text.startsWith('Failed to load resource: the server responded');

/** Demands that axe finds no breach of WCAG 2.2 A and AA, nor of its own good practices, on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findBreaches(page)).toEqual([]);
}

/** A rule of axe that a page breaks, and where. */
export interface Breach {
  id: string;
  help: string;
  at: string[];
}

/** What axe finds on the page. */
export async function findBreaches(page: Page): Promise<Breach[]> {
  // A dialog that is still fading in has colours it will not keep.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    // No rule that is on looks into the style sheets: they need not be fetched once more.
    const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
    return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(' ')) }));
  });
}

export { describe, expect } from 'vitest';
