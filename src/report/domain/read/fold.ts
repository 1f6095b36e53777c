// Two texts are "the same label" when their folds are equal. Folding forgets how a text was typed
// (width, radicals, brackets, spaces, script) and keeps what it says.

/** Turns traditional characters into simplified ones; the identity for simplified text. */
export type Simplify = (text: string) => string;

const blanks = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff\u00ad]+/g;
const ornaments = /[“”"'‘’《》<>〈〉【】[\]「」『』*#_]/g;

/** A syllable that a converter put behind a character: 數(shù). */
const pinyin = /(?<=[\u3400-\u9fff])[(（][a-zü\u00e0-\u01dc]{1,6}[)）]/gi;

/** Removes pinyin written behind characters; everything else stays. */
export function withoutPinyin(text: string): string {
  return text.replace(pinyin, '');
}

/** Whether a text carries pinyin behind its characters at least `times` times. */
export function hasPinyin(text: string, times = 5): boolean {
  let found = 0;
  for (const _ of text.matchAll(pinyin)) if (++found >= times) return true;
  return false;
}

/** Collapses white space to single spaces and takes it off both ends. */
export function trimmed(text: string): string {
  if (!/\s|[\u200b-\u200d\u2060\u00ad]/.test(text)) return text;
  return text.replace(blanks, ' ').trim();
}

/**
 * The comparable form of a label: NFKC, no white space, no quotation marks, ASCII brackets and
 * commas.
 *
 * @example fold('３．危及“三安全 一稳定”') === '3.危及三安全一稳定'
 */
export function fold(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text) && !/["'<>[\]*#_]/.test(text)) return text;
  if (text.length > rememberedLength) return folded(text);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const made = folded(text);
  // Reports say the same few hundred labels again and again; foreign words must not fill the memory.
  if (remembered.size < 4000) remembered.set(text, made);
  return made;
}

const remembered = new Map<string, string>();
const rememberedLength = 60;

const folded = (text: string): string =>
  text
    // ① is an ordinal, not the digit that NFKC would put in front of the label.
    .replace(/[\u2460-\u2473]/g, (sign) => `${sign.charCodeAt(0) - 0x245f}.`)
    .normalize('NFKC')
    .replace(blanks, '')
    .replace(ornaments, '')
    .replace(/其它/g, '其他')
    .replace(/[、，]/g, ',')
    .replace(/[：；〔﹝〕﹞]/g, (sign) => signs[sign] ?? sign);

const signs: Record<string, string> = { '：': ':', '；': ';', '〔': '(', '﹝': '(', '〕': ')', '﹞': ')' };

const ordinal =
  /^(?:第[一二三四五六七八九十]{1,2}(?:部分|章|节)[,.:]?|[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[),.]|[)],)|[①-⑳])+/;

/** What an ordinal can begin with. */
const opening = /^[(第一二三四五六七八九十\d①-⑳,.]/;

/** The fold of a label without the ordinals before it: `（三）1.属于国家秘密` → `属于国家秘密`. */
export function core(folded: string): string {
  if (!opening.test(folded) && !/[,.:]$/.test(folded)) return folded;
  return folded.replace(ordinal, '').replace(/^[,.]+|[,.:]+$/g, '');
}
