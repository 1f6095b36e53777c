import { isUtf8 } from 'node:buffer';

/** Text of a file with the name of the encoding, and what had to be guessed. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** In Chinese; empty when the file says its encoding itself or is clean UTF-8. */
  remarks: string[];
}

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'big5';

const chineseNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK）',
  'utf-16le': 'UTF-16（小端）',
  'utf-16be': 'UTF-16（大端）',
  big5: 'Big5',
};

/**
 * Turns bytes into text: byte order mark first, then strict UTF-8, then the declared encoding, then
 * the candidate whose text looks most like Chinese.
 *
 * `declared` is a label the file itself gives (HTML `charset`); it is believed only when the bytes agree.
 * Returns undefined when the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | undefined {
  const marked = findByteOrderMark(bytes);
  if (marked !== undefined) return decoded(decodeAs(bytes, marked), marked, []);

  if (isUtf8(bytes) && !holdsNul(bytes)) {
    const text = decodeAs(bytes, 'utf-8');
    const rival = declaredEncoding(declared);
    // Two or three GBK words can be valid UTF-8 by accident; with many sequences that does not happen.
    if (rival === undefined || rival === 'utf-8' || countHighBytes(bytes, 60) >= 60) return decoded(text, 'utf-8', []);
    const other = decodeAs(bytes, rival);
    return likeness(other) > likeness(text) ? decoded(other, rival, []) : decoded(text, 'utf-8', []);
  }

  const best = guessEncoding(bytes);
  if (best === undefined) return undefined;
  const stated = declaredEncoding(declared);
  const remarks =
    stated === best ? [] : [`文件没有正确标明字符编码，按 ${chineseNames[best]} 读取，如有乱码请另存为 UTF-8 后重试。`];
  return decoded(decodeAs(bytes, best), best, remarks);
}

function decoded(text: string, encoding: Encoding, remarks: string[]): DecodedText {
  let lost = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1 && lost < 1000; at = text.indexOf('\uFFFD', at + 1)) lost++;
  if (lost > 0)
    remarks.push(`文件中有 ${lost >= 1000 ? '1000 处以上' : `${lost} 处`}无法识别的字符，读取结果请与原文核对。`);
  return { text, encoding, remarks };
}

function findByteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // The mark of GB18030.
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

/** The decoder drops a byte order mark of its own encoding. */
const decodeAs = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

function holdsNul(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).indexOf(0) !== -1;
}

function countHighBytes(bytes: Uint8Array, enough: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length && count < enough; at++) if ((bytes[at] as number) >= 0x80) count++;
  return count;
}

/** Our encoding for a label such as `gb2312` or `Unicode`; undefined for labels of other languages. */
function declaredEncoding(label: string | undefined): Encoding | undefined {
  switch (label?.trim().toLowerCase()) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8';
    case 'gb2312':
    case 'gbk':
    case 'gb18030':
    case 'gb_2312-80':
    case 'x-gbk':
    case 'cp936':
    case '936':
      return 'gb18030';
    case 'big5':
    case 'big5-hkscs':
    case 'cp950':
      return 'big5';
    case 'utf-16':
    case 'utf-16le':
    case 'unicode':
      return 'utf-16le';
    case 'utf-16be':
      return 'utf-16be';
    default:
      return undefined;
  }
}

/** In the order of preference when two candidates look equally Chinese. */
const candidates: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'];

/** Below this, bytes are no text: noise has about half as much. */
const leastLikeness = 0.6;

function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.length <= 65_536 ? bytes : bytes.subarray(0, 65_536);
  let best: Encoding | undefined;
  let bestLikeness = leastLikeness;
  for (const encoding of candidates) {
    const value = likeness(decodeAs(sample, encoding));
    if (value > bestLikeness + 0.02) {
      best = encoding;
      bestLikeness = value;
    }
  }
  return best;
}

/** Characters that make up about a third of any running official text; random characters hold one in a hundred. */
const frequent = new Set(
  '的一是不了在人有我这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔县乡镇政府信息公开申请报告年度',
);

/**
 * How much a text looks like Chinese or ASCII writing, from 0 (noise) to about 1: the share of plausible
 * characters, where a Chinese text without its frequent characters is not plausible.
 */
function likeness(text: string): number {
  let plausible = 0;
  let ideographs = 0;
  let common = 0;
  let total = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    total++;
    if (code >= 0x4e00 && code <= 0x9fff) {
      ideographs++;
      if (frequent.has(text.charAt(at))) common++;
    } else if (
      (code >= 0x20 && code < 0x7f) ||
      code === 9 ||
      code === 10 ||
      code === 12 ||
      code === 13 ||
      code === 0xa0 ||
      (code >= 0x2010 && code <= 0x206f) ||
      (code >= 0x2460 && code <= 0x24ff) ||
      (code >= 0x3000 && code <= 0x303f) ||
      (code >= 0x3220 && code <= 0x3243) ||
      (code >= 0xff00 && code <= 0xffef)
    ) {
      plausible++;
    } else if (code < 0x20 || code === 0xfffd || (code >= 0xd800 && code <= 0xf8ff)) {
      plausible--;
    }
  }
  if (total === 0) return 0;
  // Each frequent character vouches for three others.
  const vouched = Math.min(ideographs, common * 4);
  return Math.max(0, (plausible + vouched) / total);
}
