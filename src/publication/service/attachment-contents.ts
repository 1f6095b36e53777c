import type { Readable } from 'node:stream';
import { maximumBytes } from '../../platform/documents/index.ts';
import { type Inspection, inspectInThread } from '../../platform/documents/inspect/index.ts';
import { type Attachment, findAttachment, openAttachment } from '../../platform/storage/index.ts';
import type { AttachedContent } from '../domain/check/compose.ts';
import type { ItemAttachment } from '../domain/item.ts';
import type { PublicationDeps } from './deps.ts';

/** What the attachments of a text hold, each looked into in a thread of its own. */
export async function readAttachments(
  deps: Pick<PublicationDeps, 'db' | 'storage'>,
  countyId: string,
  attachments: readonly ItemAttachment[],
): Promise<AttachedContent[]> {
  const contents: AttachedContent[] = [];
  // One after the other: a draft with fifty files is not to take all threads.
  for (const { id, name } of attachments) {
    const attachment = await findAttachment(deps.db, countyId, id);
    const inspection = attachment ? await inspect(deps, attachment) : unread('找不到文件，请删去后重新上传。');
    contents.push({
      id,
      name,
      ...(attachment ? { fileName: attachment.fileName } : {}),
      digest: attachment?.sha256 ?? id,
      ...inspection,
    });
  }
  return contents;
}

async function inspect(deps: Pick<PublicationDeps, 'storage'>, attachment: Attachment): Promise<Inspection> {
  if (attachment.size > maximumBytes) return unread('超过 50 MB，没有检查。请拆分后重新上传，或者人工检查后说明。');
  const opened = await openAttachment(deps.storage, attachment);
  if (!opened.ok) return unread(opened.problem.message);
  return inspectInThread({ name: attachment.fileName, bytes: await collect(opened.value) });
}

async function collect(stream: Readable): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const unread = (reason: string): Inspection => ({
  pieces: [],
  tables: [],
  concealed: [],
  properties: [],
  pictures: 0,
  truncated: false,
  unreadable: reason,
});
