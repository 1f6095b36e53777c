import { binaryKind, compoundKind, packageKind, streamName } from '../content-kind.ts';
import { detectFormat } from '../read/detect-format.ts';
import { Deadline, maximumBytes } from '../read/limits.ts';
import { DocumentRefusal, type RefusalCode } from '../read/refusal.ts';
import { inspectDocx } from './docx.ts';
import type { InspectInner } from './embedded.ts';
import { Gatherer, type Inspection, unreadable } from './inspection.ts';
import { inspectOfd, inspectPdf, inspectPptx, inspectText, inspectZip } from './others.ts';
import { inspectXlsx } from './xlsx.ts';

/** A file to look into. */
export interface InspectedFile {
  name: string;
  bytes: Uint8Array;
}

/** Archives and embedded files are looked into so deep. */
const deepest = 1;

/**
 * Looks at everything a file holds, what nobody sees included. Never refuses: what cannot be read comes back as
 * `unreadable`, with the reason and what to do.
 *
 * It runs in a thread with limits of time and memory; see `inspectInThread`.
 */
export async function inspectFile(file: InspectedFile): Promise<Inspection> {
  return inspectAt(file, 0, new Deadline());
}

async function inspectAt({ name, bytes }: InspectedFile, depth: number, deadline: Deadline): Promise<Inspection> {
  if (bytes.length === 0) return unreadable('是空文件，请检查原文件后重新上传。');
  if (bytes.length > maximumBytes) return unreadable('超过 50 MB，没有检查。请拆分或压缩其中的图片后重新上传。');
  const inner: InspectInner = (file) =>
    depth < deepest ? inspectAt(file, depth + 1, deadline) : Promise.resolve(unreadable('层次过深，没有检查。'));
  try {
    return await inspectByKind(name, bytes, deadline, inner);
  } catch (error) {
    if (error instanceof DocumentRefusal) return unreadable(sentenceOf(error.code));
    throw error;
  }
}

async function inspectByKind(
  name: string,
  bytes: Uint8Array,
  deadline: Deadline,
  inner: InspectInner,
): Promise<Inspection> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (binaryKind(bytes)) {
    case 'package':
      switch (packageKind((entry) => buffer.includes(entry, 0, 'latin1'))) {
        case 'docx':
          return inspectDocx(bytes, deadline, inner);
        case 'xlsx':
          return inspectXlsx(bytes, deadline, inner);
        case 'pptx':
          return inspectPptx(bytes, deadline, inner);
        case 'ofd':
          return inspectOfd(bytes, deadline);
        case 'zip':
          return inspectZip(bytes, deadline, inner);
        case 'xlsb':
          return unreadable('是二进制工作簿（.xlsb），系统读不了。请用 Excel 或 WPS 另存为 .xlsx 后重新上传。');
        case 'odf':
          return unreadable('是 OpenDocument 文件，系统读不了。请另存为 .docx 或 .xlsx 后重新上传。');
        default:
          return unreadable('已损坏，打不开。请检查原文件后重新上传。');
      }
    case 'compound':
      return unreadable(
        compoundKind((stream) => buffer.includes(streamName(stream))) === 'encrypted-office'
          ? '设有打开密码，系统读不了，公众也打不开。请取消密码后重新上传。'
          : '是旧版 Word、Excel 或 WPS 格式（.doc、.xls、.wps、.et），系统读不了。请另存为 .docx 或 .xlsx 后重新上传。',
      );
    case 'pdf':
      return inspectPdf(bytes, deadline);
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'bmp':
    case 'tiff':
    case 'webp':
    case 'heic':
    case 'avif': {
      const gatherer = new Gatherer();
      gatherer.addPictures(1);
      return gatherer.finish();
    }
    case 'rtf':
      return unreadable('是 RTF 文件，系统读不了。请用 Word 或 WPS 另存为 .docx 后重新上传。');
    case 'mp3':
    case 'mp4':
      return unreadable('是录音或录像，系统听不了、看不了。请人工核对后说明。');
    case 'rar':
    case '7z':
    case 'gzip':
      return unreadable('是压缩包，系统打不开。请解压后逐个上传其中的文件。');
    case 'executable':
      return unreadable('是程序文件，不应公开。请删去。');
    case undefined:
      break;
  }
  const format = detectFormat(bytes, name);
  if (typeof format === 'object') return unreadable(sentenceOf(format.refused));
  return inspectText(name, bytes, format as 'text' | 'markdown' | 'html' | 'json');
}

/** Why a file was given up, and what to do. */
function sentenceOf(code: RefusalCode): string {
  switch (code) {
    case 'password-protected':
      return '设有打开密码，系统读不了，公众也打不开。请取消密码后重新上传。';
    case 'expansion-bomb':
      return '解压后异常庞大，疑似恶意文件，没有检查。请用 Word 或 WPS 打开确认后另存。';
    case 'damaged-file':
      return '不完整或已损坏，打不开。请检查原文件后重新上传。';
    case 'timed-out':
    case 'too-complex':
    case 'text-too-long':
    case 'too-many-pages':
      return '内容过于庞杂，没有检查完。请拆分或另存后重新上传。';
    case 'unreadable-font':
      return '字体没有附带文字编码，取不出文字。请用 Word 或 WPS 重新导出 PDF。';
    case 'empty-file':
      return '是空文件，请检查原文件后重新上传。';
    default:
      return '系统读不了这种格式。请另存为 .docx、.xlsx 或 PDF 后重新上传。';
  }
}
