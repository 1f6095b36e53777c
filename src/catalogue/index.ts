// The door of the area: what other areas, the portal and the application may use.

export type { CatalogueItem } from './domain/item.ts';
export { dueDayFor } from './domain/time-limit.ts';
export {
  type PublishedEvidence,
  recordEvidence,
  type WithdrawnEvidence,
  withdrawEvidence,
} from './service/evidence.ts';
export { findCatalogueItem, listCatalogueItemsOf } from './service/items.ts';
