import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Calendar } from './calendar.ts';
import { countWorkingDays } from './deadline.ts';

/** How something stands that is due on a day. */
export interface Standing {
  /** `ahead`: its day is to come; `today`: it is today; `overdue`: it is past. */
  state: 'ahead' | 'today' | 'overdue';
  /** Working days until its day, or since; 0 where only days off lie between. */
  workingDays: number;
}

/**
 * How something due on a day stands today.
 *
 * @example standingOf(calendar, '2026-04-03', '2026-04-07') // { state: 'overdue', workingDays: 1 }: 4月4日至6日 are off
 */
export function standingOf(calendar: Calendar, due: PlainDate, today: PlainDate): Standing {
  if (due === today) return { state: 'today', workingDays: 0 };
  return due > today
    ? { state: 'ahead', workingDays: countWorkingDays(calendar, today, due) }
    : { state: 'overdue', workingDays: countWorkingDays(calendar, due, today) };
}

/** 还剩3个工作日, 今天到期, 已逾期2个工作日; 即将到期 and 已逾期 where only days off lie between. */
export function tellStanding({ state, workingDays }: Standing): string {
  if (state === 'today') return '今天到期';
  if (workingDays === 0) return state === 'ahead' ? '即将到期' : '已逾期';
  return state === 'ahead' ? `还剩${workingDays}个工作日` : `已逾期${workingDays}个工作日`;
}
