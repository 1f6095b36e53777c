import { maskCell } from '../check/index.ts';
import { findLedgerHead, guessLedgerHead } from './columns.ts';

/** Something in a cell that may not be public, by the names of the checks that found it; the cell itself is masked. */
export interface ForbiddenCell {
  /** From 0. */
  row: number;
  column: number;
  found: readonly string[];
}

/** A table of a ledger as it is kept until somebody decides about it. */
export interface LedgerSheet {
  name: string;
  rows: readonly (readonly string[])[];
  forbidden: readonly ForbiddenCell[];
}

/**
 * Makes a table ready to be kept: ledgers bring columns nobody publishes, with ID numbers, cards and mobiles of the people
 * concerned (个人信息保护法 art. 6: no more than is needed). Those are masked; where one stood in what is to be taken over,
 * the row is refused all the same.
 *
 * @example keepSheet('发放台账', [['标题', '联系电话'], ['低保公示', '13812345678']]).rows[1] // ['低保公示', '138****5678']
 */
export function keepSheet(name: string, rows: readonly (readonly string[])[]): LedgerSheet {
  const head = findLedgerHead(rows) ?? guessLedgerHead(rows);
  const headings = rows[head] ?? [];
  const forbidden: ForbiddenCell[] = [];
  const kept = rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (!suspicious.test(cell)) return cell;
      const { text, forbidden: found } = maskCell(row > head ? (headings[column] ?? '').trim() : '', cell);
      if (found.length > 0) forbidden.push({ row, column, found });
      return text;
    }),
  );
  return { name, rows: kept, forbidden };
}

/** Most cells hold nothing a check could find; a number of a person has six digits at least, a mark of secrecy its words. */
const suspicious = /\p{N}(?:\P{L}{0,3}\p{N}){5}|[密秘]/u;
