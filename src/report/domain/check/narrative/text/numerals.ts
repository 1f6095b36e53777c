const digits = '零一二三四五六七八九';
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/**
 * The number a Chinese numeral writes, or undefined when the characters do not make one number.
 * Digits in a row are read by position, as in years; a last digit without its place counts in the
 * place below the one before it.
 *
 * @example 一百二十三 → 123; 两千零五 → 2005; 二〇二一 → 2021; 三千五 → 3500; 十二万 → 120000; 三五 → undefined
 */
export function parseChineseNumeral(numeral: string): number | undefined {
  if (numeral === '') return undefined;
  const written = numeral.replaceAll('〇', '零').replaceAll('两', '二');
  if (![...written].some((each) => each in places || each in groups)) return readDigits(written);

  let total = 0;
  let group = 0;
  let digit: number | undefined;
  let lastPlace = Number.POSITIVE_INFINITY;
  let afterZero = false;
  for (const each of written) {
    const value = digits.indexOf(each);
    if (value === 0) {
      if (digit !== undefined) return undefined;
      afterZero = true;
    } else if (value > 0) {
      if (digit !== undefined) return undefined;
      digit = value;
    } else if (each in places) {
      const place = places[each] as number;
      if (place >= lastPlace) return undefined;
      if (digit === undefined && place !== 10 && (group > 0 || total > 0)) return undefined;
      group += (digit ?? 1) * place;
      lastPlace = place;
      digit = undefined;
      afterZero = false;
    } else {
      const scale = groups[each];
      if (scale === undefined) return undefined;
      const lower = group + (digit ?? (group === 0 && total === 0 ? 1 : 0));
      if (scale === 10_000) {
        if (lower === 0 || total % 100_000_000 !== 0) return undefined;
        total += lower * scale;
      } else {
        if (total >= scale) return undefined;
        total = (total + lower) * scale;
      }
      group = 0;
      digit = undefined;
      lastPlace = scale === 10_000 ? 10_000 : Number.POSITIVE_INFINITY;
      afterZero = false;
    }
  }
  if (digit === undefined) return total + group;
  const isColloquial = !afterZero && lastPlace !== Number.POSITIVE_INFINITY && lastPlace > 10;
  return total + group + (isColloquial ? (digit * lastPlace) / 10 : digit);
}

/** Digits in a row: one alone, or four as in a year; 三五 is "three or five". */
function readDigits(written: string): number | undefined {
  if (written.length !== 1 && written.length !== 4) return undefined;
  let value = 0;
  for (const each of written) {
    const digit = digits.indexOf(each);
    if (digit < 0) return undefined;
    value = value * 10 + digit;
  }
  return value;
}
