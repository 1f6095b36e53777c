import { addDays, type PlainDate } from './plain-date.ts';

/**
 * How pressing something is.
 *
 * - `overdue`: its day is past.
 * - `today`: its day is today, or somebody waits for it.
 * - `soon`: its day is one of the next seven.
 * - `open`: its day is later, or it has none.
 */
export type TodayLevel = 'overdue' | 'today' | 'soon' | 'open';

/** One line of 今天要办: something that waits for the person who looks. */
export interface TodayItem {
  /** Unique within its area. */
  id: string;
  /** Where it comes from, e.g. `organisation`. */
  area: string;
  title: string;
  /** A second line, e.g. why it waits. */
  detail?: string;
  due?: PlainDate;
  /** `urgent`: somebody asks for a decision before everything else. */
  level: TodayLevel | 'urgent';
  /** What to do about it, and the page of the console where that is done. */
  action: { label: string; href: string };
}

/** What an area has for somebody's list of today. `Authority` is that of the area organisation. */
export type TodaySource<Authority> = (authority: Authority, now: Date) => Promise<TodayItem[]>;

/**
 * How pressing a day makes something.
 *
 * @example levelOf('2026-03-02', '2026-03-03') // 'overdue'
 * @example levelOf('2026-03-10', '2026-03-03') // 'soon'
 */
export function levelOf(due: PlainDate | undefined, today: PlainDate): TodayLevel {
  if (due === undefined) return 'open';
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, 7) ? 'soon' : 'open';
}

const order: readonly TodayItem['level'][] = ['urgent', 'overdue', 'today', 'soon', 'open'];

/** What is most pressing first, then by day, then by title. */
export function compareToday(one: TodayItem, other: TodayItem): number {
  return (
    order.indexOf(one.level) - order.indexOf(other.level) ||
    (one.due ?? '9999').localeCompare(other.due ?? '9999') ||
    one.title.localeCompare(other.title, 'zh-Hans-CN')
  );
}
