import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { LocalRule, NoticeHoliday, YearNotice } from './notice.ts';

/** Which days are worked in a county. */
export interface Calendar {
  /** What kind of day it is, and why. */
  explainDay(day: PlainDate): ExplainedDay;
  isWorkingDay(day: PlainDate): boolean;
}

/**
 * Why a day is worked or not.
 *
 * - `weekday`, `weekend`: Monday to Friday, Saturday and Sunday, about which no notice says anything.
 * - `holiday`, `make-up`: off, or worked on a weekend (调休上班), by the yearly notice.
 * - `local-holiday`, `local-make-up`: off, or worked, in this county by a rule of its own.
 */
export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'local-holiday' | 'local-make-up';

/** A day with the reason why it is worked or not. */
export interface ExplainedDay {
  day: PlainDate;
  kind: DayKind;
  working: boolean;
  /** The holiday it belongs to, e.g. 春节. */
  name?: string;
  /** The notice or the local rule it stands in. */
  source?: string;
  /** No notice is known for it: it was told by its weekday only. */
  estimated: boolean;
}

/** What a calendar is made of. */
export interface CalendarData {
  /** One a year; of two for the same year the later one counts. */
  notices: readonly YearNotice[];
  localRules?: readonly LocalRule[];
}

/**
 * Makes the calendar of a county. A day is worked when the notice says so (调休上班), else not when
 * the notice has it off, else from Monday to Friday (国务院办公厅关于部分节假日安排的通知, yearly);
 * a local rule comes before the notice. Where the notice of a year is missing the weekday alone
 * tells, and the day is estimated; so is the last week of a year before a year that is missing,
 * since New Year's notice may move its days.
 *
 * @example makeCalendar(data).explainDay('2026-02-28') // 周六, kind 'make-up', name '春节', working
 */
export function makeCalendar({ notices, localRules = [] }: CalendarData): Calendar {
  const special = new Map<PlainDate, SpecialDay>();
  const byYear = new Map(notices.map((notice) => [notice.year, notice]));
  for (const notice of byYear.values()) {
    for (const each of listNoticeDays(notice)) special.set(each.day, each);
  }
  for (const { kind, name, from, to, basis } of localRules) {
    const local = { kind: kind === 'holiday' ? 'local-holiday' : 'local-make-up', name, source: basis } as const;
    for (const day of daysBetween(from, to)) special.set(day, { day, ...local });
  }
  const tell = (day: PlainDate): ExplainedDay => {
    const found = special.get(day);
    if (found) return { ...found, working: isMakeUp(found.kind), estimated: false };
    const weekend = isWeekend(day);
    const estimated = !yearsAbout(day).every((year) => byYear.has(year));
    return { day, kind: weekend ? 'weekend' : 'weekday', working: !weekend, estimated };
  };
  // A list asks for the same few hundred days again and again; years without a notice are without end.
  const told = new Map<PlainDate, ExplainedDay>();
  const explainDay = (day: PlainDate): ExplainedDay => {
    const known = told.get(day);
    if (known) return known;
    const explained = tell(day);
    if (!explained.estimated) told.set(day, explained);
    return explained;
  };
  return { explainDay, isWorkingDay: (day) => explainDay(day).working };
}

/** A day about which a notice or a local rule says something. */
export interface SpecialDay {
  day: PlainDate;
  kind: Exclude<DayKind, 'weekday' | 'weekend'>;
  name: string;
  source: string;
}

/** Every day a notice says something about, holidays first. */
export function listNoticeDays(notice: YearNotice): SpecialDay[] {
  const sourceOf = ({ documentNumber }: NoticeHoliday) => documentNumber ?? notice.documentNumber ?? notice.title;
  const off = notice.holidays.flatMap((holiday) =>
    daysBetween(holiday.from, holiday.to).map(
      (day): SpecialDay => ({ day, kind: 'holiday', name: holiday.name, source: sourceOf(holiday) }),
    ),
  );
  const worked = notice.holidays.flatMap((holiday) =>
    holiday.makeUpDays.map(
      (day): SpecialDay => ({ day, kind: 'make-up', name: holiday.name, source: sourceOf(holiday) }),
    ),
  );
  return [...off, ...worked];
}

/** Sunday is 0, Saturday is 6. */
export const weekdayOf = (day: PlainDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** 周一 … 周日. */
export const weekdayName = (day: PlainDate): string => `周${'日一二三四五六'[weekdayOf(day)]}`;

export const isWeekend = (day: PlainDate): boolean => weekdayOf(day) % 6 === 0;

/** All days from one to another, both included; none when they stand the wrong way round. */
export function daysBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const isMakeUp = (kind: DayKind): boolean => kind === 'make-up' || kind === 'local-make-up';

/** The years whose notices say something about a day: New Year may move the last week of December. */
function yearsAbout(day: PlainDate): number[] {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '12-25' ? [year, year + 1] : [year];
}
