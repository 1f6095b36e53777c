import { createHash } from 'node:crypto';
import { toString as drawCode } from 'qrcode';
import type { Block, Cell, Inline, Picture, TableBlock } from '../../rich-text/model.ts';
import { escapeXml } from '../escape.ts';
import { typefaces } from '../typography.ts';
import { codeCaption, narrowFrom, type Poster, posterSizes, posterType, titleSize } from './poster.ts';

const families = (face: { name: string; substitutes: readonly string[]; generic: string }): string =>
  [...[face.name, ...face.substitutes].map((name) => `"${name}"`), face.generic].join(', ');

/** The style of the page; its digest stands in the header. */
function styleOf(poster: Poster): string {
  const { size } = poster;
  const { width, height, margin } = posterSizes[size];
  const type = posterType[size];
  return `@page { size: ${width}mm ${height}mm; margin: ${margin}mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: ${type.foot}pt ${families(typefaces.table)}; } }
html { background: #e8e8e8; color: #000; }
body { box-sizing: border-box; width: ${width}mm; margin: 8mm auto; padding: ${margin}mm; background: #fff; font: ${type.body}pt/1.5 ${families(typefaces.body)}; }
@media print { html { background: none; } body { width: auto; margin: 0; padding: 0; } .hint { display: none; } }
.hint { margin: 0 0 6mm; padding: 3mm; border: 1px solid #888; font: 11pt/1.5 ${families(typefaces.table)}; }
header { text-align: center; border-bottom: 2.5pt solid; padding-bottom: 3mm; margin-bottom: 4mm; }
header p { margin: 0; font: ${type.head}pt/1.4 ${families(typefaces.heading)}; }
header .sub { font: ${type.facts}pt/1.4 ${families(typefaces.subheading)}; }
h1 { margin: 3mm 0; font: ${titleSize(poster)}pt/1.3 ${families(typefaces.title)}; text-wrap: balance; }
h2, h3, h4 { margin: .6em 0 .2em; font: ${type.heading}pt/1.4 ${families(typefaces.heading)}; break-after: avoid; }
main p { margin: 0; text-align: justify; text-indent: 2em; }
main li p, main td p, main th p, main figure p, main figcaption { text-indent: 0; }
ul, ol { margin: 0; padding-left: 2.2em; }
blockquote { margin: .3em 0 .3em 2em; }
figure { margin: .4em 0; text-align: center; break-inside: avoid; }
img { max-width: 100%; max-height: ${height * 0.35}mm; }
figcaption { font: ${type.facts}pt/1.4 ${families(typefaces.subheading)}; }
table { width: 100%; border-collapse: collapse; margin: .3em 0; font: ${type.table}pt/1.3 ${families(typefaces.table)}; }
table.narrow { font-size: ${type.narrowTable}pt; }
tr { break-inside: avoid; }
th, td { border: .75pt solid; padding: 1mm 1.5mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
th { font-family: ${families(typefaces.heading)}; font-weight: normal; text-align: center; }
td p, th p { margin: 0; }
main th p { text-align: center; }
main td p { text-align: left; }
.facts { display: flex; justify-content: space-between; align-items: center; gap: 6mm; margin-top: 5mm; padding-top: 3mm; border-top: 2.5pt solid; break-inside: avoid; font: ${type.facts}pt/1.6 ${families(typefaces.body)}; }
.facts dl { margin: 0; }
.facts div { display: flex; }
.facts dt { flex: none; font-family: ${families(typefaces.heading)}; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.code { flex: none; width: ${type.code + 14}mm; margin: 0; text-align: center; font: ${type.foot}pt/1.4 ${families(typefaces.heading)}; }
.code svg { display: block; width: ${type.code}mm; margin: 0 auto; }`;
}

/**
 * A sheet as a page to be printed from a browser: everything it needs is in it.
 *
 * @returns the page, and the content security policy it is to be sent with
 */
export async function writePosterHtml(poster: Poster): Promise<{ html: string; policy: string }> {
  const style = styleOf(poster);
  const digest = createHash('sha256').update(style).digest('base64');
  const code =
    poster.address === undefined
      ? ''
      : await drawCode(poster.address, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  const facts = poster.facts
    .map(({ label, text }) => `<div><dt>${escapeXml(label)}：</dt><dd>${escapeXml(text)}</dd></div>`)
    .join('');
  const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeXml(poster.title)}</title><style>${style}</style></head>
<body>
<aside class="hint">请用浏览器的“打印”功能打印：纸张选 ${poster.size}，缩放选“100%”，勾选“背景图形”不影响内容。</aside>
<header><p>${escapeXml(poster.head)}</p><h1>${escapeXml(poster.title)}</h1>${poster.subtitle === '' ? '' : `<p class="sub">${escapeXml(poster.subtitle)}</p>`}</header>
<main>${poster.body.map((block) => writeBlock(block, poster)).join('\n')}</main>
<footer class="facts"><dl>${facts}</dl>${code === '' ? '' : `<figure class="code">${code.replace(/^<\?xml[^>]*>|<!DOCTYPE[^>]*>/g, '')}<figcaption>${codeCaption}</figcaption></figure>`}</footer>
</body>
</html>
`;
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function writeBlock(block: Block, poster: Poster): string {
  const inside = (blocks: readonly Block[]) => blocks.map((each) => writeBlock(each, poster)).join('');
  switch (block.kind) {
    case 'paragraph': {
      const name = block.level === undefined ? 'p' : `h${block.level}`;
      return `<${name}>${writeInlines(block.inlines, poster)}</${name}>`;
    }
    case 'quote':
      return `<blockquote>${inside(block.blocks)}</blockquote>`;
    case 'rule':
      return '<hr>';
    case 'figure':
      return `<figure>${writePicture(block.picture, poster)}${block.caption.length === 0 ? '' : `<figcaption>${writeInlines(block.caption, poster)}</figcaption>`}</figure>`;
    case 'list': {
      const name = block.start === undefined ? 'ul' : 'ol';
      const start = block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${name}${start}>${block.items.map((blocks) => `<li>${inside(blocks)}</li>`).join('')}</${name}>`;
    }
    case 'table':
      return writeTable(block, poster);
  }
}

function writeTable({ headRows, rows }: TableBlock, poster: Poster): string {
  const columns = Math.max(...rows.map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const cellOf = (cell: Cell, isHead: boolean): string => {
    const name = isHead || cell.isHeader ? 'th' : 'td';
    const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`;
    return `<${name}${spans}>${cell.blocks.map((block) => writeBlock(block, poster)).join('')}</${name}>`;
  };
  const rowsOf = (part: readonly Cell[][], isHead: boolean) =>
    part.map((cells) => `<tr>${cells.map((cell) => cellOf(cell, isHead)).join('')}</tr>`).join('');
  const head = headRows === 0 ? '' : `<thead>${rowsOf(rows.slice(0, headRows), true)}</thead>`;
  return `<table${columns >= narrowFrom ? ' class="narrow"' : ''}>${head}<tbody>${rowsOf(rows.slice(headRows), false)}</tbody></table>`;
}

const writeInlines = (inlines: readonly Inline[], poster: Poster): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'break') return '<br>';
      if (inline.kind === 'picture') return writePicture(inline, poster);
      const { strong, em, u, sub, sup } = inline.marks;
      let text = escapeXml(inline.text);
      if (strong) text = `<strong>${text}</strong>`;
      if (em) text = `<em>${text}</em>`;
      if (u) text = `<u>${text}</u>`;
      if (sub) text = `<sub>${text}</sub>`;
      return sup ? `<sup>${text}</sup>` : text;
    })
    .join('');

function writePicture({ id, alt }: Picture, { pictures }: Poster): string {
  const picture = pictures.get(id);
  if (!picture) return `（图片${alt === '' ? '' : `：${escapeXml(alt)}`}，请扫码查看）`;
  return `<img src="data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}" alt="${escapeXml(alt)}">`;
}
