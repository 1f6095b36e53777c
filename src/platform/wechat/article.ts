import { readBlocks } from '../documents/rich-text/build.ts';
import type { Block, Cell, Inline, ListBlock, TableBlock } from '../documents/rich-text/model.ts';
import { escapeXml } from '../documents/write/escape.ts';

/** Characters of a title the platform takes. */
const longestTitle = 64;

/** Characters of a digest. */
const longestDigest = 120;

/** The content has to stay below 20 000 characters of HTML. */
const longestContent = 19_500;

/** What an article is made of. */
export interface ArticleParts {
  title: string;
  summary: string;
  /** Lines between title and text, e.g. 发文机关：…; empty ones are left out. */
  head: readonly string[];
  /** Clean semantic HTML. */
  bodyHtml: string;
  /** Address the platform knows a picture by; undefined where it has none. */
  pictureAddress(attachmentId: string): string | undefined;
  /** Lines below the text, e.g. where the attachments are. */
  foot: readonly string[];
}

/**
 * An article within the rules of the platform: styles in the elements, no foreign pictures, no links to other sites (they
 * become their address in words), title, digest and text within their lengths. What is too long ends with a sentence that
 * says where the rest is.
 */
export function layOutArticle({ title, summary, head, bodyHtml, pictureAddress, foot }: ArticleParts): {
  title: string;
  digest: string;
  content: string;
  isCut: boolean;
} {
  const blocks = readBlocks(bodyHtml).map((block) => writeBlock(block, pictureAddress));
  const before = head.filter((line) => line !== '').map((line) => paragraph(styles.head, escapeXml(line)));
  const after = foot.filter((line) => line !== '').map((line) => paragraph(styles.foot, escapeXml(line)));
  const rest = paragraph(styles.foot, '（篇幅所限，以上为部分内容，全文请点击文末“阅读原文”，或到政府门户网站查阅。）');
  const room = longestContent - [...before, ...after, rest].reduce((sum, each) => sum + each.length, 0);
  const fitting: string[] = [];
  let length = 0;
  for (const block of blocks) {
    length += block.length;
    if (length > room) break;
    fitting.push(block);
  }
  const isCut = fitting.length < blocks.length;
  return {
    title: shortened(title, longestTitle),
    digest: shortened(summary, longestDigest),
    content: [...before, ...fitting, ...(isCut ? [rest] : []), ...after].join(''),
    isCut,
  };
}

/** Counted in characters as people count them, so that no character is cut in two. */
function shortened(text: string, most: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

const styles = {
  head: 'margin:0 0 4px;font-size:14px;line-height:1.6;color:#576b95;',
  foot: 'margin:12px 0 0;font-size:14px;line-height:1.6;color:#888888;',
  paragraph: 'margin:0 0 12px;font-size:16px;line-height:1.75;text-align:justify;text-indent:2em;',
  plain: 'margin:0 0 8px;font-size:16px;line-height:1.75;',
  heading: 'margin:20px 0 12px;line-height:1.5;font-weight:bold;',
  quote: 'margin:0 0 12px;padding:8px 12px;border-left:3px solid #cccccc;color:#555555;',
  figure: 'margin:0 0 12px;text-align:center;',
  caption: 'margin:4px 0 12px;font-size:14px;text-align:center;color:#888888;',
  picture: 'max-width:100%;height:auto;',
  list: 'margin:0 0 12px;padding-left:2em;font-size:16px;line-height:1.75;',
  table: 'width:100%;border-collapse:collapse;font-size:14px;line-height:1.5;margin:0 0 12px;',
  cell: 'border:1px solid #999999;padding:4px 6px;text-align:left;vertical-align:middle;',
  headCell: 'border:1px solid #999999;padding:4px 6px;text-align:center;font-weight:bold;background-color:#f2f4f7;',
  rule: 'border:none;border-top:1px solid #cccccc;margin:16px 0;',
} as const;

const headingSizes = { 2: 18, 3: 17, 4: 16 } as const;

type Pictures = ArticleParts['pictureAddress'];

const paragraph = (style: string, inner: string): string => `<p style="${style}">${inner}</p>`;

function writeBlock(block: Block, pictures: Pictures, isInside = false): string {
  switch (block.kind) {
    case 'paragraph': {
      const inner = writeInlines(block.inlines, pictures);
      if (block.level === undefined) return paragraph(isInside ? styles.plain : styles.paragraph, inner);
      return paragraph(`${styles.heading}font-size:${headingSizes[block.level]}px;`, inner);
    }
    case 'quote':
      return `<blockquote style="${styles.quote}">${block.blocks.map((each) => writeBlock(each, pictures, true)).join('')}</blockquote>`;
    case 'rule':
      return `<hr style="${styles.rule}"/>`;
    case 'figure': {
      const picture = paragraph(styles.figure, writePicture(block.picture, pictures));
      return block.caption.length === 0
        ? picture
        : `${picture}${paragraph(styles.caption, writeInlines(block.caption, pictures))}`;
    }
    case 'list':
      return writeList(block, pictures);
    case 'table':
      return writeTable(block, pictures);
  }
}

function writeList({ start, items }: ListBlock, pictures: Pictures): string {
  const name = start === undefined ? 'ul' : 'ol';
  const first = start === undefined || start === 1 ? '' : ` start="${start}"`;
  const inner = items.map((blocks) => `<li>${blocks.map((each) => writeBlock(each, pictures, true)).join('')}</li>`);
  return `<${name}${first} style="${styles.list}">${inner.join('')}</${name}>`;
}

function writeTable({ headRows, rows }: TableBlock, pictures: Pictures): string {
  const row = (cells: readonly Cell[], isHead: boolean): string =>
    `<tr>${cells.map((cell) => writeCell(cell, isHead, pictures)).join('')}</tr>`;
  return `<table style="${styles.table}"><tbody>${rows.map((cells, at) => row(cells, at < headRows)).join('')}</tbody></table>`;
}

function writeCell({ isHeader, columns, rows, blocks }: Cell, isHead: boolean, pictures: Pictures): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const inner = blocks.map((block) =>
    block.kind === 'paragraph' ? writeInlines(block.inlines, pictures) : writeBlock(block, pictures, true),
  );
  return `<td${spans} style="${isHead || isHeader ? styles.headCell : styles.cell}">${inner.join('<br/>')}</td>`;
}

const writeInlines = (inlines: readonly Inline[], pictures: Pictures): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'break') return '<br/>';
      return inline.kind === 'picture' ? writePicture(inline, pictures) : writeText(inline);
    })
    .join('');

function writeText({ text, marks }: Extract<Inline, { kind: 'text' }>): string {
  let written = escapeXml(text);
  if (marks.strong) written = `<strong>${written}</strong>`;
  if (marks.em) written = `<em>${written}</em>`;
  if (marks.u) written = `<u>${written}</u>`;
  if (marks.sub) written = `<sub>${written}</sub>`;
  if (marks.sup) written = `<sup>${written}</sup>`;
  const { href } = marks;
  if (href === undefined) return written;
  // Only pages of the platform itself may be linked to.
  if (/^https:\/\/mp\.weixin\.qq\.com\//.test(href)) return `<a href="${escapeXml(href)}">${written}</a>`;
  const address = href.replace(/^mailto:/, '');
  return text.includes(address) ? written : `${written}（${escapeXml(address)}）`;
}

function writePicture({ id, alt }: { id: string; alt: string }, pictures: Pictures): string {
  const address = pictures(id);
  if (address === undefined) return `（图片${alt === '' ? '' : `：${escapeXml(alt)}`}，请点击“阅读原文”查看）`;
  return `<img src="${escapeXml(address)}" alt="${escapeXml(alt)}" style="${styles.picture}"/>`;
}
