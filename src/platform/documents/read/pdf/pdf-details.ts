import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Deadline } from '../limits.ts';

/** What a PDF holds besides the words on its pages. */
export interface PdfDetails {
  /** Author, Title …, as the file names them. */
  properties: { name: string; value: string }[];
  /** What notes and form fields say, with the number of their page. */
  notes: { page: number; text: string }[];
  /** Names of the files it carries. */
  attachments: string[];
  /** Numbers of the pages without any words. */
  blankPages: number[];
}

const mostNotes = 2_000;

/** Reads what a reader of the pages does not see at once. */
export async function readDetails(document: PDFDocumentProxy, deadline: Deadline): Promise<PdfDetails> {
  const details: PdfDetails = { properties: [], notes: [], attachments: [], blankPages: [] };
  const { info } = await document.getMetadata().catch(() => ({ info: {} as object }));
  for (const name of ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Company', 'Manager']) {
    const value = (info as Record<string, unknown>)[name];
    if (typeof value === 'string' && value.trim() !== '') details.properties.push({ name, value: value.trim() });
  }
  const custom = (info as { Custom?: unknown }).Custom;
  for (const [name, value] of Object.entries(custom && typeof custom === 'object' ? custom : {})) {
    if (typeof value === 'string' && value.trim() !== '') details.properties.push({ name, value: value.trim() });
  }
  const attached: unknown = await document.getAttachments().catch(() => null);
  if (attached instanceof Map) details.attachments.push(...[...attached.keys()].map(String));
  else if (attached !== null && typeof attached === 'object') {
    for (const [name, file] of Object.entries(attached as Record<string, { filename?: string }>)) {
      details.attachments.push(file.filename ?? name);
    }
  }
  for (let number = 1; number <= document.numPages; number++) {
    deadline.check();
    try {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      if (!items.some((item) => 'str' in item && item.str.trim() !== '')) details.blankPages.push(number);
      for (const annotation of await page.getAnnotations()) {
        const { contentsObj, fieldValue } = annotation as { contentsObj?: { str?: string }; fieldValue?: unknown };
        for (const text of [contentsObj?.str, fieldValue]) {
          if (typeof text !== 'string' || text.trim() === '' || details.notes.length >= mostNotes) continue;
          details.notes.push({ page: number, text });
        }
      }
    } catch {
      // A page that cannot be read is counted by the reader of the pages.
    }
  }
  return details;
}
