import type { CheckedDocument, Piece } from './document.ts';
import type { CheckDeclaration, Hit, Severity, Waiver } from './finding.ts';

/** What a check that reads running text found in one piece; offsets in the plain text. */
export interface TextMatch {
  start: number;
  end: number;
  /** Where the check itself stands for several cases. */
  severity?: Severity;
  waivable?: Waiver;
  message?: string;
  /** Put in its place by one click; what personal data becomes. */
  mask?: string;
  /** The corrected spelling; put in its place by one click. */
  suggestion?: string;
  /** What makes it the same finding again, where that is not the matched text alone. */
  content?: string;
}

/** A check that reads one piece of text at a time. */
export interface TextCheck extends CheckDeclaration {
  /** The message where a match has none of its own. */
  message: string;
  /** Whether what it found is no longer looked at by the checks after it that claim too. */
  claims?: true;
  /** Quick look whether there can be anything at all. */
  hint: RegExp;
  find(piece: Piece, document: CheckedDocument): Iterable<TextMatch>;
}

/** A check that looks at the whole: tables, attachments, what is missing. */
export interface WholeCheck extends CheckDeclaration {
  findAll(document: CheckedDocument): Iterable<Hit>;
}

export type Check = TextCheck | WholeCheck;

/** Declares a check that reads text. */
export const textCheck = (check: TextCheck): TextCheck => check;

/** Declares a check that looks at the whole. */
export const wholeCheck = (check: WholeCheck): WholeCheck => check;

/** All matches of a pattern with the flag g, as offsets. */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex += 1;
    yield match;
  }
}

/** What stands before a place in a piece, up to `length` characters, with what the piece is labelled. */
export const before = ({ plain, label }: Piece, start: number, length: number): string =>
  start < length && label !== ''
    ? `${label}:${plain.text.slice(0, start)}`.slice(-Math.max(length, label.length + 1 + start))
    : plain.text.slice(Math.max(0, start - length), start);

/** What stands behind a place in a piece. */
export const after = ({ plain }: Piece, end: number, length: number): string => plain.text.slice(end, end + length);

/** Stretches of a text that are spoken for; asking whether one is free takes no longer for there being many. */
export class Claims {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  /** Takes a stretch unless a part of it is taken already. @returns whether it was free */
  take(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.#taken[at] === 1) return false;
    this.#taken.fill(1, start, end);
    return true;
  }
}
