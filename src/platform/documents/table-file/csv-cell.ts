/**
 * Texts as they stand in a CSV file that somebody opens in a spreadsheet.
 *
 * What begins like a formula gets an apostrophe in front, so that the spreadsheet shows it and does not calculate it.
 * Digits that would lose zeros or precision get a tab in front, which makes them text. `readCsvCell` takes both off again.
 */

/** Characters a formula may begin with, also of full width, behind any apostrophes. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const escapedFormula = /^'+[=+\-@\t\r＝＋－＠]/;

/**
 * A text as a cell of CSV.
 *
 * @param digits the column holds codes or telephone numbers
 * @example writeCsvCell('=1+1', false) // "'=1+1"
 * @example writeCsvCell('990123101000', true) // '\t990123101000'
 */
export function writeCsvCell(text: string, digits: boolean): string {
  if (formula.test(text)) return `'${text}`;
  return digits && /^\d[\dE]{4,}$/i.test(text) ? `\t${text}` : text;
}

/** The text of a cell of CSV. */
export function readCsvCell(cell: string): string {
  if (escapedFormula.test(cell)) return cell.slice(1);
  return cell.startsWith('\t') ? cell.slice(1) : cell;
}
