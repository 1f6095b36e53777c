import { actRoutes } from './routes/acts.ts';
import { batchRoutes } from './routes/batches.ts';
import { bulletinRoutes } from './routes/bulletins.ts';
import { channelRoutes } from './routes/channels.ts';
import { checkRoutes } from './routes/checks.ts';
import { figureRoutes } from './routes/figures.ts';
import { importRoutes } from './routes/imports.ts';
import { itemRoutes } from './routes/items.ts';
import { referralRoutes } from './routes/referrals.ts';
import { reviewRouteRoutes } from './routes/review-routes.ts';
import { transferRoutes } from './routes/transfers.ts';
import { upkeepRoutes } from './routes/upkeep.ts';
import { wechatAccountRoutes } from './routes/wechat-accounts.ts';
import { writingRoutes } from './routes/writing.ts';
import type { PublicationDeps } from './service/deps.ts';

/** All addresses of the area below /api. */
export const publicationRoutes = (deps: PublicationDeps) => [
  ...itemRoutes(deps),
  ...upkeepRoutes(deps),
  ...batchRoutes(deps),
  ...writingRoutes(deps),
  ...actRoutes(deps),
  ...reviewRouteRoutes(deps),
  ...referralRoutes(deps),
  ...checkRoutes(deps),
  ...channelRoutes(deps),
  ...wechatAccountRoutes(deps),
  ...figureRoutes(deps),
  ...bulletinRoutes(deps),
  ...transferRoutes(deps),
  ...importRoutes(deps),
];
