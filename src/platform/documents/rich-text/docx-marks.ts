import sax from 'sax';
import { isOn, type Numbering } from '../read/docx/numbering.ts';
import { fromOutline, type Styles } from '../read/docx/styles.ts';
import { type Deadline, limits } from '../read/limits.ts';
import { DocumentRefusal } from '../read/refusal.ts';

/**
 * Letters that no text has (Unicode keeps them free for programs) carry through the conversion what it would lose: they stand
 * around the number or the heading level of a paragraph, at its beginning.
 */
export const markSigns = { number: '\ufdd0', heading: '\ufdd1', middle: '\ufdd2', end: '\ufdd3' } as const;

/** What a document holds that a web page cannot show, by count. */
export interface Losses {
  revisions: number;
  comments: number;
  formulas: number;
  charts: number;
  hidden: number;
  contents: number;
  notes: number;
}

/** A paragraph that is being read, with where its text begins. */
interface OpenParagraph {
  start: number;
  textAt: number;
  style?: string;
  listId?: string;
  level?: number;
  outline?: number;
  isContents: boolean;
}

/** A change to the text of the part: what stands from `at` to `until` becomes `text`. */
interface Edit {
  at: number;
  until: number;
  text: string;
}

/**
 * Writes the automatic numbers and heading levels of a Word document into its text between {@link markSigns}, and takes out
 * hidden letters and the table of contents.
 *
 * @param xml the main part
 */
export function markParagraphs(
  xml: string,
  styles: Styles,
  numbering: Numbering,
  deadline: Deadline,
): { xml: string; losses: Losses } {
  const reader = new Marker(styles, numbering, deadline);
  reader.read(xml);
  return { xml: apply(xml, reader.edits), losses: reader.losses };
}

class Marker {
  readonly edits: Edit[] = [];
  readonly losses: Losses = { revisions: 0, comments: 0, formulas: 0, charts: 0, hidden: 0, contents: 0, notes: 0 };
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #deadline: Deadline;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #names: string[] = [];
  #runStart = 0;
  #isHidden = false;

  constructor(styles: Styles, numbering: Numbering, deadline: Deadline) {
    this.#styles = styles;
    this.#numbering = numbering;
    this.#deadline = deadline;
  }

  read(xml: string): void {
    const parser = new sax.SAXParser(true, { position: true });
    let count = 0;
    parser.onerror = () => {
      throw new DocumentRefusal('damaged-file');
    };
    parser.ondoctype = () => {
      throw new DocumentRefusal('expansion-bomb');
    };
    parser.onopentag = ({ name, attributes }) => {
      if ((++count & 0xfff) === 0) this.#deadline.check();
      // The conversion goes down into the elements by recursion.
      if (this.#names.length > 400 || count > limits.nodes) throw new DocumentRefusal('too-complex');
      const value = Object.entries(attributes).find(([key]) => key === 'val' || key.endsWith(':val'))?.[1];
      this.#open(name, value, parser.startTagPosition - 1, parser.position);
    };
    parser.onclosetag = (name) => this.#close(name, parser.position);
    parser.write(xml).close();
  }

  #open(written: string, value: unknown, start: number, end: number): void {
    const name = localName(written);
    const inside = this.#names.at(-1);
    this.#names.push(name);
    const paragraph = this.#paragraphs.at(-1);
    const text = typeof value === 'string' ? value : undefined;
    if (name === 'p' && written !== 'a:p') this.#paragraphs.push({ start, textAt: end, isContents: false });
    else if (name === 'r') this.#beginRun(start);
    else if (name === 'vanish' && inside === 'rPr' && this.#names.at(-3) === 'r') this.#isHidden = isOn(text);
    else if (paragraph && inside === 'pPr' && this.#names.at(-3) === 'p') readProperty(paragraph, name, text);
    else if (paragraph && inside === 'numPr') readProperty(paragraph, name, text);
    this.#count(name);
  }

  #beginRun(start: number): void {
    this.#runStart = start;
    this.#isHidden = false;
  }

  #count(name: string): void {
    if (name === 'ins' || name === 'del') this.losses.revisions++;
    else if (name === 'commentReference') this.losses.comments++;
    else if (name === 'oMath') this.losses.formulas++;
    else if (name === 'chart' || name === 'relIds') this.losses.charts++;
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.losses.notes++;
  }

  #close(written: string, end: number): void {
    const name = localName(written);
    this.#names.pop();
    const paragraph = this.#paragraphs.at(-1);
    if (name === 'pPr' && paragraph && this.#names.at(-1) === 'p') this.#mark(paragraph, written, end);
    else if (name === 'r' && this.#isHidden) this.#cut('hidden', this.#runStart, end);
    else if (name === 'p' && written !== 'a:p' && this.#paragraphs.pop()?.isContents && paragraph)
      this.#cut('contents', paragraph.start, end);
  }

  #cut(loss: 'hidden' | 'contents', at: number, until: number): void {
    this.losses[loss]++;
    this.edits.push({ at, until, text: '' });
    this.#isHidden = false;
  }

  /** Says at the beginning of a paragraph what number and what level it has. */
  #mark(paragraph: OpenParagraph, written: string, end: number): void {
    const style = this.#styles.get(paragraph.style);
    if (style.isContents) {
      paragraph.isContents = true;
      return;
    }
    const heading = paragraph.outline === undefined ? style.heading : fromOutline(paragraph.outline);
    const listId = paragraph.listId ?? style.listId;
    let signs = heading === undefined ? '' : `${markSigns.heading}${heading}${markSigns.end}`;
    if (listId !== undefined && listId !== '0') {
      const level = paragraph.level ?? this.#numbering.findLevel(listId, style.id) ?? style.listLevel ?? 0;
      const number = this.#numbering.next(listId, level) || '·';
      signs += `${markSigns.number}${level}${markSigns.middle}${number}${markSigns.end}`;
    }
    if (signs === '') return;
    const prefix = written.slice(0, written.length - 'pPr'.length);
    const text = `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(signs)}</${prefix}t></${prefix}r>`;
    this.edits.push({ at: end, until: end, text });
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function readProperty(paragraph: OpenParagraph, name: string, value: string | undefined): void {
  if (name === 'pStyle' && value !== undefined) paragraph.style = value;
  else if (name === 'numId' && value !== undefined) paragraph.listId = value;
  else if (name === 'ilvl') paragraph.level = Number(value) || 0;
  else if (name === 'outlineLvl') paragraph.outline = Number(value);
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[letter] as string);

/** Edits come in the order of the text; one within another that is cut has nothing to do. */
function apply(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.at - b.at || b.until - a.until)) {
    if (edit.at < at) continue;
    pieces.push(xml.slice(at, edit.at), edit.text);
    at = edit.until;
  }
  return pieces.join('') + xml.slice(at);
}
