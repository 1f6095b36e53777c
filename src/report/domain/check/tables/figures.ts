import type { CellValue } from '../../annual-report.ts';

/**
 * The figure in a cell, or undefined when there is none: blank, `/` and words are not figures. A
 * money cell holds its figure as a decimal string.
 *
 * @example 12 → 12; "23246297.53" → 23246297.53; "/" → undefined; null → undefined
 */
export function findFigure(value: CellValue | undefined, kind: 'count' | 'change' | 'money'): number | undefined {
  if (typeof value === 'number') return value;
  if (kind === 'money' && typeof value === 'string' && decimal.test(value)) return Number(value);
  return undefined;
}

const decimal = /^-?\d+(?:\.\d+)?$/;

/**
 * How a cell is quoted in a message: a figure as it is, words in quotation marks, blank as 空白.
 */
export function quoteCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '空白';
  return typeof value === 'number' || decimal.test(value) ? String(value) : `“${value}”`;
}

/**
 * The terms of a sum as people write them; in a sum of more than two terms zeros are left out.
 *
 * @example [14069, 560] → 14069 + 560 = 14629; [0, 3, 0] → 3; [0, 0, 0] → 0
 */
export function writeSum(terms: readonly number[]): string {
  const shown = terms.length > 2 ? terms.filter((term) => term !== 0) : terms;
  const total = addUp(terms);
  return shown.length > 1 ? `${shown.map(writeTerm).join(' + ')} = ${total}` : String(total);
}

const writeTerm = (term: number) => (term < 0 ? `(${term})` : String(term));

/** The sum of figures, without the dust of binary fractions. */
export function addUp(terms: readonly number[]): number {
  let total = 0;
  for (const term of terms) total += term;
  return Number.isInteger(total) ? total : Number(total.toPrecision(12));
}

/**
 * A few names and how many there are in all.
 *
 * @example listNames(['甲', '乙', '丙', '丁'], '行') → 甲、乙、丙等4行
 */
export function listNames(names: readonly string[], unit: string, shown = 3): string {
  if (names.length <= shown) return names.join('、');
  return `${names.slice(0, shown).join('、')}等${names.length}${unit}`;
}
