/**
 * A calendar day as `YYYY-MM-DD`. Not a `Date`: that is an instant, and which day it falls on
 * depends on where the machine stands. Days in this form compare and sort as text.
 */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };
declare const brand: unique symbol;

/**
 * The day that is written, or undefined when there is no such day.
 *
 * @example findPlainDate('2026-02-28') // '2026-02-28'
 * @example findPlainDate('2026-02-30') // undefined
 */
export function findPlainDate(written: string): PlainDate | undefined {
  if (inEveryMonth.test(written)) return written as PlainDate;
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // There is no year 0, and the database knows none.
  if (year === '0000') return undefined;
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written)
    ? (written as PlainDate)
    : undefined;
}

/** Days every month has, in every year there is: no calendar is needed for them, and lists have thousands. */
const inEveryMonth = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** The day that is written; throws when there is no such day, so only for what a program wrote. */
export function getPlainDate(written: string): PlainDate {
  const day = findPlainDate(written);
  if (!day) throw new Error(`not a day: ${written}`);
  return day;
}

/** The day it is in China at an instant; the whole country keeps one time, eight hours ahead of UTC. */
export const dayInChina = (instant: Date): PlainDate =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate;

/**
 * The day so many calendar days later; earlier when negative.
 *
 * @example addDays(getPlainDate('2026-02-27'), 2) // '2026-03-01'
 */
export function addDays(day: PlainDate, days: number): PlainDate {
  const date = Number(day.slice(8)) + days;
  // Every month has these: no calendar is needed.
  if (date >= 1 && date <= 28) return `${day.slice(0, 8)}${String(date).padStart(2, '0')}` as PlainDate;
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as PlainDate;
}
