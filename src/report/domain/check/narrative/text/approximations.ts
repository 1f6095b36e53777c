/**
 * How exactly a count is told.
 *
 * - `exact`: 12件, 达12件.
 * - `atLeast`: 500余条, 超100人, 3件以上.
 * - `about`: 约100件, 近百条, 50件左右.
 * - `atMost`: 不足10件, 不超过20个.
 * - `range`: 10—20件; `high` is its end.
 */
export type Precision = 'exact' | 'atLeast' | 'about' | 'atMost' | 'range';

const prefixes: readonly (readonly [RegExp, Precision])[] = [
  [/(?:不超过|不高于|不多于|至多|最多)$/, 'atMost'],
  [/(?:不少于|不低于|不下|至少|多于|高于|超过|突破|超|逾)$/, 'atLeast'],
  [/(?:不足|不到|不满|未满|少于|低于)$/, 'atMost'],
  [/(?:大约|约|将近|接近)$/, 'about'],
  [/(?<![附最邻远就靠])近$/, 'about'],
];

/**
 * The words around a numeral and its unit that make it an approximation, with where the whole then
 * begins and ends.
 *
 * @param suffix 余, 多 or 来 found between the numeral and its unit
 * @example 约30个 → about; 500余条 → atLeast; 不足10件 → atMost; 5件以上 → atLeast
 */
export function approximate(
  text: string,
  from: number,
  to: number,
  { suffix, hasUnit }: { suffix: string; hasUnit: boolean },
): { start: number; end: number; precision: Precision } {
  let start = from;
  let end = to;
  let precision: Precision = 'exact';
  const before = text.slice(Math.max(0, from - 4), from);
  for (const [pattern, meaning] of prefixes) {
    const match = pattern.exec(before);
    if (!match) continue;
    start -= match[0].length;
    precision = meaning;
    break;
  }
  if (suffix !== '' && precision === 'exact') precision = suffix === '来' ? 'about' : 'atLeast';
  const behind = hasUnit ? /^(?:以上|有余|之多|以下|以内|左右|上下)/.exec(text.slice(to, to + 2))?.[0] : undefined;
  if (behind) {
    end += 2;
    if (precision === 'exact') precision = meaningOf(behind);
  }
  return { start, end, precision };
}

function meaningOf(behind: string): Precision {
  if (/以下|以内/.test(behind)) return 'atMost';
  return /左右|上下/.test(behind) ? 'about' : 'atLeast';
}
