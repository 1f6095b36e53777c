import { type Block, type Cell, type Inline, type ListBlock, type Marks, markNames, type TableBlock } from './model.ts';

/** Writes blocks as HTML, always the same for the same blocks; one block a line. */
export const writeBlocks = (blocks: readonly Block[]): string => blocks.map(writeBlock).join('\n');

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph': {
      const name = block.level === undefined ? 'p' : `h${block.level}`;
      return `<${name}>${writeInlines(block.inlines)}</${name}>`;
    }
    case 'quote':
      return `<blockquote>${block.blocks.map(writeBlock).join('')}</blockquote>`;
    case 'rule':
      return '<hr>';
    case 'figure': {
      const caption = block.caption.length > 0 ? `<figcaption>${writeInlines(block.caption)}</figcaption>` : '';
      return `<figure>${writeInlines([block.picture])}${caption}</figure>`;
    }
    case 'list':
      return writeList(block);
    case 'table':
      return writeTable(block);
  }
}

function writeList({ start, items }: ListBlock): string {
  const name = start === undefined ? 'ul' : 'ol';
  const first = start === undefined || start === 1 ? '' : ` start="${start}"`;
  return `<${name}${first}>${items.map((item) => `<li>${writeInner(item)}</li>`).join('')}</${name}>`;
}

function writeTable({ headRows, rows }: TableBlock): string {
  const written = rows.map((cells) => `<tr>${cells.map(writeCell).join('')}</tr>`);
  const head = headRows > 0 ? `<thead>${written.slice(0, headRows).join('')}</thead>` : '';
  const body = headRows < rows.length ? `<tbody>${written.slice(headRows).join('')}</tbody>` : '';
  return `<table>${head}${body}</table>`;
}

function writeCell({ isHeader, scope, columns, rows, blocks }: Cell): string {
  const name = isHeader ? 'th' : 'td';
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const heads = scope === undefined ? '' : ` scope="${scope}"`;
  return `<${name}${spans}${heads}>${writeInner(blocks)}</${name}>`;
}

/** A first paragraph that only lists follow needs no element of its own. */
function writeInner(blocks: readonly Block[]): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph' || first.level !== undefined || rest.some(({ kind }) => kind !== 'list'))
    return blocks.map(writeBlock).join('');
  return `${writeInlines(first.inlines)}${rest.map(writeBlock).join('')}`;
}

/** Neighbours that share a mark share its element. */
function writeInlines(inlines: readonly Inline[]): string {
  let written = '';
  for (let at = 0; at < inlines.length; ) {
    const first = inlines[at] as Inline;
    const href = first.kind === 'text' ? first.marks.href : undefined;
    let end = at + 1;
    if (href !== undefined) while (end < inlines.length && hrefOf(inlines[end] as Inline) === href) end++;
    const inner = inlines.slice(at, end).map((inline) => (inline.kind === 'text' ? unlinked(inline) : inline));
    written +=
      href === undefined ? writeMarked(inner, 0) : `<a href="${escapeHtml(href)}">${writeMarked(inner, 0)}</a>`;
    at = end;
  }
  return written;
}

const hrefOf = (inline: Inline): string | undefined => (inline.kind === 'text' ? inline.marks.href : undefined);

function unlinked(inline: Extract<Inline, { kind: 'text' }>): Inline {
  const { href: _, ...marks } = inline.marks;
  return { ...inline, marks };
}

function writeMarked(inlines: readonly Inline[], depth: number): string {
  const name = markNames[depth];
  if (name === undefined) return inlines.map(writeInline).join('');
  let written = '';
  for (let at = 0; at < inlines.length; ) {
    const isMarked = has(inlines[at] as Inline, name);
    let end = at + 1;
    while (end < inlines.length && has(inlines[end] as Inline, name) === isMarked) end++;
    const inner = writeMarked(inlines.slice(at, end), depth + 1);
    written += isMarked ? `<${name}>${inner}</${name}>` : inner;
    at = end;
  }
  return written;
}

const has = (inline: Inline, name: keyof Marks): boolean => inline.kind === 'text' && inline.marks[name] !== undefined;

function writeInline(inline: Inline): string {
  if (inline.kind === 'break') return '<br>';
  if (inline.kind === 'picture') return `<img src="attachment:${inline.id}" alt="${escapeHtml(inline.alt)}">`;
  return escapeHtml(inline.text);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter] as string);
