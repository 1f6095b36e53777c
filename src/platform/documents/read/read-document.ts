import type { NeutralDocument } from '../../../kernel/neutral-document.ts';
import { type Result, success } from '../../../kernel/result.ts';
import { decodeText } from './decode-text.ts';
import { detectFormat, type ReadableFormat } from './detect-format.ts';
import { Deadline, maximumBytes } from './limits.ts';
import { DocumentRefusal, refuse } from './refusal.ts';
import type { PlainSheet } from './xlsx/read-xlsx.ts';

/**
 * Reads a file of any supported format into a neutral document. The format is found from the content.
 *
 * `name` is the file's name, used in messages and as a hint; `bytes` is the whole file. What cannot be read is refused
 * with one sentence that names the file and says what to do; JSON is refused with `interchange-json`, because it is for
 * the area that knows its schema. Time and memory are bounded, whatever the file holds.
 */
export async function readDocument(file: { name: string; bytes: Uint8Array }): Promise<Result<NeutralDocument>> {
  const { name, bytes } = file;
  if (bytes.length > maximumBytes) return refuse('file-too-large', name);
  const format = detectFormat(bytes, name);
  if (format === 'json') return refuse('interchange-json', name);
  if (typeof format === 'object') return refuse(format.refused, name);
  return refusable(name, () => read(format, bytes));
}

/** Reads the sheets of an xlsx file as data, each cell where the spreadsheet shows it; refused as `readDocument` refuses. */
export async function readSheets(file: {
  name: string;
  bytes: Uint8Array;
}): Promise<Result<{ sheets: PlainSheet[]; remarks: string[] }>> {
  if (file.bytes.length > maximumBytes) return refuse('file-too-large', file.name);
  const { readXlsxSheets } = await import('./xlsx/read-xlsx.ts');
  return refusable(file.name, async () => readXlsxSheets(file.bytes, new Deadline()));
}

async function refusable<T>(name: string, reading: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await reading());
  } catch (error) {
    if (error instanceof DocumentRefusal) return refuse(error.code, name);
    throw error;
  }
}

/** The readers are loaded when they are needed: most runs need one of them. */
async function read(format: ReadableFormat, bytes: Uint8Array): Promise<NeutralDocument> {
  const deadline = new Deadline();
  switch (format) {
    case 'text':
    case 'markdown': {
      const { readText } = await import('./text.ts');
      const decoded = decodeText(bytes);
      if (decoded === undefined) throw new DocumentRefusal('binary-file');
      const document = await readText(decoded.text, format, deadline);
      return { ...document, remarks: [...decoded.remarks, ...document.remarks] };
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts');
      return { mediaType: 'text/html', ...(await readHtml(bytes, deadline)) };
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      return readDocx(bytes, deadline);
    }
    case 'xlsx': {
      const { readXlsx } = await import('./xlsx/read-xlsx.ts');
      return readXlsx(bytes, deadline);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return await readPdf(bytes, deadline);
    }
  }
}
