import { isUtf8 } from 'node:buffer';
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
  const byMagic = detectByMagic(bytes);
  if (byMagic !== undefined) return byMagic;
  // Most pages say what they are in their first bytes, whatever their encoding.
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html)[\s>]/i.test(ascii(bytes, 0, 200))) return 'html';

  const head = decodeHead(bytes);
  if (head === undefined) return { refused: 'binary-file' };
  return detectText(head, extension(name));
}

const extension = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, at) => bytes[at] === value);

const ascii = (bytes: Uint8Array, from: number, to: number): string => toBuffer(bytes).toString('latin1', from, to);

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function detectByMagic(bytes: Uint8Array): DetectedFormat | undefined {
  if (startsWith(bytes, 0x50, 0x4b) && [0x0304, 0x0506, 0x0708].includes(((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0))) {
    return detectPackage(bytes);
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return { refused: detectCompound(bytes) };
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74)) return { refused: 'rich-text' };
  // The mark of a PDF may stand behind some foreign bytes at the beginning.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (isImage(bytes)) return { refused: 'image-file' };
  if (ascii(bytes, 0, 4) === 'Rar!' || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x1f, 0x8b)) {
    return { refused: 'archive' };
  }
  return undefined;
}

function isImage(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return true;
  const head = ascii(bytes, 0, 16);
  return (
    head.startsWith('GIF8') ||
    (head.startsWith('BM') && bytes[6] === 0 && bytes[7] === 0) ||
    head.startsWith('II*\0') ||
    head.startsWith('MM\0*') ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
    /^....ftyp(?:hei|mif1|avif)/s.test(head)
  );
}

/** Zip packages, told apart by the names of their entries, which stand uncompressed in the file. */
function detectPackage(bytes: Uint8Array): DetectedFormat {
  const buffer = toBuffer(bytes);
  const holds = (entry: string) => buffer.includes(entry, 0, 'latin1');
  if (holds('word/document')) return 'docx';
  if (holds('xl/workbook.bin')) return { refused: 'binary-workbook' };
  if (holds('xl/workbook')) return 'xlsx';
  if (holds('ppt/presentation')) return { refused: 'presentation' };
  if (holds('OFD.xml')) return { refused: 'fixed-layout' };
  if (holds('mimetypeapplication/vnd.oasis.opendocument')) return { refused: 'open-document' };
  // A package whose main part has an unusual name, or a truncated one: the reader of packages decides.
  if (holds('word/') || holds('word\\')) return 'docx';
  if (holds('xl/') || holds('xl\\')) return 'xlsx';
  if (holds('[Content_Types].xml')) return { refused: 'damaged-file' };
  return { refused: 'archive' };
}

/** OLE compound files, told apart by the names of their streams (UTF-16). */
function detectCompound(bytes: Uint8Array): RefusalCode {
  const buffer = toBuffer(bytes);
  const holds = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'password-protected';
  if (holds('WordDocument')) return 'legacy-word';
  if (holds('Workbook') || holds('Book')) return 'legacy-excel';
  if (holds('PowerPoint Document')) return 'presentation';
  return 'legacy-office';
}

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
