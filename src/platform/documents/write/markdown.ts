import type {
  PlacedCell,
  PrintableBlock,
  PrintableDocument,
  PrintableRun,
  PrintableTable,
} from '../../../kernel/printable-document.ts';
import { placeCells } from '../../../kernel/printable-document.ts';

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
  text
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~(?=~)/g, '\\~');

/** The same at the beginning of a line, where more means something: headings, lists, quotations. */
const escapeLine = (text: string): string =>
  escapeText(text)
    .replace(/^(\s*)([#+-]|={3,})/, '$1\\$2')
    .replace(/^(\s*\d+)\.(?=\s)/, '$1\\.');

/** One table; where the groups have headers of their own, one for each group under its caption. */
function markdownTable(table: PrintableTable): string {
  const cells = placeCells(table);
  if (table.head.length > 0) return markdownGrid(cells);
  return table.groups
    .map((_, group) => {
      const [first, ...rest] = cells.filter((cell) => cell.group === group);
      const isCaption = first?.cell.header === 'column' && first.columnSpan === table.columns.length;
      if (!first || !isCaption || rest.length === 0) return markdownGrid(first ? [first, ...rest] : []);
      return `**${escapeText(first.cell.text)}**\n\n${markdownGrid(rest)}`;
    })
    .join('\n\n');
}

function markdownGrid(cells: readonly PlacedCell[]): string {
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  // A column in which no cell begins is only there for cells of other groups.
  const columns = [...new Set(cells.map((cell) => cell.column))].sort((a, b) => a - b);
  const grid = rows.map(() => new Array<string>(columns.length).fill(''));
  for (const { cell, row, column, rowSpan } of cells) {
    const text = cell.text.split('\n').map(escapeCell).join('<br>');
    // A row header stands in every row it speaks for; everything else once.
    const reach = cell.header === 'row' ? rowSpan : 1;
    for (const line of grid.slice(rows.indexOf(row), rows.indexOf(row) + reach)) line[columns.indexOf(column)] = text;
  }
  const [head = [], ...body] = grid;
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [line(head), `|${' :---: |'.repeat(columns.length)}`, ...body.map(line)].join('\n');
}

const escapeCell = (text: string): string => escapeText(text).replaceAll('|', '\\|');
