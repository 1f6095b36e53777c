import type { Actor } from '../../kernel/actor.ts';
import { conflict, missing, type Result, success } from '../../kernel/result.ts';
import type { RecordChange } from '../audit/index.ts';
import { type Db, newId, type Trx } from '../db/index.ts';
import { type ScanVerdict, useBlob } from './blobs.ts';
import { extensionOf } from './file-name.ts';
import type { ReceivedFile } from './receive.ts';

/** The record an attachment belongs to. */
export interface AttachmentOwner {
  /** As its area calls it, kebab-case, e.g. `publication-item`. */
  kind: string;
  id: string;
  organId?: string;
}

/** A file under a name. */
export interface Attachment {
  countyId: string;
  id: string;
  /** Absent between the upload and the saving of the record. */
  owner?: AttachmentOwner;
  fileName: string;
  sha256: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  /** `infected`: found later; its content is gone. */
  verdict: ScanVerdict;
  uploadedBy?: string;
  uploadedByName: string;
  uploadedAt: Date;
  removedAt?: Date;
}

/** What a change of attachments is done with: the transaction, its audit, who and when. */
export interface AttachmentChange {
  trx: Trx;
  record: RecordChange;
  actor: Actor;
  now: Date;
}

/** So long an upload waits to become part of a record, in milliseconds. */
export const unboundAge = 24 * 60 * 60 * 1_000;

/**
 * Makes an attachment of a received file, of a record or, without `owner`, waiting to be bound to one.
 *
 * @throws when the content was cleared away since it was received, more than a day ago
 */
export async function addAttachment(
  { trx, record, actor, now }: AttachmentChange,
  file: ReceivedFile,
  owner?: AttachmentOwner,
): Promise<Attachment> {
  if (file.countyId !== actor.countyId) throw new Error('a file of another county');
  if (!(await useBlob(trx, file, now))) throw new Error('the content of a received file is gone');
  const id = newId();
  await trx
    .insertInto('storageAttachment')
    .values({
      countyId: actor.countyId,
      id,
      organId: owner?.organId ?? null,
      ownerKind: owner?.kind ?? null,
      ownerId: owner?.id ?? null,
      boundAt: owner ? now : null,
      fileName: file.fileName,
      sha256: file.sha256,
      uploadedBy: actor.personId ?? null,
      uploadedByName: actor.name,
      uploadedAt: now,
    })
    .execute();
  const attachment = await getAttachment(trx, actor.countyId, id);
  note(record, 'attachment.upload', attachment);
  return attachment;
}

/**
 * Makes uploaded files part of a record that is being saved. Those that are part of it already stay so; what
 * somebody else uploaded, what waited longer than a day and what belongs to another record is refused.
 */
export async function bindAttachments(
  { trx, record, actor, now }: AttachmentChange,
  owner: AttachmentOwner,
  ids: readonly string[],
): Promise<Result<Attachment[]>> {
  const bound: Attachment[] = [];
  for (const id of new Set(ids)) {
    const found = await findAttachment(trx, actor.countyId, id, 'lock');
    const isOwn = found?.uploadedBy !== undefined && found.uploadedBy === actor.personId;
    if (found?.owner?.kind === owner.kind && found.owner.id === owner.id && !found.removedAt) {
      bound.push(found);
      continue;
    }
    const isTooLate = found && found.uploadedAt.getTime() < now.getTime() - unboundAge;
    if (!found || found.removedAt || found.owner || !isOwn || isTooLate) {
      return conflict('有的附件上传后已过一天或已删除，没有保存。请删去该附件后重新上传。');
    }
    if (!(await useBlob(trx, found, now))) return conflict(`附件“${found.fileName}”已不可用，请重新上传。`);
    await trx
      .updateTable('storageAttachment')
      .set({ ownerKind: owner.kind, ownerId: owner.id, organId: owner.organId ?? null, boundAt: now })
      .where('countyId', '=', actor.countyId)
      .where('id', '=', id)
      .execute();
    const attachment = await getAttachment(trx, actor.countyId, id);
    note(record, 'attachment.bind', attachment);
    bound.push(attachment);
  }
  return success(bound);
}

/** The attachments of a record in the order they were uploaded, without those that were removed. */
export async function listAttachments(
  db: Db,
  countyId: string,
  owner: Pick<AttachmentOwner, 'kind' | 'id'>,
): Promise<Attachment[]> {
  const rows = await selectAttachments(db)
    .where('attachment.countyId', '=', countyId)
    .where('attachment.ownerKind', '=', owner.kind)
    .where('attachment.ownerId', '=', owner.id)
    .where('attachment.removedAt', 'is', null)
    .orderBy('attachment.uploadedAt')
    .orderBy('attachment.id')
    .execute();
  return rows.map(present);
}

/** One attachment, a removed one too. `lock`: nobody else changes it until the end of the transaction. */
export async function findAttachment(
  db: Db,
  countyId: string,
  id: string,
  lock?: 'lock',
): Promise<Attachment | undefined> {
  const query = selectAttachments(db).where('attachment.countyId', '=', countyId).where('attachment.id', '=', id);
  const row = await (lock ? query.forUpdate('attachment') : query).executeTakeFirst();
  return row && present(row);
}

/** Removes an attachment: its record stays, its content is cleared away some weeks later. */
export async function removeAttachment(
  { trx, record, actor, now }: AttachmentChange,
  id: string,
): Promise<Result<Attachment>> {
  const found = await findAttachment(trx, actor.countyId, id, 'lock');
  if (!found || found.removedAt) return missing('附件不存在或已经删除，请刷新页面。');
  await setRemoved(trx, actor, id, now);
  const removed = await getAttachment(trx, actor.countyId, id);
  note(record, 'attachment.remove', removed, found);
  return success(removed);
}

/** Brings back an attachment that was removed, as long as its content is there. */
export async function restoreAttachment(
  { trx, record, actor, now }: AttachmentChange,
  id: string,
): Promise<Result<Attachment>> {
  const found = await findAttachment(trx, actor.countyId, id, 'lock');
  if (!found?.removedAt) return missing('没有这个已删除的附件，请刷新页面。');
  if (!(await useBlob(trx, found, now))) return conflict('附件的内容已经清除，不能找回。请重新上传。');
  await setRemoved(trx, actor, id, null);
  const restored = await getAttachment(trx, actor.countyId, id);
  note(record, 'attachment.restore', restored, found);
  return success(restored);
}

const setRemoved = (trx: Trx, actor: Actor, id: string, at: Date | null) =>
  trx
    .updateTable('storageAttachment')
    .set({ removedAt: at, removedBy: at ? (actor.personId ?? null) : null })
    .where('countyId', '=', actor.countyId)
    .where('id', '=', id)
    .execute();

async function getAttachment(trx: Trx, countyId: string, id: string): Promise<Attachment> {
  const found = await findAttachment(trx, countyId, id);
  if (!found) throw new Error('an attachment that was just written is gone');
  return found;
}

const selectAttachments = (db: Db) =>
  db
    .selectFrom('storageAttachment as attachment')
    .innerJoin('storageBlob as blob', (join) =>
      join.onRef('blob.countyId', '=', 'attachment.countyId').onRef('blob.sha256', '=', 'attachment.sha256'),
    )
    .selectAll('attachment')
    .select(['blob.size', 'blob.mediaType', 'blob.scanVerdict']);

type AttachmentRow = Awaited<ReturnType<ReturnType<typeof selectAttachments>['executeTakeFirstOrThrow']>>;

function present(row: AttachmentRow): Attachment {
  const { countyId, id, ownerKind, ownerId, organId, uploadedBy, removedAt } = row;
  return {
    countyId,
    id,
    ...(ownerKind && ownerId ? { owner: { kind: ownerKind, id: ownerId, ...(organId ? { organId } : {}) } } : {}),
    fileName: row.fileName,
    sha256: row.sha256,
    size: Number(row.size),
    mediaType: row.mediaType,
    verdict: row.scanVerdict as ScanVerdict,
    ...(uploadedBy ? { uploadedBy } : {}),
    uploadedByName: row.uploadedByName,
    uploadedAt: row.uploadedAt,
    ...(removedAt ? { removedAt } : {}),
  };
}

/** Puts a change into the audit. A name of a file may name an applicant, so the audit has only its extension. */
function note(record: RecordChange, action: string, after: Attachment, before?: Attachment): void {
  const shown = ({ fileName, owner, size, sha256, verdict, removedAt }: Attachment) => ({
    extension: extensionOf(fileName),
    size,
    sha256,
    verdict,
    ownerKind: owner?.kind ?? null,
    ownerId: owner?.id ?? null,
    removedAt: removedAt ?? null,
  });
  record({
    action,
    record: { kind: 'attachment', id: after.id, label: `附件（${extensionOf(after.fileName)}）` },
    ...(after.owner?.organId ? { organId: after.owner.organId } : {}),
    ...(before ? { before: shown(before) } : {}),
    after: shown(after),
  });
}
