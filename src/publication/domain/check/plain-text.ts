/**
 * A text as the checks read it, with the way back: full-width letters, digits and signs are half-width, what nobody sees
 * and what only stands on top of another sign is gone, and so is white space between two Chinese characters, with which
 * 机 密 hides from a search.
 */
export interface PlainText {
  text: string;
  /** Where a stretch of it stands in the original, from `start` to before `end`. */
  locate(start: number, end: number): { start: number; end: number };
}

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is left out
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const blank = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/;
const chinese = /[\u3007\u4e00-\u9fff\u3400-\u4dbf★☆]/;
const simple = /^[\n\r\t !-~\u4e00-\u9fff。，、；：？！“”‘’（）《》〈〉〔〕【】…—·￥]*$/;
const gap = /[\u4e00-\u9fff][ \t]|[\t]| {2}/;
const sames: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '﹣': '-',
  '＊': '*',
  '﹡': '*',
  '∗': '*',
  '✱': '*',
};

/**
 * Makes a text ready for the checks.
 *
 * @example plainText('电话：１３８\u200b１２３４５６７８').text // '电话:13812345678'
 * @example plainText('机　密★５年').locate(0, 2) // { start: 0, end: 3 }
 */
export function plainText(original: string): PlainText {
  if (isPlain(original)) return { text: original, locate: (start, end) => ({ start, end }) };
  const kept: string[] = [];
  const at: number[] = [];
  for (let index = 0, next = 0; index < original.length; index = next) {
    const sign = String.fromCodePoint(original.codePointAt(index) ?? 0);
    next = index + sign.length;
    const character = read(sign);
    if (character === '' || (character === ' ' && kept.at(-1) === ' ')) continue;
    if (kept.at(-1) === ' ' && chinese.test(character) && chinese.test(kept.at(-2) ?? '')) {
      kept.pop();
      at.pop();
    }
    // A sign of two units that stays one keeps both.
    for (let unit = 0; unit < character.length; unit += 1) {
      kept.push(character.charAt(unit));
      at.push(index + unit);
    }
  }
  return {
    text: kept.join(''),
    locate: (start, end) => {
      const first = at[start] ?? original.length;
      if (end <= start) return { start: first, end: first };
      const last = at[end - 1] ?? original.length - 1;
      return { start: first, end: last + String.fromCodePoint(original.codePointAt(last) ?? 0).length };
    },
  };
}

/** What the checks read for one sign; empty for what nobody sees. */
function read(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code > 0x20 && code < 0x7f) return sign;
  if (code >= 0x4e00 && code <= 0x9fff) return sign;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  // Letters and digits in the bold, double-struck … forms of mathematics.
  if (code >= 0x1d400 && code <= 0x1d7ff) return sign.normalize('NFKC');
  if (blank.test(sign)) return ' ';
  if (unseen.test(sign)) return '';
  return sames[sign] ?? sign;
}

/** Whether a text is its own plain form, as most are but for their Chinese punctuation. */
const isPlain = (text: string): boolean => simple.test(text) && !gap.test(text) && !/[：；，（）？！]/.test(text);
