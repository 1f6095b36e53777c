import type { FileHandle } from 'node:fs/promises';
import { failure, type Result, success } from '../../kernel/result.ts';
import { binaryKind, type CompoundKind, compoundKind, packageKind, streamName } from '../documents/content-kind.ts';
import { detectFormat } from '../documents/read/detect-format.ts';
import { type AttachmentKindName, attachmentKinds } from './kinds.ts';
import { openPackage } from './package-check.ts';
import { pieces } from './pieces.ts';
import { refuseContent } from './refusals.ts';

/** Bytes of the beginning that are looked at for a signature, and for what a text is: a few more than that takes. */
const headBytes = 65_540;

/** What is no attachment under any setting, with the words to follow 内容是. */
const foreign: Readonly<Record<string, string>> = {
  html: '网页，其中可能带有脚本',
  svg: 'SVG 图片，其中可能带有脚本',
  script: '脚本程序',
  executable: '可执行程序',
  rtf: 'RTF 文档，请用 Word 或 WPS 打开后另存为 .docx',
  xlsb: '二进制工作簿（.xlsb），请用 Excel 打开后另存为 .xlsx',
  odf: 'OpenDocument 文件，请用 WPS 打开后另存为 .docx 或 .xlsx',
  avif: 'AVIF 图片，请另存为 .jpg 或 .png',
  gzip: 'gzip 压缩包',
  json: 'JSON 数据',
  'web-archive': '单一文件网页（.mht），请用浏览器打开后打印为 PDF',
  'flat-office-xml': '单一 XML 格式的 Office 文件，请用 Word 或 WPS 打开后另存为 .docx',
  'open-document': 'OpenDocument 文件，请用 WPS 打开后另存为 .docx 或 .xlsx',
  'other-compound': '不能识别的旧版 Office 文件或安装程序',
  'binary-file': '不能识别的数据',
};

/**
 * Tells what a file is from all of its content; its name is not asked. Refuses what is empty, broken, locked
 * with a password, a bomb, carries macros, or is two things at once, so that each program that opens it sees
 * something else.
 */
export async function sniffContent(file: FileHandle, size: number): Promise<Result<AttachmentKindName>> {
  if (size === 0) return refuseContent('empty-file');
  const head = Buffer.alloc(Math.min(size, headBytes));
  await file.read(head, 0, head.length, 0);

  const kind = binaryKind(head);
  if (kind === 'package') return sniffPackage(file, size, head);
  if (kind === 'compound') return sniffCompound(file, size);
  if (kind === undefined) return sniffText(file, size, head);
  if (!(kind in attachmentKinds)) return refuseForeign(kind);
  const name = kind as AttachmentKindName;
  // What stands before the mark of a PDF may be a page or a program.
  if (name === 'pdf' && !/^(?:\xef\xbb\xbf)?\s*%PDF-/.test(head.toString('latin1', 0, 1_024))) {
    return refuseContent('two-in-one');
  }
  const isArchive = name === 'rar' || name === '7z';
  if (!isArchive && (await holdsArchive(file, size, name !== 'pdf'))) return refuseContent('two-in-one');
  return success(name);
}

async function sniffPackage(file: FileHandle, size: number, head: Buffer): Promise<Result<AttachmentKindName>> {
  const opened = await openPackage(file, size);
  if (!opened.ok) return opened;
  const { names, verify } = opened.value;
  // The first entry with what it says, as far as it is not compressed.
  const first = head.toString('latin1', 30, 200);
  const kind = packageKind(
    (entry) => names.some((name) => name.startsWith(entry.toLowerCase())) || first.startsWith(entry),
  );
  if (kind === 'damaged-package') return refuseContent('damaged-file');
  if (!(kind in attachmentKinds)) return refuseForeign(kind);
  if (names.some((name) => /(?:^|\/)vbaproject\.bin$/.test(name))) {
    return refuseContent('macros');
  }
  const verified = await verify();
  return verified.ok ? success(kind as AttachmentKindName) : verified;
}

async function sniffCompound(file: FileHandle, size: number): Promise<Result<AttachmentKindName>> {
  const streams = ['EncryptedPackage', 'WordDocument', 'Workbook', 'Book', 'PowerPoint Document'];
  const found = new Set<string>();
  for await (const piece of pieces(file, 0, size, streamName('PowerPoint Document').length)) {
    for (const stream of streams) if (piece.includes(streamName(stream))) found.add(stream);
  }
  const kind: CompoundKind = compoundKind((stream) => found.has(stream));
  if (kind === 'encrypted-office') return refuseContent('locked');
  return kind in attachmentKinds ? success(kind as AttachmentKindName) : refuseForeign(kind);
}

async function sniffText(file: FileHandle, size: number, head: Buffer): Promise<Result<AttachmentKindName>> {
  const start = head
    .toString('latin1', 0, 2_000)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (
    /^(?:<\?xml[\s\S]{0,1000}?)?(?:<!--[\s\S]{0,1000}?-->\s*)*(?:<!doctype svg[\s\S]{0,500}?)?<svg[\s>]/i.test(start)
  ) {
    return refuseForeign('svg');
  }
  if (/^(?:#!|<\?php|<\?=|<%|<script[\s>]|@echo\s+off)/i.test(start)) return refuseForeign('script');
  // As a name without extension, so that the content alone decides.
  const format = detectFormat(head, '');
  if (typeof format === 'object')
    return format.refused === 'empty-file' ? refuseContent('empty-file') : refuseForeign(format.refused);
  if (format !== 'text' && format !== 'markdown') return refuseForeign(format);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // A text has no zeros: a program or a picture stands behind it.
  if (!isWide)
    for await (const piece of pieces(file, 0, size, 0)) if (piece.includes(0)) return refuseContent('two-in-one');
  return success('text');
}

/** Whether a zip file is hung on behind, or, where it is asked for, an archive of another kind stands anywhere. */
async function holdsArchive(file: FileHandle, size: number, searchAll: boolean): Promise<boolean> {
  const tail = Buffer.alloc(Math.min(size, 65_557));
  await file.read(tail, 0, tail.length, size - tail.length);
  for (let at = tail.lastIndexOf('PK\x05\x06'); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)) {
    // The record tells the length of the comment behind it, with which the file ends.
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true;
  }
  if (!searchAll) return false;
  const marks = [Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from('377abcaf271c', 'hex')];
  for await (const piece of pieces(file, 0, size, 8)) if (marks.some((mark) => piece.includes(mark))) return true;
  return false;
}

const refuseForeign = (kind: string): Result<never> =>
  failure('type-not-allowed', `文件内容是${foreign[kind] ?? foreign['binary-file']}，不能作为附件上传。`);
