// The door of the area: what other areas, the command line and the application may use.

export type { Disclosure, Item, ItemText, Validity } from './domain/item.ts';
export { publicationRoutes } from './routes.ts';
export type { PublicationDeps } from './service/deps.ts';
export { mayReadReferralPapers } from './service/referrals.ts';
export { reviewSettings } from './service/review-settings.ts';
export { reviewJobs } from './service/schedule.ts';
export { publicationVocabulary } from './service/vocabulary.ts';
