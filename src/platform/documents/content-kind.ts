/**
 * What a file is, told from its bytes alone. `package` and `compound` are containers whose kind the names
 * of what is inside tell: see `packageKind` and `compoundKind`.
 */
export type BinaryKind =
  | 'package'
  | 'compound'
  | 'rtf'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'bmp'
  | 'tiff'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'mp3'
  | 'mp4'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'executable';

/** What a zip package is. */
export type PackageKind = 'docx' | 'xlsx' | 'xlsb' | 'pptx' | 'ofd' | 'odf' | 'damaged-package' | 'zip';

/** What an OLE compound file is. */
export type CompoundKind = 'encrypted-office' | 'doc' | 'xls' | 'ppt' | 'other-compound';

/**
 * Tells a file with a signature from its first bytes; undefined for text and for what nobody here knows.
 *
 * @param head at least the first 1024 bytes, or the whole file when it is shorter
 */
export function binaryKind(head: Uint8Array): BinaryKind | undefined {
  if (startsWith(head, 0x50, 0x4b) && [0x0304, 0x0506, 0x0708].includes(((head[2] ?? 0) << 8) | (head[3] ?? 0))) {
    return 'package';
  }
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  if (startsWith(head, 0x7b, 0x5c, 0x72, 0x74)) return 'rtf';
  const text = toBuffer(head).toString('latin1', 0, 1024);
  // The mark of a PDF may stand behind some foreign bytes at the beginning.
  if (text.includes('%PDF-')) return 'pdf';
  return pictureKind(head, text) ?? archiveKind(head, text) ?? mediaKind(head, text) ?? executableKind(head, text);
}

function pictureKind(head: Uint8Array, text: string): BinaryKind | undefined {
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47)) return 'png';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (text.startsWith('GIF8')) return 'gif';
  if (text.startsWith('BM') && head[6] === 0 && head[7] === 0) return 'bmp';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  // ISO/IEC 23008-12: the brand of a picture in a box of the family of MP4.
  if (/^....ftyp(?:hei|hev|mif1|msf1)/s.test(text)) return 'heic';
  return /^....ftypavi[fs]/s.test(text) ? 'avif' : undefined;
}

function archiveKind(head: Uint8Array, text: string): BinaryKind | undefined {
  if (text.startsWith('Rar!')) return 'rar';
  if (startsWith(head, 0x37, 0x7a, 0xbc, 0xaf)) return '7z';
  return startsWith(head, 0x1f, 0x8b) ? 'gzip' : undefined;
}

function mediaKind(head: Uint8Array, text: string): BinaryKind | undefined {
  if (/^....ftyp/s.test(text)) return 'mp4';
  if (text.startsWith('ID3') && [2, 3, 4].includes(head[3] ?? 0)) return 'mp3';
  // The first frame of MPEG-1 or MPEG-2 audio, layer III.
  return head[0] === 0xff && [0xfb, 0xfa, 0xf3, 0xf2].includes(head[1] ?? 0) ? 'mp3' : undefined;
}

function executableKind(head: Uint8Array, text: string): BinaryKind | undefined {
  // A program for Windows has zeros in its first bytes, a text that begins with MZ has none.
  const isProgram = (text.startsWith('MZ') && text.slice(0, 64).includes('\0')) || text.startsWith('\x7fELF');
  const isOther =
    startsWith(head, 0xca, 0xfe, 0xba, 0xbe) || // Java, and programs for several Macs
    startsWith(head, 0xcf, 0xfa, 0xed, 0xfe) ||
    startsWith(head, 0xce, 0xfa, 0xed, 0xfe) ||
    startsWith(head, 0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0) || // a shortcut of Windows
    text.startsWith('ITSF') || // compiled help
    text.startsWith('MSCF'); // a cabinet of an installer
  return isProgram || isOther ? 'executable' : undefined;
}

/** Tells a zip package by the names of its entries. `holds`: whether an entry begins so. */
export function packageKind(holds: (entry: string) => boolean): PackageKind {
  if (holds('word/document')) return 'docx';
  if (holds('xl/workbook.bin')) return 'xlsb';
  if (holds('xl/workbook')) return 'xlsx';
  if (holds('ppt/presentation')) return 'pptx';
  if (holds('OFD.xml')) return 'ofd';
  // The first entry, which is not compressed, followed by what it says.
  if (holds('mimetypeapplication/vnd.oasis.opendocument')) return 'odf';
  // A package whose main part has an unusual name, or a truncated one: the reader of packages decides.
  if (holds('word/') || holds('word\\')) return 'docx';
  if (holds('xl/') || holds('xl\\')) return 'xlsx';
  return holds('[Content_Types].xml') ? 'damaged-package' : 'zip';
}

/** Tells an OLE compound file by the names of its streams. `holds`: whether there is one of that name. */
export function compoundKind(holds: (stream: string) => boolean): CompoundKind {
  if (holds('EncryptedPackage')) return 'encrypted-office';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  return holds('PowerPoint Document') ? 'ppt' : 'other-compound';
}

/** The name of a stream as it stands in a compound file. */
export const streamName = (stream: string): Buffer => Buffer.from(`${stream}\0`, 'utf16le');

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, at) => bytes[at] === value);

const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
