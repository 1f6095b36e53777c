import type { Readable } from 'node:stream';
import { failure, missing, type Result, success } from '../../kernel/result.ts';
import type { Attachment } from './attachments.ts';
import type { ByteRange } from './blob-store.ts';
import { refusingFaults, type Storage } from './storage.ts';

/**
 * A stream of the content of an attachment, or of a part of it, read as fast as it is taken. Who may have it is
 * for the caller to decide before.
 */
export async function openAttachment(
  storage: Pick<Storage, 'store' | 'log'>,
  attachment: Attachment,
  range?: ByteRange,
): Promise<Result<Readable>> {
  const readable = checkReadable(attachment);
  if (!readable.ok) return readable;
  return refusingFaults(async () => success(await storage.store.open(attachment, range)), storage.log);
}

/** Whether the content of an attachment is still to be had at all. */
export function checkReadable({ removedAt, verdict, fileName }: Attachment): Result<undefined> {
  if (removedAt) return missing('附件已经删除。');
  if (verdict !== 'infected') return success(undefined);
  return failure('infected', `附件“${fileName}”查出病毒，内容已经清除，不能下载。如仍需要，请向上传人索取无毒的文件。`);
}
