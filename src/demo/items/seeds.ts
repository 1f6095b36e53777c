import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnKey } from '../../catalogue/domain/columns.ts';
import type { FieldKey } from '../../catalogue/domain/fields.ts';
import { resourceFolder } from '../../platform/config/resources.ts';

/** A piece of a body: a paragraph, one of several paragraphs, a heading (`## `), or a table. */
export type BlockSeed = string | readonly string[] | { table: TableSeed };

/** A table whose rows are drawn (`rows` and `cells`) or stand as they are (`fixed`). */
export interface TableSeed {
  caption?: string;
  head: readonly string[];
  /** Fewest and most rows. */
  rows?: readonly [number, number];
  /** What stands in each row, with slots. */
  cells?: readonly string[];
  /** Drawn for each row and shown nowhere, e.g. the rate of an amount. */
  hidden?: Readonly<Record<string, string>>;
  /** Columns, from 0, that are summed up in a last row. */
  total?: readonly number[];
  fixed?: readonly (readonly string[])[];
}

/** A sort of record that comes again and again, with its words. Texts have slots: see `slots.ts`. */
export interface SubjectSeed {
  key: string;
  kind: string;
  /** `townships`, `departments`, `all`, or keys with commas. */
  organs: string;
  /** How often: fewest and most a year, or how likely for each month or quarter. */
  year?: readonly [number, number];
  month?: number;
  quarter?: number;
  /** In the last two months it comes so often, in days: a column of news is old after two weeks. */
  recent?: number;
  /** The first and the last day of the month it comes up on. */
  on?: readonly [number, number];
  /** Once more in the first days of all: it stands for good. */
  atStart?: boolean;
  /** The line of the catalogue it is published for, by its template. */
  line?: string;
  /** The months it comes in; any when absent. */
  months?: readonly number[];
  column: ColumnKey;
  article20?: number;
  field?: FieldKey;
  important?: boolean;
  /** 机关代字 of its numbers. */
  mark?: string;
  /** Fewest and most working days from 形成 to publication, where it is quicker than usual. */
  lead?: readonly [number, number];
  /** How likely it is published urgently. */
  urgent?: number;
  /** Calendar days a 公示 lasts, and what happens after them. */
  days?: number;
  expiry?: 'withdraw' | 'de-identify';
  channels?: readonly string[];
  /** How likely a village drafts it. */
  village?: number;
  disclosure?: 'withheld' | 'on-request';
  grounds?: readonly { ground: string; part?: string; reason: string }[];
  let?: Readonly<Record<string, string | readonly (string | Readonly<Record<string, string>>)[]>>;
  title: readonly string[];
  summary: string;
  fields?: Readonly<Record<string, string>>;
  body: readonly BlockSeed[];
}

/** What a normative document is about, from which its draft, its text and its interpretation are written. */
export interface TopicSeed {
  key: string;
  organ: string;
  field?: FieldKey;
  name: string;
  about: string;
  whom: string;
  articles: readonly string[];
}

interface RegulationSeed {
  topics: readonly TopicSeed[];
  purpose: readonly string[];
  scope: readonly string[];
  principle: readonly string[];
  duty: readonly string[];
  supervision: readonly string[];
  liability: readonly string[];
  end: readonly string[];
  endRepealing: readonly string[];
  interpretation: Readonly<Record<'background' | 'basis' | 'answers', readonly string[]>>;
  consultation: Readonly<Record<'intro' | 'ways' | 'outcome', readonly string[]>>;
}

/** What reviewers write, by the review; and why they return. */
export interface OpinionSeed {
  pass: Readonly<Record<string, readonly string[]>>;
  /** The same of lists of people. */
  lists: Readonly<Record<string, readonly string[]>>;
  return: Readonly<Record<string, readonly { why: string; change: string }[]>>;
  withdrawn: readonly string[];
  discarded: readonly string[];
  urgent: readonly string[];
  refer: readonly string[];
}

/**
 * An organ that leaves a sort of record alone, never publishing it or not for so many days; or that has a line of the
 * catalogue since so many days, and nothing published for it.
 */
export interface NeglectSeed {
  organ: string;
  subject?: string;
  line?: string;
  sinceDays?: number;
}

/** Everything in seeds/demo/items. */
export interface ItemSeeds {
  subjects: readonly SubjectSeed[];
  regulations: RegulationSeed;
  opinions: OpinionSeed;
  neglect: readonly NeglectSeed[];
  names: {
    brands: readonly string[];
    industries: readonly string[];
    streets: readonly string[];
    codes: Readonly<Record<string, string>>;
  };
}

const folder = () => join(resourceFolder('seeds'), 'demo', 'items');
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder(), `${name}.json`), 'utf8'));

/** The words of the demonstration's records. */
export const readItemSeeds = (): ItemSeeds => ({
  subjects: ['decisions', 'money', 'notices', 'safety', 'work'].flatMap((name) => read<SubjectSeed[]>(name)),
  regulations: read('regulations'),
  opinions: read('opinions'),
  neglect: read('neglect'),
  names: read('names'),
});
