import type { Random } from '../../../src/kernel/random.ts';
import type { Grid } from './grid.ts';
import { cellsByRow } from './grid.ts';

/** One cell a line, nothing between. */
export const writeLinesOnly = (grid: Grid): string[] => grid.cells.map((cell) => cell.text);

/** One cell a line, an empty line after each, values set in by a space. */
export const writeSpacedLines = (grid: Grid): string[] =>
  grid.cells.flatMap((cell) => [cell.role === 'value' ? ` ${cell.text}` : cell.text, '']);

const paddings = ['', '', ' ', '\u3000', '\u3000\u3000', '\u00a0', ' \u3000'] as const;

/**
 * One cell a line with a tab before it and padding around it, an empty line after each row; the
 * places below a cell merged downwards are lines that hold a tab alone.
 */
export function writeTabbedLines(grid: Grid, random: Random): string[] {
  return cellsByRow(grid).flatMap((row, index) => {
    const covered = grid.cells.filter((cell) => cell.row < index && cell.row + cell.rowSpan > index);
    const first = row[0]?.column ?? 0;
    const before = covered.filter((cell) => cell.column < first).map(() => '\t');
    const cells = row.map((cell) =>
      cell.role === 'value'
        ? `\t${random.pick(paddings)}${cell.text}${random.pick(['', '', ' ', '\u00a0'])}`
        : `\t${cell.text}`,
    );
    return [...before, ...cells, ''];
  });
}
