/** So many bytes of UTF-8 a name may have: with a few more for a copy, any file system takes it. */
const maximumBytes = 200;

/** Signs that Windows does not suffer in a name, and the wide ones that a Chinese keyboard has in their place. */
const wideSigns: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** Names that mean a device on Windows, whatever extension follows. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

const unnamed = '未命名文件';

/**
 * The name of a file as it is kept, shown and given back: as the person wrote it, without folders, invisible
 * and direction-turning characters, and whatever a disk of any system refuses; at most 200 bytes, of which
 * the extension stays. Giving it in once more changes nothing.
 *
 * @example safeFileName('C:\\桌面\\会议纪要:终稿?.docx') // '会议纪要：终稿？.docx'
 * @example safeFileName('报告\u202Excod.exe') // '报告xcod.exe'
 */
export function safeFileName(written: string): string {
  const visible = written
    // Half a surrogate pair, controls, formats (which turn the direction of writing), ends of lines.
    .replace(/[\p{Cs}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .split(/[\\/]/)
    .map(trimEnds)
    .findLast((part) => part !== '');
  if (visible === undefined) return unnamed;
  const name = visible.replace(/[<>:"|?*]/g, (sign) => wideSigns[sign] ?? '');
  return shorten(deviceName.test(name) ? `_${name}` : name);
}

/**
 * The extension of a name, in lower case and without its dot; empty when there is none. Figures behind the
 * last dot are part of a date or a number, e.g. in 通知2025.12.
 */
export function extensionOf(name: string): string {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return /^\d+$/.test(extension) ? '' : extension;
}

/** Windows drops dots and spaces at the end of a name, and one that begins with a dot is hidden elsewhere. */
const trimEnds = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/gu, '');

function shorten(name: string): string {
  if (Buffer.byteLength(name) <= maximumBytes) return name;
  const extension = /[^.\s]\.([^.\s]{1,16})$/u.exec(name)?.[1];
  const ending = extension === undefined ? '' : `.${extension}`;
  let left = maximumBytes - Buffer.byteLength(ending);
  let kept = '';
  for (const { segment } of new Intl.Segmenter('zh').segment(name)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  // One sign may carry more marks than fit.
  return `${trimEnds(kept) || unnamed}${ending}`;
}
