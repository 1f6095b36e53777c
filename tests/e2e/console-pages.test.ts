import { matchRoutes } from 'react-router';
import { beforeAll } from 'vitest';
import { keepSession, shiftOf, sidewaysScroll, watchLoading, watchShifts, whenLoaded } from './support/console.ts';
import { findRecords, pages, type Records } from './support/console-pages.ts';
import { patternsOf, readRouteTable } from './support/route-table.ts';
import { describe, expect, findBreaches, test } from './support/test.ts';

/** A desk of today, and the narrowest screen that is promised. */
const screens = { desktop: { width: 1280, height: 720 }, phone: { width: 360, height: 740 } } as const;

/** Many pages, each opened on both screens; a busy machine takes its time. */
const long = 300_000;

/** Pages of one test, so that a slow machine has its time for each. */
const atOnce = 12;

let records: Records;
beforeAll(async () => {
  records = await findRecords();
});

test('no page of the console is left out', () => {
  const routes = readRouteTable();
  expect(patternsOf(routes).length).toBeGreaterThan(50);
  const visited = Object.values(pages).flatMap((addresses) =>
    addresses(records).flatMap((address) => {
      const [pathname = ''] = address.split('?');
      const matches = matchRoutes(routes, { pathname }) ?? [];
      return `/${matches.flatMap(({ route: { path } }) => path ?? []).join('/')}`;
    }),
  );
  expect(patternsOf(routes).filter((pattern) => !visited.includes(pattern))).toEqual([]);
});

describe('every page', () => {
  const portions = Object.entries(pages).flatMap(([loginName, addresses]) => {
    // As many as there will be, whatever the records.
    const { length } = addresses({} as Records);
    return Array.from({ length: Math.ceil(length / atOnce) }, (_, at) => ({
      loginName,
      number: at + 1,
      addresses: () => addresses(records).slice(at * atOnce, (at + 1) * atOnce),
    }));
  });
  for (const { loginName, number, addresses } of portions) {
    test(
      `for ${loginName} can be used by everybody and stays where it is (${number})`,
      async ({ openPage }) => {
        // Both screens at once: a small machine has two processors.
        const found = await Promise.all(
          Object.entries(screens).map(async ([screen, viewport]) => {
            const page = await openPage({ viewport });
            await watchShifts(page);
            await watchLoading(page);
            await keepSession(page.context(), loginName);
            const faults: unknown[] = [];
            for (const address of addresses()) {
              await page.goto(`/console${address}`);
              await whenLoaded(page);
              const fault = {
                refused: await page.locator('.state-error').allInnerTexts(),
                breaches: await findBreaches(page),
                sideways: await sidewaysScroll(page),
                shift: await shiftOf(page),
              };
              const isFine =
                fault.refused.length + fault.breaches.length === 0 && fault.sideways <= 0 && fault.shift < 0.01;
              if (!isFine) faults.push({ screen, address, ...fault });
            }
            return faults;
          }),
        );
        expect(found.flat()).toEqual([]);
      },
      long,
    );
  }
});
