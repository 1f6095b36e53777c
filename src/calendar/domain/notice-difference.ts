import type { PlainDate } from '../../kernel/plain-date.ts';
import { daysBetween, makeCalendar } from './calendar.ts';
import type { YearNotice } from './notice.ts';
import { tellDay, writeDayOfWeek } from './words.ts';

/** A day that a notice makes something else of than what it was. */
export interface DayChange {
  day: PlainDate;
  /** As in 周末, 春节放假. */
  before: string;
  after: string;
  /** Whether it becomes worked, or off; false where only the words change. */
  changesWork: boolean;
}

/**
 * What changes when a notice takes the place of another one of its year, or of none: day by day, from
 * the December before to the end of the year.
 *
 * @example compareNotices(2027, undefined, notice)[0] // { day: '2027-01-01', before: '工作日', after: '元旦放假', changesWork: true }
 */
export function compareNotices(
  year: number,
  before: YearNotice | undefined,
  after: YearNotice | undefined,
): DayChange[] {
  const [old, fresh] = [before, after].map((notice) => makeCalendar({ notices: notice ? [notice] : [] }));
  if (!old || !fresh) throw new Error('two calendars are compared');
  return daysBetween(`${year - 1}-12-01` as PlainDate, `${year}-12-31` as PlainDate).flatMap((day) => {
    const [was, is] = [old.explainDay(day), fresh.explainDay(day)];
    const words = [tellDay(was), tellDay(is)] as const;
    return words[0] === words[1]
      ? []
      : [{ day, before: words[0], after: words[1], changesWork: was.working !== is.working }];
  });
}

/** 2月28日（周六）：周末 → 春节调休上班 */
export const tellDayChange = ({ day, before, after }: DayChange): string =>
  `${writeDayOfWeek(day)}：${before} → ${after}`;
