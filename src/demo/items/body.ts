import type { BlockSeed, TableSeed } from './seeds.ts';
import { draw, type Fill, type SlotContext } from './slots.ts';

/** What a record says, as clean HTML. */
export function writeBody(blocks: readonly BlockSeed[], fill: Fill, context: SlotContext): string {
  return blocks.map((block) => writeBlock(block, fill, context)).join('\n');
}

function writeBlock(block: BlockSeed, fill: Fill, context: SlotContext): string {
  if (typeof block === 'string') return writeText(fill(block));
  if ('table' in block) return writeTable(block.table, fill, context);
  return writeText(fill(context.random.pick(block)));
}

/** A heading where it begins with `## `, else a paragraph. */
const writeText = (text: string): string =>
  text.startsWith('## ') ? `<h2>${escapeHtml(text.slice(3))}</h2>` : `<p>${escapeHtml(text)}</p>`;

/** A table of rows that are known. */
export function writeRows(head: readonly string[], rows: readonly (readonly string[])[], caption?: string): string {
  const title = caption === undefined ? '' : `<p>${escapeHtml(caption)}</p>\n`;
  const top = `<thead><tr>${head.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join('')}</tr></thead>`;
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `${title}<table>${top}<tbody>${body}</tbody></table>`;
}

function writeTable(table: TableSeed, fill: Fill, context: SlotContext): string {
  const head = table.head.map(fill);
  const caption = table.caption === undefined ? undefined : fill(table.caption);
  const rows = table.fixed ? table.fixed.map((row) => row.map(fill)) : drawRows(table, fill, context);
  return writeRows(head, [...rows, ...totalRow(table, rows)], caption);
}

function drawRows(
  { rows: [fewest, most] = [1, 1], cells = [], hidden = {} }: TableSeed,
  fill: Fill,
  context: SlotContext,
) {
  const { random, organ, world } = context;
  const count = random.integer(fewest, most);
  return Array.from({ length: count }, (_, at) => {
    const variables = new Map<string, number>();
    for (const [name, source] of Object.entries(hidden)) variables.set(name, Number(draw(source, context)));
    const slot = (_match: string, written: string): string => {
      if (written === 'eachVillage') return organ.villages[at % organ.villages.length] ?? '';
      if (written === 'eachPlace') return world.townships[at % world.townships.length] ?? '';
      const [, name, source] = /^([a-z])=(.+)$/.exec(written) ?? [];
      if (name !== undefined && source !== undefined) {
        const value = draw(source, context);
        variables.set(name, Number(value));
        return value;
      }
      const [, left = '', sign, right = ''] = /^([a-z])([-*])([a-z])$/.exec(written) ?? [];
      const [one, other] = [variables.get(left), variables.get(right)];
      if (one !== undefined && other !== undefined) return String(sign === '-' ? one - other : one * other);
      return fill(`{${written}}`);
    };
    return cells.map((cell) => (cell === '#' ? String(at + 1) : cell.replace(/\{([^{}]+)\}/g, slot)));
  });
}

/** 合计, where a table is summed up. */
function totalRow({ total = [], head }: TableSeed, rows: readonly (readonly string[])[]): string[][] {
  if (total.length === 0) return [];
  const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column] ?? 0), 0);
  return [head.map((_, at) => (at === 0 ? '合计' : total.includes(at) ? String(sum(at)) : ''))];
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const unescapeHtml = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The words of what is written here, one block a line, the cells of a row parted by tabs; quicker than parsing it. */
export const wordsOf = (html: string): string =>
  unescapeHtml(
    html
      .replace(/<\/t[hd]><t[hd][^>]*>/g, '\t')
      .replace(/<\/tr>(?!<\/tbody)/g, '\n')
      .replace(/<[^>]+>/g, ''),
  ).trim();
