import type { ColumnDeclaration } from '../forms/index.ts';
import { headerCores } from './labels.ts';
import type { Token } from './tokens.ts';

/** What the headers above a table say of its columns. */
export interface Headers {
  /**
   * Indexes of the form's columns in the order in which they stand in the source, as far as their
   * headers were found; undefined when the headers stand in an order that cannot be told.
   */
  order: readonly number[] | undefined;
  /** Centres of these columns from the left, where the source has places. */
  centres: readonly number[] | undefined;
  /** Number of cells in the row of headers when it is text; 0 elsewhere. */
  width: number;
  /**
   * Without places: the last column is named before the first. The form itself prints 总计 on the
   * first row of headers, so this alone does not say that the column stands first.
   */
  lastNamedFirst: boolean;
}

/**
 * Which columns of the form stand at `centres`, one fewer than the form has, told by the headers
 * that were found: undefined unless only one column can be the missing one.
 */
export function columnsAt(centres: readonly number[], headers: Headers, length: number): readonly number[] | undefined {
  const gap = (centres[1] ?? 0) - (centres[0] ?? 0);
  const possible: number[][] = [];
  for (let missing = 0; missing < length; missing += 1) {
    const order = Array.from({ length }, (_, index) => index).filter((index) => index !== missing);
    const fits = headers.order?.every((column, at) => {
      const place = order.indexOf(column);
      return place >= 0 && Math.abs((centres[place] ?? 0) - (headers.centres?.[at] ?? 0)) < gap * 0.45;
    });
    if (fits) possible.push(order);
  }
  return possible.length === 1 ? possible[0] : undefined;
}

/**
 * Reads the headers nearest above the values.
 *
 * A source with places tells the order by them. Without places the words tell it: the columns
 * under one spanning header in their order, and the others in theirs.
 *
 * @param above what stands above the first row of values
 */
export function findHeaders(above: readonly Token[], columns: readonly ColumnDeclaration[]): Headers {
  // Headers with values between them and the rows are those of another block.
  const tokens = above.slice(above.findLastIndex((token) => token.kind === 'value') + 1);
  const grouped = (column: number) => columns[column]?.group !== undefined;
  const found: { column: number; at: number; token: Token }[] = [];
  for (const [index, column] of columns.entries()) {
    const wording = headerCores(column);
    const at = tokens.findLastIndex(
      (each) => each.kind === 'label' && each.ordinal === '' && wording.includes(each.core),
    );
    const token = tokens[at];
    if (token) found.push({ column: index, at, token });
  }
  const widths = new Set(found.map(({ token }) => (token.setting === 'cells' ? (token.width ?? 0) : 0)));
  const width = Math.max(0, ...found.map(({ token }) => (token.setting === 'cells' ? (token.width ?? 0) : 0)));
  const placed = found
    .map(({ column, token }) => ({ column, centre: ((token.left ?? Number.NaN) + (token.right ?? Number.NaN)) / 2 }))
    .sort((a, b) => a.centre - b.centre);
  const apart = placed.every(({ centre }, index) => index === 0 || centre - (placed[index - 1]?.centre ?? 0) > 0.5);
  // Rows of headers written as text are a grid only when they have the same number of cells, and broken ones are none.
  const lines = new Set(found.filter(({ column }) => grouped(column)).map(({ token }) => token.line));
  const broken = lines.size > 1 && found.some(({ token }) => token.setting === 'cells');
  if (
    placed.length > 1 &&
    apart &&
    widths.size === 1 &&
    !broken &&
    placed.every(({ centre }) => !Number.isNaN(centre))
  ) {
    return {
      order: placed.map(({ column }) => column),
      centres: placed.map(({ centre }) => centre),
      width,
      lastNamedFirst: false,
    };
  }
  const read = found.toSorted((a, b) => a.at - b.at).map(({ column }) => column);
  if (!columns.some((column) => column.group !== undefined))
    return { order: read, centres: undefined, width, lastNamedFirst: false };
  const named = read.filter(grouped);
  const sure = named.every((column, index) => index === 0 || column > (named[index - 1] ?? 0));
  const lastNamedFirst = read.indexOf(columns.length - 1) >= 0 && read.indexOf(columns.length - 1) < read.indexOf(0);
  return { order: sure ? found.map(({ column }) => column) : undefined, centres: undefined, width, lastNamedFirst };
}

/**
 * Where all columns stand when only some headers were found whole: those between two found ones
 * share the room between them evenly.
 *
 * @returns undefined unless the first and the last column were found and the gaps are alike
 */
export function spreadCentres(headers: Headers, length: number): readonly number[] | undefined {
  const { order, centres } = headers;
  if (!order || !centres || order.length < 3 || order[0] !== 0 || order.at(-1) !== length - 1) return undefined;
  const all: number[] = [];
  for (let at = 0; at + 1 < order.length; at += 1) {
    const [left, right] = [order[at] ?? 0, order[at + 1] ?? 0];
    const [from, to] = [centres[at] ?? 0, centres[at + 1] ?? 0];
    for (let column = left; column < right; column += 1)
      all.push(from + ((to - from) * (column - left)) / (right - left));
  }
  all.push(centres.at(-1) ?? 0);
  const gaps = all.slice(1).map((centre, index) => centre - (all[index] ?? 0));
  return Math.min(...gaps) > Math.max(...gaps) * 0.6 ? all : undefined;
}
