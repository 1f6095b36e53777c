/** A day as a text gives it. No calendar is consulted: 2月30日 stays as written. */
export interface WrittenDate {
  /** Undefined when the text leaves the year out: 至12月31日, 至当年12月31日. */
  year: number | undefined;
  month: number;
  /** Undefined when only the month is given. */
  day: number | undefined;
  /** Characters of the date are lost and it was put together from its digits: 202211日. */
  damaged: boolean;
}

/** A stretch of time in a text: 自2021年1月1日起至12月31日止. */
export interface WrittenPeriod {
  from: WrittenDate;
  to: WrittenDate;
  /** The words it stands in. */
  quote: string;
  index: number;
}

const digits = '〇一二三四五六七八九';
const chineseDigit = (character: string) => (character === '零' || character === '○' ? 0 : digits.indexOf(character));

/** 十二 → 12, 三十一 → 31, 〇 → 0; for numbers below 100. */
function readChineseNumber(text: string): number {
  const tens = text.indexOf('十');
  if (tens < 0) return Number([...text].map(chineseDigit).join(''));
  const ten = tens === 0 ? 1 : chineseDigit(text.slice(0, tens));
  const one = tens === text.length - 1 ? 0 : chineseDigit(text.slice(tens + 1));
  return ten * 10 + one;
}

/**
 * The same text with full-width and Chinese numerals in dates as plain digits, spaces inside dates
 * and after digits removed.
 *
 * @example 二〇二一年十二月三十一日 → 2021年12月31日; ２０２１ 年 1 月 → 2021年1月
 */
export function plainDates(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=[\d年月日号至到起自从—~-])[^\S\n]+(?=[\d年月日号至到止起—~-])/g, '')
    .replace(/[〇零○一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map(chineseDigit).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (number) => String(readChineseNumber(number)));
}

const year = String.raw`(?:(\d{4})\s*年度?|(?:当年|同年|本年度?|当年度))`;
const date = String.raw`(?:${year}?(\d{1,2})月(?:(\d{1,2})[日号]?)?|(\d{4})[-./](\d{1,2})[-./](\d{1,2})日?|(\d{5,8})[日号])`;
const period = new RegExp(`(?<!\\d)${date}[起始]?,?(?:至|到|—+|–|-|~|－|——)${date}`, 'g');

/** All stretches of time in a text, plain dates or not. */
export function findPeriods(text: string): WrittenPeriod[] {
  const plain = plainDates(text);
  return [...plain.matchAll(period)].flatMap((match) => {
    const from = readDate(match.slice(1, 8));
    const to = readDate(match.slice(8, 15));
    return from && to ? [{ from, to, quote: match[0], index: match.index }] : [];
  });
}

function readDate(parts: readonly (string | undefined)[]): WrittenDate | undefined {
  const [chineseYear, chineseMonth, chineseDay, plainYear, plainMonth, plainDay, run] = parts;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  if (run !== undefined) return readRun(run);
  if (plainYear !== undefined) {
    return { year: Number(plainYear), month: Number(plainMonth), day: number(plainDay), damaged: false };
  }
  return { year: number(chineseYear), month: Number(chineseMonth), day: number(chineseDay), damaged: false };
}

/**
 * A date of which only the digits are left. More than one split is possible (20221112 is certain,
 * 2022111 is not), so the result is marked as damaged and proves nothing by itself.
 *
 * @example 202211 → 2022-1-1; 20221231 → 2022-12-31; 2022111 → undefined
 */
function readRun(run: string): WrittenDate | undefined {
  const rest = run.slice(4);
  if (rest.length === 3 || rest.length < 2) return undefined;
  const half = rest.length / 2;
  return {
    year: Number(run.slice(0, 4)),
    month: Number(rest.slice(0, half)),
    day: Number(rest.slice(half)),
    damaged: true,
  };
}
