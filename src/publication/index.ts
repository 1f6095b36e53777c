// The door of the area: what other areas, the command line and the application may use.

export { forbiddenIn } from './domain/check/index.ts';
export type { Disclosure, Item, ItemText, Validity } from './domain/item.ts';
export { publicationRoutes } from './routes.ts';
export { channelJobs } from './service/channel-handlers.ts';
export { channelSettings } from './service/channel-settings.ts';
export { channelsOfToday, mayReadReceipts } from './service/channel-views.ts';
export { checkSettings } from './service/check-settings.ts';
export { checksOfToday } from './service/checks-of-today.ts';
export type { PublicationDeps } from './service/deps.ts';
export { itemDesk, reviewDesk } from './service/desk.ts';
export { mayReadItemAttachments } from './service/items.ts';
export { itemsOfToday } from './service/items-of-today.ts';
export { ledgersOfToday } from './service/ledgers-of-today.ts';
export { checkJobs } from './service/links.ts';
export {
  openPublicFile,
  type PublicAnswer,
  type PublicFact,
  type PublicItem,
  type PublicRelations,
  readPublicItem,
} from './service/public-item.ts';
export { recheckJobs } from './service/rechecking.ts';
export { mayReadReferralPapers } from './service/referrals.ts';
export { reviewSettings } from './service/review-settings.ts';
export { reviewJobs } from './service/schedule.ts';
export { publicationSettings } from './service/settings.ts';
export { type ItemRecord, takeOverBatches, takeOverItems } from './service/take-over.ts';
export { takeOverChecks } from './service/take-over-checks.ts';
export { takeOverLedger } from './service/take-over-ledger.ts';
export { todayOfPublication } from './service/today.ts';
export { reckonItemsAnew, upkeepJobs } from './service/upkeep-jobs.ts';
export { publicationVocabulary } from './service/vocabulary.ts';
export { wechatSealedColumns } from './service/wechat-tokens.ts';
