import { isUtf8 } from 'node:buffer';
import {
  type BinaryKind,
  binaryKind,
  type CompoundKind,
  compoundKind,
  type PackageKind,
  packageKind,
  streamName,
} from '../content-kind.ts';
import { decodeText } from './decode-text.ts';
import type { RefusalCode } from './refusal.ts';

/** What a file is, found from its content; formats that are recognised only to be refused carry the reason. */
export type DetectedFormat = ReadableFormat | 'json' | { refused: RefusalCode };

/** Formats that `readDocument` turns into a neutral document. */
export type ReadableFormat = 'text' | 'markdown' | 'html' | 'docx' | 'xlsx' | 'pdf';

/**
 * Finds the format of a file from its first bytes; the name decides only between formats whose content
 * looks alike (Markdown or plain text, an HTML fragment or plain text).
 *
 * Example: a web page saved as `年报.xls` is `html`.
 */
export function detectFormat(bytes: Uint8Array, name: string): DetectedFormat {
  if (bytes.length === 0) return { refused: 'empty-file' };
  const bySignature = detectBySignature(bytes);
  if (bySignature !== undefined) return bySignature;
  // Most pages say what they are in their first bytes, whatever their encoding.
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html)[\s>]/i.test(toBuffer(bytes).toString('latin1', 0, 200)))
    return 'html';

  const head = decodeHead(bytes);
  if (head === undefined) return { refused: 'binary-file' };
  return detectText(head, extension(name));
}

const extension = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function detectBySignature(bytes: Uint8Array): DetectedFormat | undefined {
  const kind = binaryKind(bytes);
  const buffer = toBuffer(bytes);
  // Names of entries stand uncompressed in a package; a broken one has lost its directory, but not these.
  if (kind === 'package') return formats[packageKind((entry) => buffer.includes(entry, 0, 'latin1'))];
  if (kind === 'compound') return formats[compoundKind((stream) => buffer.includes(streamName(stream)))];
  return kind && formats[kind];
}

/** What becomes of a file with a signature; of a kind that is not here, what its text looks like decides. */
const formats: Readonly<Partial<Record<BinaryKind | PackageKind | CompoundKind, DetectedFormat>>> = {
  docx: 'docx',
  xlsx: 'xlsx',
  xlsb: { refused: 'binary-workbook' },
  pptx: { refused: 'presentation' },
  ofd: { refused: 'fixed-layout' },
  odf: { refused: 'open-document' },
  'damaged-package': { refused: 'damaged-file' },
  zip: { refused: 'archive' },
  'encrypted-office': { refused: 'password-protected' },
  doc: { refused: 'legacy-word' },
  xls: { refused: 'legacy-excel' },
  ppt: { refused: 'presentation' },
  'other-compound': { refused: 'legacy-office' },
  rtf: { refused: 'rich-text' },
  pdf: 'pdf',
  png: { refused: 'image-file' },
  jpeg: { refused: 'image-file' },
  gif: { refused: 'image-file' },
  bmp: { refused: 'image-file' },
  tiff: { refused: 'image-file' },
  webp: { refused: 'image-file' },
  heic: { refused: 'image-file' },
  avif: { refused: 'image-file' },
  rar: { refused: 'archive' },
  '7z': { refused: 'archive' },
  gzip: { refused: 'archive' },
};

/** The first 64 K of text; a multi-byte sign cut at the end is left away. */
function decodeHead(bytes: Uint8Array): string | undefined {
  if (bytes.length <= 65_536) return decodeText(bytes)?.text;
  let end = 65_536;
  for (let back = 0; back < 4 && !isUtf8(bytes.subarray(0, end)); back++) end--;
  return decodeText(bytes.subarray(0, end))?.text;
}

function detectText(head: string, extension: string): DetectedFormat {
  const start = head.trimStart();
  if (start === '') return head.length < 65_000 ? { refused: 'empty-file' } : 'text';
  if (/^\{\s*["}]/.test(start) || (extension === 'json' && /^[[{]/.test(start))) return 'json';
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?MIME-Version:/i.test(start.slice(0, 2000))) {
    return { refused: 'web-archive' };
  }
  if (
    /^<\?xml[^>]*>\s*<\?mso-application/.test(start) ||
    /^<\?xml[^>]*>\s*<(?:w:wordDocument|pkg:package)/.test(start)
  ) {
    return { refused: 'flat-office-xml' };
  }
  if (/^<\?xml[^>]*>\s*(?:<!--[\s\S]{0,500}?-->\s*)?<office:document/.test(start)) return { refused: 'open-document' };
  if (isHtml(start, extension)) return 'html';
  // Any other XML is data of some program.
  if (/^<\?xml\s/.test(start)) return { refused: 'binary-file' };
  return ['md', 'markdown'].includes(extension) || isMarkdown(head) ? 'markdown' : 'text';
}

function isHtml(start: string, extension: string): boolean {
  const body = start.replace(/^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i.test(body)) return true;
  const named = ['html', 'htm', 'shtml', 'xhtml', 'asp', 'aspx', 'jsp', 'php'].includes(extension);
  if (named) return /<[a-z][a-z0-9]*[\s>/]/i.test(body);
  if (['md', 'markdown'].includes(extension)) return false;
  const blocks = body.match(/<\/(?:p|div|span|h[1-6]|section|article|font|strong|table|td)>/gi)?.length ?? 0;
  if (/^<[a-z][a-z0-9]*[\s>/]/i.test(body)) return blocks >= 1;
  // Text before the first tag: a page cut off at its beginning, unless it is Markdown with tags inside.
  return !isMarkdown(start) && blocks + (body.match(/<br\s*\/?>/gi)?.length ?? 0) >= 5;
}

const isMarkdown = (head: string): boolean =>
  /^ {0,3}#{1,6}[ \t]+\S/m.test(head) || /^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$/m.test(head);
