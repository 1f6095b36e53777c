import { organRoutes } from './routes/organs.ts';
import { setUpRoutes } from './routes/set-up.ts';
import type { OrganisationDeps } from './service/deps.ts';

/** All addresses of the area below /api. */
export const organisationRoutes = (deps: OrganisationDeps) => [...setUpRoutes(deps), ...organRoutes(deps)];
