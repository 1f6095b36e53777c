// The door of the area: what other areas, the portal and the application may use.

export type { ColumnKey } from './domain/columns.ts';
export type { CatalogueItem } from './domain/item.ts';
export { dueDayFor, type TimeLimit } from './domain/time-limit.ts';
export { catalogueRoutes } from './routes.ts';
export type { CatalogueDeps } from './service/caller.ts';
export { reckonDutiesAnew } from './service/duties.ts';
export { type Adoption, enterTemplates } from './service/entering.ts';
export {
  type PublishedEvidence,
  recordEvidence,
  type WithdrawnEvidence,
  withdrawEvidence,
  withdrawManyEvidence,
} from './service/evidence.ts';
export { findCatalogueItem, listCatalogueItemsOf } from './service/items.ts';
export { catalogueJobs } from './service/jobs.ts';
export { recordManyEvidence } from './service/many-evidence.ts';
export { listPublicCatalogue, type PublicEntry } from './service/public-catalogue.ts';
export { type PastEvidence, takeOverEvidence, takeOverReminders } from './service/take-over.ts';
export { todayOfCatalogue } from './service/today.ts';
export { catalogueVocabulary } from './service/vocabulary.ts';
export { listCatalogueOrgans } from './store/organs.ts';
