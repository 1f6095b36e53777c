import type { FormId } from './forms/form.ts';

/** Name of the interchange format and its version; stands in every document. */
export const annualReportSchema = 'gongkai.annual-report/1';

/**
 * A cell as the report has it: a number as written, `null` for blank or missing, a string for
 * anything else as written (`"/"`, `"无"`, `"12件（含网络3件）"`). In a money column a number is
 * a decimal string without grouping (`"23246297.53"`). Nothing is ever turned into 0.
 */
export type CellValue = number | string | null;

export type RowValues = Record<string, CellValue>;
export type TableValues = Record<string, RowValues>;

/** An annual report in the interchange format `gongkai.annual-report/1`. */
export interface AnnualReport {
  schema: typeof annualReportSchema;
  form: FormId;
  title: string | null;
  organ: string | null;
  year: number | null;
  /** Text between the title and section 一; empty when there is none. */
  preamble: string;
  /** Exactly six, in order. */
  sections: Section[];
  proactive: TableValues;
  requests: TableValues;
  remedies: TableValues;
  notes: Note[];
  source?: Source;
}

export interface Section {
  number: 1 | 2 | 3 | 4 | 5 | 6;
  /** As written, without its number; empty when the section is absent. */
  heading: string;
  /** Without the tables; paragraphs are separated by `\n`. */
  text: string;
}

/** Where the document was read from. */
export interface Source {
  name: string;
  mediaType: string;
  sha256: string;
  bytes: number;
}

/**
 * - `blank`: the cell is there and empty.
 * - `missing`: the row, column or table is not in the source.
 * - `text`: the cell holds something that is not a plain number.
 * - `repaired`: placed or read by a rule stronger than position; the value is given.
 * - `ambiguous`: more than one reading fits; no value is given.
 * - `document`: about the whole.
 */
export type NoteKind = 'blank' | 'missing' | 'text' | 'repaired' | 'ambiguous' | 'document';

/** What the reader repaired, guessed or could not read. */
export interface Note {
  /** Dotted path into the document, e.g. `requests.disclosed.natural`; `""` for the whole. */
  path: string;
  kind: NoteKind;
  /** One Chinese sentence for the clerk. */
  message: string;
  /** The source text it came from. */
  quote: string;
}
