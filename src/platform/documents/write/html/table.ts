import type { PlacedCell, PrintableTable } from '../../../../kernel/printable-document.ts';
import { headersOf, placeCells, rowsOf } from '../../../../kernel/printable-document.ts';
import { escapeXml } from '../escape.ts';

/**
 * A table whose every value names the header cells that speak for it (`headers`), because with
 * merged cells and headers in the middle of a table `scope` alone leaves that to guesses.
 *
 * @param id unique in the page; the ids of the header cells begin with it
 */
export function htmlTable(table: PrintableTable, id: string): string {
  const cells = placeCells(table);
  const headers = cells.filter(({ cell }) => cell.header !== undefined);
  const ids = new Map(headers.map((placed, index) => [placed, `${id}-${index + 1}`]));
  const rows = rowsOf(table).map((): string[] => []);
  for (const placed of cells) {
    const own = ids.get(placed);
    const by = own === undefined ? headersOf(placed, headers).flatMap((each) => ids.get(each) ?? []) : [];
    rows[placed.row]?.push(htmlCell(placed, own, by));
  }
  let next = 0;
  const section = (tag: 'thead' | 'tbody', count: number): string => {
    if (count === 0) return '';
    const body = rows.slice(next, next + count).map((row) => `<tr>${row.join('')}</tr>`);
    next += count;
    return `<${tag}>\n${body.join('\n')}\n</${tag}>\n`;
  };
  const total = table.columns.reduce((sum, share) => sum + share, 0);
  const columns = table.columns.map((share) => `<col style="width:${((share / total) * 100).toFixed(2)}%">`);
  return (
    `<div class="table${table.together ? ' together' : ''}" role="region" aria-labelledby="${id}" tabindex="0">\n` +
    // The caption repeats the heading above for those who come to the table alone; it is said, not shown.
    `<table class="${table.density}" aria-labelledby="${id}">\n<caption id="${id}" hidden>${escapeXml(table.name)}</caption>\n` +
    `<colgroup>${columns.join('')}</colgroup>\n` +
    section('thead', table.head.length) +
    table.groups.map((group) => section('tbody', group.length)).join('') +
    '</table>\n</div>\n'
  );
}

function htmlCell({ cell, rowSpan, columnSpan }: PlacedCell, id: string | undefined, by: readonly string[]): string {
  const tag = cell.header === undefined ? 'td' : 'th';
  const classes = [
    cell.align,
    cell.numeric ? 'number' : undefined,
    cell.vertical ? 'vertical' : undefined,
    cell.marked ? 'marked' : undefined,
  ].filter((name) => name !== undefined);
  const attributes = [
    id === undefined ? '' : ` id="${id}" scope="${cell.header === 'row' ? 'row' : 'col'}"`,
    by.length === 0 ? '' : ` headers="${by.join(' ')}"`,
    rowSpan === 1 ? '' : ` rowspan="${rowSpan}"`,
    columnSpan === 1 ? '' : ` colspan="${columnSpan}"`,
    classes.length === 0 ? '' : ` class="${classes.join(' ')}"`,
  ];
  const lines = cell.text.split('\n').map(escapeXml).join('<br>');
  return `<${tag}${attributes.join('')}>${cell.vertical ? `<span>${lines}</span>` : lines}</${tag}>`;
}
