import { Readable } from 'node:stream';
import { type Result, success } from '../../kernel/result.ts';
import { write } from '../../platform/audit/index.ts';
import {
  type CleanText,
  docxToHtml,
  type FoundPicture,
  type ImportedDocx,
  maximumHtmlCharacters,
  richText,
} from '../../platform/documents/rich-text/index.ts';
import { addAttachment, receiveFile } from '../../platform/storage/index.ts';
import type { Caller } from './caller.ts';
import type { PublicationDeps } from './deps.ts';

/**
 * Turns a Word document into a text to go on writing. Its pictures are uploads of the one who asks, as if he had
 * sent them himself: they become part of an item when it is saved with them.
 */
export const importDocx = (
  { storage }: Pick<PublicationDeps, 'storage'>,
  caller: Caller,
  file: { name: string; bytes: Uint8Array },
): Promise<Result<ImportedDocx>> =>
  docxToHtml(file, (picture) => savePicture(storage, caller, picture), richText.readDocx);

async function savePicture(
  storage: PublicationDeps['storage'],
  { actor, now }: Caller,
  { name, bytes }: FoundPicture,
): Promise<string | undefined> {
  const received = await receiveFile(storage, actor, now, { fileName: name, content: Readable.from([bytes]) });
  if (!received.ok) return undefined;
  const added = await write(storage.db, actor, now, async (trx, record) =>
    success(await addAttachment({ trx, record, actor, now }, received.value)),
  );
  return added.ok ? added.value.id : undefined;
}

/** The longest paste that is cleaned, in characters of HTML. */
export const largestPaste = maximumHtmlCharacters;

/** The same in bytes of a request, with the rest of what is sent. */
export const largestText = 4 * maximumHtmlCharacters;

/** What was pasted, as it may stand in a text. */
export const cleanPasted = (html: string): Promise<Result<CleanText>> => richText.cleanPaste(html);
