import type { NeutralDocument } from '../../../src/kernel/neutral-document.ts';
import type { Rendering } from './layout.ts';

/** Plain text as the document readers hand it over: one paragraph for every physical line. */
export const documentOfText = (text: string): NeutralDocument => ({
  mediaType: 'text/plain',
  blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
  remarks: [],
});

/** The document a rendering is read from. */
export async function documentOf(rendering: Rendering): Promise<NeutralDocument> {
  return 'document' in rendering.source ? rendering.source.document : documentOfText(rendering.source.text);
}
