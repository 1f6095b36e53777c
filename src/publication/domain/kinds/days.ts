import type { PlainDate } from '../../../kernel/plain-date.ts';

/**
 * How many days there are from one to another, both counted.
 *
 * @example daysFrom('2026-03-01', '2026-03-30') // 30
 */
export const daysFrom = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1;
