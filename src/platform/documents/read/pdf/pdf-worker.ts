import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Block } from '../../../../kernel/neutral-document.ts';
import { Deadline, limits } from '../limits.ts';
import { DocumentRefusal, type RefusalCode } from '../refusal.ts';
import { combine, identity } from './geometry.ts';
import { type Operators, readPageContent } from './page-content.ts';
import { joinPages } from './page-flow.ts';
import { layOutPage, type PageItem } from './page-layout.ts';
import type { PdfFont } from './text-state.ts';

/** What the thread is started with. */
export interface PdfTask {
  bytes: Uint8Array<ArrayBuffer>;
  milliseconds: number;
}

/** What it answers with, once. */
export type PdfAnswer = { blocks: Block[]; remarks: string[] } | { refused: RefusalCode };

// pdf.js runs in a thread of its own: it decodes whatever a file asks for, and a thread can be ended.
const { bytes, milliseconds } = workerData as PdfTask;
const answer: PdfAnswer = await readPages(bytes, new Deadline(milliseconds)).catch((error: unknown) => {
  if (error instanceof DocumentRefusal) return { refused: error.code };
  throw error;
});
parentPort?.postMessage(answer);

async function readPages(data: Uint8Array<ArrayBuffer>, deadline: Deadline): Promise<PdfAnswer> {
  const pictures = countPictures(data);
  // pdf.js looks here before it starts a worker of its own.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs') });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
  const files = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    data,
    cMapUrl: `${files}/cmaps/`,
    standardFontDataUrl: `${files}/standard_fonts/`,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    // Pictures are never decoded.
    maxImageSize: 1,
  });
  const document = await task.promise.catch((error: unknown) => {
    const isLocked = error instanceof pdfjs.PasswordException;
    throw new DocumentRefusal(isLocked ? 'password-protected' : 'damaged-file');
  });
  if (document.numPages > limits.pages) throw new DocumentRefusal('too-many-pages');

  const pages: PageItem[][] = [];
  let characters = 0;
  let unreadable = 0;
  let broken = 0;
  for (let number = 1; number <= document.numPages; number++) {
    deadline.check();
    try {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
      const findFont = (name: string): PdfFont =>
        page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : {};
      const base = combine(identity, transform);
      const content = readPageContent(list, pdfjs.OPS as unknown as Operators, base, { width, height }, findFont);
      for (const { text } of content.glyphs) {
        if (text.trim() === '') continue;
        characters++;
        if (/^[\p{Co}\p{Cc}\uFFFD]/u.test(text)) unreadable++;
      }
      if (characters > limits.characters / 4) throw new DocumentRefusal('text-too-long');
      pages.push(layOutPage(content, number));
      page.cleanup();
    } catch (error) {
      if (error instanceof DocumentRefusal) throw error;
      // A page that pdf.js cannot read is left out and counted.
      pages.push([]);
      broken++;
    }
  }
  if (characters === 0)
    throw new DocumentRefusal(broken > 0 ? 'damaged-file' : pictures > 0 ? 'picture-only' : 'no-text');
  if (unreadable > characters / 3) throw new DocumentRefusal('unreadable-font');

  const remarks: string[] = [];
  if (broken > 0) remarks.push(`文件有 ${broken} 页损坏，没有读取。`);
  if (pictures > 0) remarks.push(`文件中有 ${pictures} 张图片，图片里的文字没有读取。`);
  if (unreadable > 0) remarks.push(`文件中有 ${unreadable} 个字符的字体没有对应的文字，无法识别。`);
  return { blocks: joinPages(pages, deadline), remarks };
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
