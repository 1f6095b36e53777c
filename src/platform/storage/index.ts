export {
  type Attachment,
  type AttachmentChange,
  type AttachmentOwner,
  addAttachment,
  bindAttachments,
  findAttachment,
  listAttachments,
  removeAttachment,
  restoreAttachment,
} from './attachments.ts';
export type { BlobAddress, BlobStore, StoredBlob } from './blob-store.ts';
export { safeFileName } from './file-name.ts';
export { collectGarbage, type GarbageReport } from './garbage.ts';
export { storageJobs } from './jobs.ts';
export { openAttachment } from './open.ts';
export { type ReceivedFile, receiveFile, type SentFile } from './receive.ts';
export { type OwnerPolicy, type OwnerRequest, type StorageRoutesOptions, storageRoutes } from './routes.ts';
export { type PendingScanReport, scanPending } from './scan-pending.ts';
export { type AttachmentRules, attachmentSettings } from './settings.ts';
export { stageFile } from './staging.ts';
export { checkStorage, openStorage, type Storage, type StorageConfig } from './storage.ts';
export { type StoreFinding, type StoreVerification, verifyStore } from './verify.ts';
