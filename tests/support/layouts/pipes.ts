import type { Random } from '../../../src/kernel/random.ts';
import type { Grid, GridCell } from './grid.ts';
import { cellsByRow } from './grid.ts';
import { expandRows } from './tabs.ts';

const texts = (row: readonly GridCell[]) => row.map((cell) => cell.text);
const missing = (grid: Grid, row: readonly GridCell[]) => '|'.repeat(Math.max(0, grid.columnCount - row.length));

/** `a | b | c | |||`: merged cells leave their pipes at the end of the row. */
export const writePipes = (grid: Grid): string[] =>
  cellsByRow(grid).map((row) => `${texts(row).join(' | ')} | ${missing(grid, row)}`);

/** The same with a pipe before the first cell. */
export const writeLeadingPipes = (grid: Grid): string[] => writePipes(grid).map((line) => `| ${line}`);

/** A line break after every cell: `a |`, and the pipes of merged cells on a line of their own. */
export const writeBrokenPipes = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => {
    const rest = missing(grid, row);
    return [...texts(row).map((text) => `${text} |`), ...(rest === '' ? [] : [rest])];
  });

/** A pipe alone before each row, then a cell a line with its pipe behind. */
export const writeLonePipes = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => ['|', ...texts(row).map((text) => `${text} |`)]);

/** A pipe on a line of its own between any two cells. */
export const writePipesBetween = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => [
    ...texts(row).flatMap((text, index) => [index === 0 ? `| ${text}` : text, '|']),
    '|',
  ]);

/** Rows with pipes between runs of hundreds of pipes that page layout left behind. */
export const writeFloodedPipes = (grid: Grid, random: Random): string[] => [
  '|'.repeat(random.integer(200, 420)),
  ...cellsByRow(grid).map((row) => `${texts(row).join(' | ')} |`),
];

/** A Markdown table: the first row is the header, an alignment row follows it. */
export function writeMarkdown(grid: Grid): string[] {
  const [header = [], ...body] = expandRows(grid);
  const line = (row: readonly string[]) => `| ${row.map((text) => text || ' ').join(' | ')} |`;
  return ['', line(header), `|${' --- |'.repeat(header.length)}`, ...body.map(line), ''];
}

/** One Markdown table for every group of rows, each with its own alignment row. */
export function writeMarkdownGroups(grid: Grid): string[] {
  const starts = groupStarts(grid);
  const headerEnd = starts[0] ?? 0;
  const rows = expandRows(grid);
  return starts.flatMap((start, index) => {
    const group = rows.slice(start, starts[index + 1] ?? rows.length);
    const header = grid.table === 'proactive' ? [] : rows.slice(0, headerEnd);
    const line = (row: readonly string[]) => `|${row.join('|')}|`;
    const [first = [], ...rest] = [...header, ...group];
    return ['', line(first), `|${':---:|'.repeat(grid.columnCount)}`, ...rest.map(line), ''];
  });
}

/** First rows of the groups a table falls into: captions in table 二, outer labels in table 三. */
function groupStarts(grid: Grid): number[] {
  if (grid.table === 'proactive') return rowsOf(grid, (cell) => cell.role === 'caption');
  if (grid.table === 'requests') return rowsOf(grid, (cell) => cell.role === 'label' && cell.column <= 1);
  return rowsOf(grid, (cell) => cell.role === 'value');
}

const rowsOf = (grid: Grid, wanted: (cell: GridCell) => boolean): number[] => [
  ...new Set(grid.cells.filter(wanted).map((cell) => cell.row)),
];

/** Box drawing characters around the whole grid. */
export function writeBoxes(grid: Grid): string[] {
  const ruler = (left: string, middle: string, right: string) =>
    `${left}${Array<string>(grid.columnCount).fill('──').join(middle)}${right}`;
  const rows = expandRows(grid).flatMap((row, index) => [
    ...(index === 0 ? [] : [ruler('├', '┼', '┤')]),
    `│${row.join('│')}│`,
  ]);
  return [ruler('┌', '┬', '┐'), ...rows, ruler('└', '┴', '┘')];
}

/** A line break and a space inside every cell, as paragraphs in cells give: `| ⏎ a  | ⏎ b  | |||`. */
export const writeWrappedPipes = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => {
    const lines = texts(row).map((text) => ` ${text}  | `);
    return ['| ', ...lines.slice(0, -1), `${lines.at(-1) ?? ''}${missing(grid, row)}`];
  });

/** A pipe alone before each row, a cell a line, the pipes of merged cells behind the last one. */
export const writeEndedLonePipes = (grid: Grid): string[] =>
  cellsByRow(grid).flatMap((row) => {
    const lines = texts(row).map((text) => `${text} |`);
    return ['|', ...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${missing(grid, row)}|`];
  });
