import type { NeutralDocument } from '../../../../kernel/neutral-document.ts';
import type { Deadline } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { readInThread } from './pdf-thread.ts';

/**
 * Reads a PDF with a text layer: ruled tables as tables, everything else as lines of words at their places.
 *
 * It runs in a thread of its own, because pdf.js has no bounds of its own for what a compressed stream unfolds to.
 */
export async function readPdf(bytes: Uint8Array, deadline: Deadline): Promise<NeutralDocument> {
  const answer = await readInThread(bytes, deadline);
  if ('refused' in answer) throw new DocumentRefusal(answer.refused);
  if ('failed' in answer) throw new Error(`reading a PDF failed: ${answer.failed}`);
  return { mediaType: 'application/pdf', ...answer };
}
