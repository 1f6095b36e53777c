import type { NeutralDocument } from '../../../src/kernel/neutral-document.ts';
import { readDocument } from '../../../src/platform/documents/index.ts';
import type { Rendering } from './layout.ts';

/** The document a rendering is read from: files go the way every file goes. */
export async function documentOf(rendering: Rendering): Promise<NeutralDocument> {
  if ('document' in rendering.source) return rendering.source.document;
  const bytes = 'bytes' in rendering.source ? rendering.source.bytes : new TextEncoder().encode(rendering.source.text);
  const result = await readDocument({ name: rendering.name, bytes });
  if (!result.ok) throw new Error(`${rendering.name}: ${result.problem.message}`);
  return result.value;
}
