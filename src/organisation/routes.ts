import { handOverRoutes } from './routes/hand-overs.ts';
import { memoRoutes } from './routes/memos.ts';
import { organImportRoutes } from './routes/organ-imports.ts';
import { organRoutes } from './routes/organs.ts';
import { peopleRoutes } from './routes/people.ts';
import { setUpRoutes } from './routes/set-up.ts';
import type { OrganisationDeps } from './service/deps.ts';

/** All addresses of the area below /api. */
export const organisationRoutes = (deps: OrganisationDeps) => [
  ...setUpRoutes(deps),
  ...organImportRoutes(deps),
  ...organRoutes(deps),
  ...peopleRoutes(deps),
  ...handOverRoutes(deps),
  ...memoRoutes(deps),
];
