import { itemRoutes } from './routes/items.ts';
import { writingRoutes } from './routes/writing.ts';
import type { PublicationDeps } from './service/deps.ts';

/** All addresses of the area below /api. */
export const publicationRoutes = (deps: PublicationDeps) => [...itemRoutes(deps), ...writingRoutes(deps)];
