import type { Block } from '../../../../kernel/neutral-document.ts';
import { decodeText } from '../decode-text.ts';
import { type Deadline, limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import { createTreeAdapter, type TreeNode } from './tree.ts';
import { type PageContent, walkPage } from './walk.ts';

/** Characters handed to the parser at a time; the deadline is asked between them. */
const chunkLength = 65_536;

/** Reads a web page from its bytes: decodes, parses, keeps what a person sees. */
export async function readHtml(bytes: Uint8Array, deadline: Deadline): Promise<PageContent> {
  const decoded = decodeText(bytes, findDeclaredCharset(bytes));
  if (decoded === undefined) throw new DocumentRefusal('binary-file');
  const page = await readHtmlText(decoded.text, deadline);
  if (page.blocks.length === 0) throw new DocumentRefusal(/<script/i.test(decoded.text) ? 'script-page' : 'no-text');
  return { blocks: page.blocks, remarks: [...decoded.remarks, ...page.remarks] };
}

/** Reads a web page, or a fragment of one, from its text. */
export async function readHtmlText(text: string, deadline: Deadline): Promise<PageContent> {
  const light = dropPictureData(text);
  if (light.length > limits.characters) throw new DocumentRefusal('text-too-long');
  const root = await parsePage(light, deadline);
  const visible = walkPage(root, deadline);
  const visibleLength = textLength(visible.blocks);
  if (visibleLength >= enoughText) return visible;
  // Some sites send the article hidden and let a script show it.
  const all = walkPage(root, deadline, 'read');
  if (textLength(all.blocks) < Math.max(enoughText, visibleLength * 5)) return visible;
  return { blocks: all.blocks, remarks: [...all.remarks, '网页把正文设成了隐藏，已按显示的读取。'] };
}

/** Pages saved into one file carry their pictures in attributes, many times the length of their text. */
const dropPictureData = (text: string): string =>
  text.includes('data:image/') ? text.replace(/(=\s*["']?)data:image\/[\w+.;=,/%-]*/g, '$1') : text;

/** A page with fewer characters than this holds no report. */
const enoughText = 500;

function textLength(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') length += block.text.length;
    else if (block.kind === 'table') for (const cell of block.cells) length += cell.text.length;
    if (length >= enoughText) break;
  }
  return length;
}

async function parsePage(text: string, deadline: Deadline): Promise<TreeNode> {
  const { Parser } = await import('parse5');
  const parser = new Parser({ treeAdapter: createTreeAdapter(deadline), scriptingEnabled: true });
  for (let from = 0; from < text.length; from += chunkLength) {
    parser.tokenizer.write(text.slice(from, from + chunkLength), from + chunkLength >= text.length);
    deadline.check();
  }
  return parser.document;
}

/** The `charset` of a `<meta>` or of the XML declaration among the first bytes. */
function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  return (/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head) ??
    /^<\?xml[^>]*encoding=["']([\w-]+)/i.exec(head))?.[1];
}
