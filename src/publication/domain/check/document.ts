import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Item } from '../item.ts';
import type { Place } from './finding.ts';
import { type PlainText, plainText } from './plain-text.ts';

/** A piece of running text, or the text of one cell. */
export interface Piece {
  place: Place;
  text: string;
  plain: PlainText;
  /** What the piece is, said beside it: the heading of its column, the cell to the left, the label of a field; plain. */
  label: string;
}

/** A table; cells of a merged range are empty but for the first, and a row ends with its last filled cell or later. */
export interface CheckedTable {
  /** What stands before it, e.g. its title; plain. */
  title: string;
  rows: readonly (readonly Piece[])[];
  /** Index of the row with the headings; -1 when there is none. */
  headingRow: number;
  /** Heading by column, plain. */
  headings: readonly string[];
}

export interface CheckedLink {
  href: string;
  text: string;
  place: Place;
  start: number;
  end: number;
}

export interface CheckedPicture {
  place: Place;
  alt: string;
}

/** What is known of an attachment besides its text. */
export interface CheckedAttachment {
  id: string;
  name: string;
  /** What tells this content from another; part of what judgements hang on. */
  digest: string;
  /** Why nothing in it could be checked, as a sentence; absent when it could. */
  unreadable?: string;
  /** What is in it that nobody sees who opens it as usual, in words with the number, e.g. 批注 3 条. */
  concealed: readonly string[];
  /** Document properties that say who or where, label and value. */
  properties: readonly { label: string; value: string }[];
  /** Pictures, or pages that are pictures, whose text was not read. */
  pictures: number;
  /** Whether only a part was read because there is too much. */
  truncated: boolean;
}

/** A word that is not to stand in what is published. */
export interface Word {
  wrong: string;
  right?: string;
  severity: 'warn' | 'info';
  note: string;
  /** Longer words that contain it and are right. */
  except: readonly string[];
}

/** Another public item of which this one repeats a good part. */
export interface NearDuplicate {
  itemId: string;
  title: string;
  organName?: string;
  publishedOn?: PlainDate;
  /** Shared shingles against all of both, 0 to 1. */
  similarity: number;
  /** Shared shingles against those of this text, and of the other. */
  containedHere: number;
  containedThere: number;
  passages: readonly { here: { start: number; end: number }; there: { start: number; end: number }; text: string }[];
}

/** What a link of the text was found to lead to. */
export interface LinkState {
  href: string;
  /** `dead`: known not to answer, with the reason. */
  state: 'alive' | 'dead';
  reason: string;
}

/** What the rules need to know beside the text. */
export interface Surroundings {
  today: PlainDate;
  words: readonly Word[];
  /** What its kind asks for and is missing or wrong. */
  missingFields: readonly { field: string; label: string; message: string; suggestion?: string }[];
  /** Whether the kind is one that needs an interpretation and has none: with the days it may be late. */
  missingInterpretation?: { workingDays: number };
  duplicates: readonly NearDuplicate[];
  links: readonly LinkState[];
  /** Whether people can read it already. */
  isPublic: boolean;
}

/** Everything the checks look at. */
export interface CheckedDocument {
  item: Pick<Item, 'kind' | 'formedOn' | 'publishedOn' | 'documentNumber' | 'disclosure'>;
  title: string;
  pieces: readonly Piece[];
  /** What becomes public beside the writing: read for what may never go out, and for nothing else. */
  besides: readonly { place: Place; text: string }[];
  tables: readonly CheckedTable[];
  links: readonly CheckedLink[];
  pictures: readonly CheckedPicture[];
  attachments: readonly CheckedAttachment[];
  /** Whether the body holds any text. */
  hasBody: boolean;
  surroundings: Surroundings;
}

/** Makes a piece ready for the checks. */
export const pieceOf = (place: Place, text: string, label = ''): Piece => ({
  place,
  text,
  plain: plainText(text),
  label,
});
