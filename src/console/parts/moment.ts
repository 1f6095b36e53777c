const china = { timeZone: 'Asia/Shanghai' } as const;

const minutes = new Intl.DateTimeFormat('zh-CN', {
  ...china,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const seconds = new Intl.DateTimeFormat('zh-CN', {
  ...china,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'short' });

/**
 * An instant as an office writes it, in the time of China wherever the machine stands.
 *
 * @param instant ISO 8601
 * @example `2026-05-06T01:02:03Z` is 2026-05-06 09:02
 */
export function formatInstant(instant: string): string {
  const parts = Object.fromEntries(minutes.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** The same with seconds, for records that follow each other closely. */
export const formatExactInstant = (instant: string): string =>
  `${formatInstant(instant).slice(0, 10)} ${seconds.format(new Date(instant))}`;

/**
 * A calendar day with its weekday.
 *
 * @param day `YYYY-MM-DD`
 * @example `2026-05-06` is 2026年5月6日（周三）
 */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日（${weekday.format(new Date(`${day}T00:00:00Z`))}）`;
}

/** A term: `2026-01-01 至 2026-06-30`, `2026-01-01 起`, `至 2026-06-30`. */
export function formatTerm(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) return `${from} 至 ${to}`;
  if (from) return `${from} 起`;
  return to ? `至 ${to}` : '长期';
}
