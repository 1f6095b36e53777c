import { DocumentRefusal } from './refusal.ts';

/** The largest file that is read at all: 50 MB. A caller can stop reading from disk there. */
export const maximumBytes = 50 * 1024 * 1024;

/** Bounds that no report comes near and that keep a hostile file from hurting. */
export const limits = {
  /** Wall-clock time for one file, in milliseconds. */
  milliseconds: 20_000,
  /** Characters of text in a plain-text, Markdown or HTML source. */
  characters: 20_000_000,
  /** Physical lines of a plain-text source. */
  lines: 500_000,
  /** Blocks in a neutral document. */
  blocks: 500_000,
  /** Elements and text nodes of an HTML page. */
  nodes: 2_000_000,
  /** Open elements of HTML or XML at one time. */
  depth: 20_000,
  /** Cells of one table, and columns of one row. */
  cells: 100_000,
  columns: 2_000,
  /** Entries of a zip package; bytes of one inflated part and of all parts together. */
  zipEntries: 10_000,
  partBytes: 32 * 1024 * 1024,
  packageBytes: 96 * 1024 * 1024,
  /** Inflated size against packed size; a report's XML packs about 20 to 1, tables of zeros 60 to 1. */
  zipRatio: 400,
  pages: 500,
  pdfCharacters: 5_000_000,
  /** JavaScript heap of the thread that reads a PDF, and that heap together with its buffers. */
  pdfHeapMegabytes: 384,
  pdfBytes: 400 * 1024 * 1024,
} as const;

/** The time one reading may take. Long loops ask it now and then. */
export class Deadline {
  readonly #end: number;

  constructor(milliseconds: number = limits.milliseconds) {
    this.#end = performance.now() + milliseconds;
  }

  /** Milliseconds left, never negative. */
  get left(): number {
    return Math.max(0, this.#end - performance.now());
  }

  /** Refuses the file when its time is over. */
  check(): void {
    if (performance.now() > this.#end) throw new DocumentRefusal('timed-out');
  }
}
