import { expect, test } from 'vitest';
import { listRoutes } from '../../src/api.ts';

/**
 * Words that can be read by anybody without having been an item first. Whoever adds such a route adds it here; whatever
 * else is published goes through the checks of an item (src/publication/domain/check/public-places.ts).
 */
const publicWords = [
  'PATCH /catalogue/items/:id',
  'POST /catalogue/items',
  'POST /catalogue/items/:id/end',
  'POST /publication/channels/confirm-recall',
  'POST /publication/channels/decline',
  'POST /publication/channels/register',
];

test('what can become public as it is sent is read for what may never go out', () => {
  // Declaring the routes touches nothing of the system.
  const system = new Proxy({}, { get: () => system }) as never;
  const routes = listRoutes({ system, signIn: system, jobs: system });
  const read = routes.filter(({ becomesPublic }) => becomesPublic).map(({ method, path }) => `${method} ${path}`);
  expect(read.sort()).toEqual(publicWords);
});
