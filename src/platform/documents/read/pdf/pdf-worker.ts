import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Block } from '../../../../kernel/neutral-document.ts';
import { Deadline, limits } from '../limits.ts';
import { DocumentRefusal, type RefusalCode } from '../refusal.ts';
import { combine, identity, type PageContent } from './geometry.ts';
import { type Operators, readPageContent } from './page-content.ts';
import { joinPages } from './page-flow.ts';
import { layOutPage, type PageItem } from './page-layout.ts';
import { type PdfDetails, readDetails } from './pdf-details.ts';
import type { PdfFont } from './text-state.ts';

/** A file to read. */
export interface PdfTask {
  bytes: Uint8Array<ArrayBuffer>;
  milliseconds: number;
  /** Whether what a reader of the pages does not see is wanted too; then a file without text is no refusal. */
  withDetails?: true;
}

/** What comes back for each; `failed` is a fault of the program, told as it would be logged. */
export type PdfAnswer =
  | { blocks: Block[]; remarks: string[]; details?: PdfDetails }
  | { refused: RefusalCode }
  | { failed: string };

// pdf.js runs in a thread of its own: it decodes whatever a file asks for, and a thread can be ended.
parentPort?.on('message', async (task: PdfTask) => {
  parentPort?.postMessage(await answer(task));
});

// pdf.js leaves promises behind for parts of a faulty file it gave up; they are nobody's any more.
process.on('unhandledRejection', () => {});

async function answer({ bytes, milliseconds, withDetails }: PdfTask): Promise<PdfAnswer> {
  try {
    return await readPages(bytes, new Deadline(milliseconds), withDetails ?? false);
  } catch (error) {
    if (error instanceof DocumentRefusal) return { refused: error.code };
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function readPages(data: Uint8Array<ArrayBuffer>, deadline: Deadline, withDetails: boolean): Promise<PdfAnswer> {
  const pictures = countPictures(data);
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({ ...options(pdfjs), data });
  try {
    const document = await task.promise.catch((error: unknown) => {
      const isLocked = error instanceof pdfjs.PasswordException;
      throw new DocumentRefusal(isLocked ? 'password-protected' : 'damaged-file');
    });
    if (document.numPages > limits.pages) throw new DocumentRefusal('too-many-pages');
    if (!withDetails) return await readAll(document, pdfjs, pictures, deadline);
    const details = await readDetails(document, deadline);
    try {
      return { ...(await readAll(document, pdfjs, pictures, deadline)), details };
    } catch (error) {
      const isWithoutText = error instanceof DocumentRefusal && ['picture-only', 'no-text'].includes(error.code);
      if (isWithoutText) return { blocks: [], remarks: [], details };
      throw error;
    }
  } finally {
    await task.destroy();
  }
}

type Pdfjs = typeof import('pdfjs-dist');

async function loadPdfjs(): Promise<Pdfjs> {
  // pdf.js looks here before it starts a worker of its own.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs') });
  return await import('pdfjs-dist/legacy/build/pdf.min.mjs');
}

function options({ VerbosityLevel }: Pdfjs) {
  const files = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    cMapUrl: `${files}/cmaps/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are never decoded.
    maxImageSize: 1,
  };
}

async function readAll(
  document: PDFDocumentProxy,
  pdfjs: Pdfjs,
  pictures: number,
  deadline: Deadline,
): Promise<PdfAnswer> {
  const pages: PageItem[][] = [];
  const characters = { all: 0, unreadable: 0 };
  let broken = 0;
  for (let number = 1; number <= document.numPages; number++) {
    deadline.check();
    try {
      const page = await document.getPage(number);
      const content = await readPage(page, pdfjs);
      for (const { text } of content.glyphs) {
        if (text.trim() === '') continue;
        characters.all++;
        if (/^[\p{Co}\p{Cc}\uFFFD]/u.test(text)) characters.unreadable++;
      }
      if (characters.all > limits.pdfCharacters) throw new DocumentRefusal('text-too-long');
      pages.push(layOutPage(content, number));
      page.cleanup();
    } catch (error) {
      if (error instanceof DocumentRefusal) throw error;
      // A page that pdf.js cannot read is left out and counted.
      pages.push([]);
      broken++;
    }
  }
  if (characters.all === 0)
    throw new DocumentRefusal(broken > 0 ? 'damaged-file' : pictures > 0 ? 'picture-only' : 'no-text');
  if (characters.unreadable > characters.all / 3) throw new DocumentRefusal('unreadable-font');

  const remarks: string[] = [];
  if (broken > 0) remarks.push(`文件有 ${broken} 页损坏，没有读取。`);
  if (pictures > 0) remarks.push(`文件中有 ${pictures} 张图片，图片里的文字没有读取。`);
  if (characters.unreadable > 0)
    remarks.push(`文件中有 ${characters.unreadable} 个字符的字体没有对应的文字，无法识别。`);
  return { blocks: joinPages(pages, deadline), remarks };
}

async function readPage(page: PDFPageProxy, { AnnotationMode, OPS }: Pdfjs): Promise<PageContent> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const findFont = (name: string): PdfFont => (page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : {});
  return readPageContent(list, OPS as unknown as Operators, combine(identity, transform), { width, height }, findFont);
}

/** Counts the pictures by their dictionaries, which stand uncompressed in the file. */
function countPictures(data: Uint8Array): number {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  let count = 0;
  for (let at = buffer.indexOf('/Image'); at !== -1 && count < 10_000; at = buffer.indexOf('/Image', at + 1)) {
    if (
      /\/Subtype\s*$/.test(buffer.toString('latin1', Math.max(0, at - 16), at)) &&
      !/[A-Za-z]/.test(String.fromCharCode(buffer[at + 6] ?? 0))
    ) {
      count++;
    }
  }
  return count;
}
