/**
 * A text as the checks read it, with the way back: full-width letters, digits and signs are half-width, what nobody sees
 * is gone, and so is white space between two Chinese characters, with which 机 密 hides from a search.
 */
export interface PlainText {
  text: string;
  /** Where a stretch of it stands in the original, from `start` to before `end`. */
  locate(start: number, end: number): { start: number; end: number };
}

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is left out
  /[\p{Cf}\p{Default_Ignorable_Code_Point}]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const wide = /[\u3000\uff01-\uff5e]/;
const blank = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
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
  for (let index = 0; index < original.length; index += 1) {
    let character = original.charAt(index);
    if (unseen.test(character)) continue;
    if (wide.test(character)) character = foldWidth(character);
    else if (character === '\ud835') {
      // Digits in the bold, double-struck … forms of mathematics.
      const folded = original.slice(index, index + 2).normalize('NFKC');
      if (folded.length === 1) {
        kept.push(folded);
        at.push(index);
        index += 1;
        continue;
      }
    } else character = sames[character] ?? character;
    if (blank.test(character)) character = ' ';
    if (character === ' ' && kept.at(-1) === ' ') continue;
    if (chinese.test(character) && kept.at(-1) === ' ' && chinese.test(kept.at(-2) ?? '')) {
      kept.pop();
      at.pop();
    }
    kept.push(character);
    at.push(index);
  }
  return {
    text: kept.join(''),
    locate: (start, end) => {
      const first = at[start] ?? original.length;
      if (end <= start) return { start: first, end: first };
      const last = at[end - 1] ?? original.length - 1;
      return { start: first, end: last + (original.charCodeAt(last) === 0xd835 ? 2 : 1) };
    },
  };
}

/** Whether a text is its own plain form, as most are but for their Chinese punctuation. */
const isPlain = (text: string): boolean => simple.test(text) && !gap.test(text) && !/[：；，（）？！]/.test(text);

const foldWidth = (character: string): string =>
  character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
