import { replaceStretches } from './replace.ts';

/** A block of a text in HTML that holds words, with the way back into the HTML. */
export interface HtmlBlock {
  text: string;
  /** For each UTF-16 unit of the text, where it stands in the HTML, from … to before …. */
  from: readonly number[];
  to: readonly number[];
  /** The cell it stands in. */
  cell?: HtmlCell;
}

export interface HtmlCell {
  table: number;
  row: number;
  column: number;
}

export interface HtmlLink {
  href: string;
  block: number;
  start: number;
  end: number;
}

export interface HtmlPicture {
  alt: string;
  /** The block it stands in, where that holds words too. */
  block?: number;
}

/** What the checks see of a text in HTML. */
export interface ReadHtml {
  /** Only those with any words, in order. */
  blocks: readonly HtmlBlock[];
  /** How many rows and columns each table has. */
  tables: readonly { rows: number; columns: number; title: string }[];
  links: readonly HtmlLink[];
  pictures: readonly HtmlPicture[];
}

/** An address with its escapes read; as it is where they are broken. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Elements at whose edges a block ends; all others stand within a line. */
const blockElements = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tfoot tr td th blockquote figure figcaption hr div'.split(
    ' ',
  ),
);
const token =
  /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?-->|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/g;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
};

function decode(entity: string): string | undefined {
  if (!entity.startsWith('#')) return named[entity];
  const code = /^#[xX]/.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const attribute = (attributes: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return (match?.[1] ?? match?.[2])?.replace(/&(#?\w+);/g, (all, entity: string) => decode(entity) ?? all);
};

interface OpenBlock {
  text: string;
  from: number[];
  to: number[];
  cell?: HtmlCell;
}

/** Cells further right belong to no column: no table of an office has as many. */
const mostColumns = 2_000;

interface OpenTable {
  index: number;
  row: number;
  column: number;
  columns: number;
  /** Rows that a cell of an earlier row still fills, by column. */
  filled: number[];
}

/**
 * Reads clean HTML, as the server keeps it, into blocks of words.
 *
 * @example readHtml('<p>联系<strong>电话</strong>：138</p><p></p>').blocks.map(({ text }) => text) // ['联系电话：138']
 */
export function readHtml(html: string): ReadHtml {
  const blocks: HtmlBlock[] = [];
  const tables: { rows: number; columns: number; title: string }[] = [];
  const links: HtmlLink[] = [];
  const pictures: HtmlPicture[] = [];
  const waiting: { alt: string }[] = [];
  const stack: OpenTable[] = [];
  let block: OpenBlock | undefined;
  let cell: HtmlCell | undefined;
  let link: { href: string; start: number } | undefined;

  const closeLink = () => {
    if (link && block && block.text.length > link.start) {
      links.push({ href: link.href, block: blocks.length, start: link.start, end: block.text.length });
    }
  };
  const finish = () => {
    closeLink();
    if (link) link.start = 0;
    const isFilled = block !== undefined && block.text.trim() !== '';
    for (const { alt } of waiting.splice(0)) pictures.push({ alt, ...(isFilled ? { block: blocks.length } : {}) });
    if (block && isFilled) blocks.push(block);
    else if (links.at(-1)?.block === blocks.length) links.pop();
    block = undefined;
  };
  const add = (text: string, from: number, to: number, isEntity: boolean) => {
    block ??= { text: '', from: [], to: [], ...(cell ? { cell } : {}) };
    for (let at = 0; at < text.length; at += 1) {
      block.from.push(isEntity ? from : from + at);
      block.to.push(isEntity ? to : from + at + 1);
    }
    block.text += text;
  };
  const openCell = (attributes: string) => {
    const table = stack.at(-1);
    if (!table) return;
    const size = (name: string) =>
      Math.min(1000, Math.max(1, Number.parseInt(attribute(attributes, name) ?? '1', 10) || 1));
    while (table.column < mostColumns && (table.filled[table.column] ?? 0) > table.row) table.column += 1;
    cell = { table: table.index, row: table.row, column: table.column };
    const below = table.row + size('rowspan');
    for (let count = size('colspan'); count > 0 && table.column < mostColumns; count -= 1) {
      table.filled[table.column] = below;
      table.column += 1;
    }
    table.columns = Math.max(table.columns, table.column);
  };
  const openTag = (name: string, attributes: string) => {
    if (name === 'table') {
      stack.push({ index: tables.length, row: -1, column: 0, columns: 0, filled: [] });
      tables.push({ rows: 0, columns: 0, title: blocks.at(-1)?.text ?? '' });
    } else if (name === 'tr') {
      const table = stack.at(-1);
      if (table) {
        table.row += 1;
        table.column = 0;
      }
      cell = undefined;
    } else if (name === 'td' || name === 'th') openCell(attributes);
  };
  const closeTag = (name: string) => {
    if (name === 'td' || name === 'th') cell = undefined;
    if (name !== 'table') return;
    const table = stack.pop();
    const size = table && tables[table.index];
    if (table && size) Object.assign(size, { rows: table.row + 1, columns: table.columns });
    cell = undefined;
  };

  token.lastIndex = 0;
  let at = 0;
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    if (match.index > at) add(html.slice(at, match.index), at, match.index, false);
    at = token.lastIndex;
    const [all, slash, tag, attributes = '', entity] = match;
    if (entity !== undefined) {
      add(decode(entity) ?? all, match.index, at, decode(entity) !== undefined);
      continue;
    }
    if (tag === undefined) continue;
    const name = tag.toLowerCase();
    if (name === 'br') add('\n', match.index, at, true);
    else if (name === 'img') waiting.push({ alt: attribute(attributes, 'alt') ?? '' });
    else if (name === 'a') {
      if (slash === '') link = { href: attribute(attributes, 'href') ?? '', start: block?.text.length ?? 0 };
      else {
        closeLink();
        link = undefined;
      }
    } else if (blockElements.has(name)) {
      finish();
      if (slash === '') openTag(name, attributes);
      else closeTag(name);
    }
  }
  if (at < html.length) add(html.slice(at), at, html.length, false);
  finish();
  return { blocks, tables, links, pictures };
}

/** A stretch of a block that is to say something else. */
export interface HtmlEdit {
  block: number;
  start: number;
  end: number;
  replacement: string;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * Puts other words in the place of some, and leaves every tag where it is.
 *
 * @example editHtml('<p>电话138<b>1234</b>5678</p>', [{ block: 0, start: 2, end: 13, replacement: '138****5678' }])
 *   // '<p>电话138****5678<b></b></p>'
 */
export function editHtml(html: string, edits: readonly HtmlEdit[]): string {
  const { blocks } = readHtml(html);
  const cuts = edits.flatMap(({ block, start, end, replacement }) => {
    const { from, to } = blocks[block] ?? { from: [], to: [] };
    const pieces: { from: number; to: number; put: string }[] = [];
    for (let at = start; at < Math.min(end, from.length); at += 1) {
      const piece = {
        from: from[at] as number,
        to: to[at] as number,
        put: at === start ? escapeHtml(replacement) : '',
      };
      const last = pieces.at(-1);
      // A sign of two units, written as one entity, is cut out once.
      if (last && last.from === piece.from) continue;
      if (last && last.to === piece.from) last.to = piece.to;
      else pieces.push(piece);
    }
    return pieces;
  });
  return replaceStretches(
    html,
    cuts.map(({ from, to, put }) => ({ start: from, end: to, put })),
  );
}
