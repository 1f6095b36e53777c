import type { Route } from '../platform/http/api/index.ts';
import { dutyRoutes } from './routes/duties.ts';
import { importRoutes } from './routes/imports.ts';
import { itemRoutes } from './routes/items.ts';
import { reminderRoutes } from './routes/reminders.ts';
import type { Authority, CatalogueDeps } from './service/caller.ts';

/** All addresses of the area below /api. */
export const catalogueRoutes = (deps: CatalogueDeps): Route<Authority>[] => [
  ...itemRoutes(deps),
  ...dutyRoutes(deps),
  ...reminderRoutes(deps),
  ...importRoutes(deps),
];
