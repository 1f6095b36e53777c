import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Item } from '../item.ts';
import type { KindKey } from '../kinds/index.ts';
import type { FieldRemark } from '../kinds/kind.ts';
import type { ReadRow } from './read-row.ts';
import type { Matching } from './targets.ts';

/** A spreadsheet of decisions that was read, until somebody enters or drops it. */
export interface Batch {
  id: string;
  organId: string;
  draftingOrganId: string;
  authorId: string;
  kind: KindKey;
  fileName: string;
  status: 'pending' | 'entered' | 'dropped';
  head: BatchHead;
  /** The headings of the file. */
  columns: readonly string[];
  matched: Matching;
  /** What stands below them, without the columns nobody may publish; a row that was entered is empty. */
  rows: readonly (readonly string[])[];
  remarks: readonly string[];
  enteredAt?: Date;
  createdBy: string;
  createdAt: Date;
}

/** What all items of a batch share. */
export interface BatchHead {
  catalogueItemId?: string | undefined;
  columnKey?: Item['columnKey'] | undefined;
  fieldKey?: Item['fieldKey'] | undefined;
  /** 公示截止期 where the row has none. */
  expiresOn?: PlainDate | undefined;
}

/** More rows than this are sent in several files, so that nobody has to wait for them. */
export const mostRows = 300;

/** A row of a batch as the list of differences shows it. */
export interface JudgedRow {
  /** As the file counts: the heading is row 1. */
  row: number;
  title: string;
  /** `ready`: becomes a draft; `faulty`: has to be mended in the file; `known`: entered before. */
  standing: 'ready' | 'faulty' | 'known';
  problems: FieldRemark[];
  rewritten: ReadRow['rewritten'];
  /** The item that has the same 文号. */
  known?: { id: string; title: string };
}

/** Anything that reads like the number of an identity card, whole: it is cut out before a row is kept. */
const identityNumber =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;

/**
 * The rows of a file as they may be kept: columns that nobody may publish are emptied, identity numbers in the others
 * cut out. @returns how many of those there were
 */
export function withoutPrivate(
  rows: readonly (readonly string[])[],
  isPrivate: readonly boolean[],
): { rows: string[][]; cut: number } {
  let cut = 0;
  const kept = rows.map((cells) =>
    cells.map((cell, index) => {
      if (isPrivate[index]) return '';
      return cell.replace(identityNumber, () => {
        cut += 1;
        return '（号码已删去）';
      });
    }),
  );
  return { rows: kept, cut };
}
