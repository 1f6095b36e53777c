import { addDays, findPlainDate, getPlainDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { findWrittenDay } from '../../../kernel/written-day.ts';

/** Day 0 of the numbers a spreadsheet keeps days as. */
const spreadsheetEpoch = getPlainDate('1899-12-30');

const digits = '〇一二三四五六七八九';

/**
 * The day in a cell of a ledger, in any of the usual spellings; undefined for none, and for what could be two days.
 *
 * @param year of a day that is written without one
 * @example findLedgerDay('二〇二四年三月十五日') // '2024-03-15'
 * @example findLedgerDay('2024-3-15 10:20') // '2024-03-15'; also 2024.03.15, 20240315, 45366
 * @example findLedgerDay('3/5/2024') // undefined: the third of May or the fifth of March
 * @example findLedgerDay('3月5日', 2026) // '2026-03-05'; also 3/5, 3-5, 3.5
 * @example findLedgerDay('3.1', 2026) // undefined: a spreadsheet shows 3.10 so too
 */
export function findLedgerDay(written: string, year?: number): PlainDate | undefined {
  const plain = written
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[秒分]?(?:Z|[+-]\d{2}:?\d{2})?$/, '')
    .replace(/\s+/g, '');
  if (plain === '') return undefined;
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)?.[1];
  if (serial) return inReach(addDays(spreadsheetEpoch, Number(serial)));
  return findWrittenDay(plain) ?? findChineseDay(plain) ?? (year === undefined ? undefined : findDayOf(year, plain));
}

/** Whether a cell holds a day of a year it does not say. */
export const lacksYear = (written: string): boolean =>
  findLedgerDay(written, 2000) !== undefined && !findLedgerDay(written);

function findDayOf(year: number, written: string): PlainDate | undefined {
  const [, month = '', sign = '', day = ''] = /^(\d{1,2})([月/.-])(\d{1,2})[日号]?$/.exec(written) ?? [];
  if (month === '' || (sign === '.' && /^[123]$/.test(day))) return undefined;
  return findPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * The one year these texts name, the first of them that names any; undefined where it names several.
 *
 * @example findYear(['石桥镇2026年政务公开台账', '台账.xlsx']) // 2026
 * @example findYear(['2025—2026年台账']) // undefined
 */
export function findYear(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    const years = new Set(text.normalize('NFKC').match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g));
    if (years.size > 0) return years.size === 1 ? Number([...years][0]) : undefined;
  }
  return undefined;
}

/** Nobody published anything before there were sites, and a ledger knows no future. */
const inReach = (day: PlainDate): PlainDate | undefined =>
  day >= '1990-01-01' && day <= '2100-12-31' ? day : undefined;

function findChineseDay(written: string): PlainDate | undefined {
  const [, year = '', month = '', day = ''] =
    /^([〇零○O0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十廿]{1,3})日?$/.exec(
      written,
    ) ?? [];
  if (year === '') return undefined;
  const inFigures = [...year.replace(/[零○O0]/g, '〇')].map((each) => digits.indexOf(each)).join('');
  const two = (text: string): string => String(numberOf(text)).padStart(2, '0');
  return findPlainDate(`${inFigures}-${two(month)}-${two(day)}`);
}

/** 十五 → 15, 二十 → 20, 廿一 → 21 */
function numberOf(written: string): number {
  const text = written.replace('廿', '二十');
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const of = (digit: string | undefined, empty: number): number => (digit ? digits.indexOf(digit) : empty);
  return text.includes('十') ? of(tens, 1) * 10 + of(ones, 0) : of(ones, 0);
}
