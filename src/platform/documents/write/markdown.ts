import type {
  PlacedCell,
  PrintableBlock,
  PrintableDocument,
  PrintableRun,
  PrintableTable,
} from '../../../kernel/printable-document.ts';
import { placeCells, rowsOf } from '../../../kernel/printable-document.ts';
import { printableText } from './escape.ts';

/**
 * GitHub-flavoured Markdown. Its tables know no merged cells: a label over several rows is
 * repeated in each of them, so that every row says all it is about.
 */
export function writeMarkdown(document: PrintableDocument): string {
  return document.blocks.map((block) => `${markdownBlock(block)}\n`).join('\n');
}

function markdownBlock(block: PrintableBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeLine(block.parts.join(''))}`;
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escapeLine(block.text)}`;
    case 'paragraph':
      return block.runs.map(markdownRun).join('');
    case 'signature':
      // Two spaces at the end of a line break it.
      return block.lines.map(escapeLine).join('  \n');
    case 'table':
      return markdownTable(block);
  }
}

function markdownRun(run: PrintableRun, index: number): string {
  const text = index === 0 ? escapeLine(run.text) : escapeText(run.text);
  return run.kind === 'strong' || run.kind === 'marked' ? `**${text}**` : text;
}

/** Text whose characters Markdown would take for its own marks. */
const escapeText = (text: string): string =>
  printableText(text)
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~(?=~)/g, '\\~');

/** The same at the beginning of a line, where more means something: headings, lists, quotations. */
const escapeLine = (text: string): string =>
  escapeText(text)
    .replace(/^(\s*)([#+-]|={3,})/, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.');

function markdownTable(table: PrintableTable): string {
  const grid = rowsOf(table).map(() => new Array<string>(table.columns.length).fill(''));
  for (const placed of placeCells(table)) fill(grid, placed);
  const [head = [], ...body] = grid;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const ruler = `|${head.map(() => ' :---: |').join('')}`;
  return [line(head), ruler, ...body.map(line)].join('\n');
}

/** A row header stands in every row it speaks for; everything else once. */
function fill(grid: string[][], { cell, row, column, rowSpan }: PlacedCell): void {
  const text = cell.text.split('\n').map(escapeCell).join('<br>');
  for (let each = row; each < row + (cell.header === 'row' ? rowSpan : 1); each += 1) {
    const line = grid[each];
    if (line) line[column] = text;
  }
}

const escapeCell = (text: string): string => escapeText(text).replaceAll('|', '\\|');
