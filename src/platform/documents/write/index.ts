import type { PrintableDocument, PrintableFormat } from '../../../kernel/printable-document.ts';
import { printable } from './escape.ts';

/**
 * Writes a document in a format of files. The same document always gives the same bytes;
 * characters that no file may hold are left out. The writer of a format is loaded when it is
 * first needed.
 *
 * @returns the whole file; text formats are UTF-8 without a byte order mark
 */
export async function writeDocument(source: PrintableDocument, format: PrintableFormat): Promise<Uint8Array> {
  const document = printable(source);
  switch (format) {
    case 'docx':
      return (await import('./docx/index.ts')).writeDocx(document);
    case 'html':
      return new TextEncoder().encode((await import('./html/index.ts')).writeHtml(document));
    case 'xlsx':
      return (await import('./xlsx/index.ts')).writeXlsx(document);
    case 'md':
      return new TextEncoder().encode((await import('./markdown.ts')).writeMarkdown(document));
  }
}
