import type { Route } from '../../platform/http/api/index.ts';
import type { Authority } from '../service/caller.ts';
import type { PublicationDeps } from '../service/deps.ts';

/** The addresses of items below /api. */
export const itemRoutes = (_: PublicationDeps): Route<Authority>[] => [];
