import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addCalendarDays, addWorkingDays } from '../../calendar/domain/deadline.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';

/** What starts the clock of a limit that is counted from an event, as the words of a limit name it. */
export const triggers = {
  formation: '自信息形成或者变更之日起',
  decision: '自作出决定之日起',
  approval: '自批准（批复）之日起',
  document: '自文件公布之日起',
  occurrence: '自事件发生之时起',
} as const;
export type Trigger = keyof typeof triggers;

/**
 * 公开时限: until when something has to be public.
 *
 * - `working-days`, `calendar-days`, `hours`: counted from an event; what is published is owed once for each event.
 * - `on-change`: stands for good and is brought up to date within so many working days of a change.
 * - `monthly`, `quarterly`, `yearly`: owed once in each period until a day of it. A day the month does not have is its
 *   last day; `month` of a quarter is 1 to 3.
 * - `any-time`: at any time, at once; there is no last day.
 */
export type TimeLimit =
  | { kind: 'working-days'; days: number; trigger: Trigger }
  | { kind: 'calendar-days'; days: number; trigger: Trigger }
  | { kind: 'hours'; hours: number }
  | { kind: 'on-change'; days: number }
  | { kind: 'monthly'; day: number }
  | { kind: 'quarterly'; month: number; day: number }
  | { kind: 'yearly'; month: number; day: number }
  | { kind: 'any-time' };

/** 条例 art. 26: within 20 working days of the day on which the information is formed or changed. */
export const usualLimit: TimeLimit = { kind: 'working-days', days: 20, trigger: 'formation' };

/** A rule that goes before 条例 art. 26 (法律、法规对政府信息公开的期限另有规定的，从其规定). */
interface SpecialLimit {
  /** What it is about. */
  name: string;
  limit: TimeLimit;
  /** Where it is written. */
  source: string;
}

/** The special limits known; a catalogue item may name another one of its own. */
export const specialLimits = {
  licences: {
    name: '行政许可决定',
    limit: { kind: 'working-days', days: 7, trigger: 'decision' },
    source: '基层政务公开标准目录',
  },
  penalties: {
    name: '行政处罚决定',
    limit: { kind: 'working-days', days: 7, trigger: 'decision' },
    source: '基层政务公开标准目录',
  },
  'enforcement-results': {
    name: '其他行政执法决定',
    limit: { kind: 'working-days', days: 20, trigger: 'decision' },
    source: '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》',
  },
  'government-budgets': {
    name: '政府预算、决算',
    limit: { kind: 'calendar-days', days: 20, trigger: 'approval' },
    source: '《中华人民共和国预算法》第十四条',
  },
  'department-budgets': {
    name: '部门预算、决算',
    limit: { kind: 'calendar-days', days: 20, trigger: 'approval' },
    source: '《中华人民共和国预算法》第十四条',
  },
  interpretations: {
    name: '政策解读',
    limit: { kind: 'working-days', days: 3, trigger: 'document' },
    source: '《关于全面推进政务公开工作的意见》实施细则',
  },
  'major-emergencies': {
    name: '特别重大、重大突发事件的首次权威发布',
    limit: { kind: 'hours', hours: 5 },
    source: '《国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知》',
  },
  'annual-reports': {
    name: '政府信息公开工作年度报告',
    limit: { kind: 'yearly', month: 1, day: 31 },
    source: '《中华人民共和国政府信息公开条例》第五十条',
  },
} as const satisfies Record<string, SpecialLimit>;

/** The key of a special limit. */
export type SpecialLimitKey = keyof typeof specialLimits;

/** A limit that is owed again in each period. */
export type PeriodicLimit = Extract<TimeLimit, { kind: 'monthly' | 'quarterly' | 'yearly' }>;

/** Whether something is owed again in each period, whatever happens. */
export const isPeriodic = (limit: TimeLimit): limit is PeriodicLimit =>
  limit.kind === 'monthly' || limit.kind === 'quarterly' || limit.kind === 'yearly';

/**
 * The last day on which information formed on a day may be published (条例 art. 26; the day of the event is not
 * counted). For a period the next day it is owed by. Undefined where there is no last day.
 *
 * Calendar days that end on a day off end on the next working day; hours are taken as whole days, so that five hours end
 * on the day of the event itself. A day of the year or the month is a date and not a period: it is not moved.
 *
 * @example dueDayFor(usualLimit, '2026-02-10', calendar) // '2026-03-16'
 * @example dueDayFor({ kind: 'monthly', day: 31 }, '2028-02-03', calendar) // '2028-02-29'
 */
export function dueDayFor(limit: TimeLimit, formedOn: PlainDate, calendar: Calendar): PlainDate | undefined {
  switch (limit.kind) {
    case 'working-days':
    case 'on-change':
      return addWorkingDays(calendar, formedOn, limit.days).due;
    case 'calendar-days':
      return addCalendarDays(calendar, formedOn, limit.days).due;
    case 'hours':
      return addDays(formedOn, Math.floor(limit.hours / 24));
    case 'any-time':
      return undefined;
    default:
      return periodAt(limit, formedOn).due;
  }
}

/** One turn of something that is owed again and again. */
export interface Period {
  /** `2026-03`, `2026-Q2` or `2026`: the month, quarter or year in which it is due. */
  key: string;
  /** The day after the one before was due. */
  from: PlainDate;
  due: PlainDate;
}

/**
 * The turns that are due from one day to another, both included.
 *
 * @example listPeriods({ kind: 'quarterly', month: 1, day: 20 }, '2026-01-01', '2026-06-30') // due 2026-01-20 and 2026-04-20
 */
export function listPeriods(limit: PeriodicLimit, from: PlainDate, to: PlainDate): Period[] {
  const periods: Period[] = [];
  for (let period = periodAt(limit, from); period.due <= to; period = periodAt(limit, addDays(period.due, 1))) {
    periods.push(period);
  }
  return periods;
}

/** The turn a day belongs to: the first that is due on it or later. */
export function periodAt(limit: PeriodicLimit, day: PlainDate): Period {
  const length = { monthly: 1, quarterly: 3, yearly: 12 }[limit.kind];
  const offset = limit.kind === 'monthly' ? 0 : limit.month - 1;
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  let turn = Math.floor(months / length);
  const dueOf = (each: number) => dayOfMonth(each * length + offset, limit.day);
  if (dueOf(turn) < day) turn += 1;
  const due = dueOf(turn);
  return { key: periodKey(limit, due), from: addDays(dueOf(turn - 1), 1), due };
}

function periodKey({ kind }: PeriodicLimit, due: PlainDate): string {
  const year = due.slice(0, 4);
  if (kind === 'yearly') return year;
  if (kind === 'monthly') return due.slice(0, 7);
  return `${year}-Q${Math.floor((Number(due.slice(5, 7)) - 1) / 3) + 1}`;
}

/** A day of a month counted from the year 0, its last day where it has not so many. */
function dayOfMonth(months: number, day: number): PlainDate {
  const [year, month] = [Math.floor(months / 12), months % 12];
  const first = (y: number, m: number) =>
    `${String(y).padStart(4, '0')}-${String(m + 1).padStart(2, '0')}-01` as PlainDate;
  const next = month === 11 ? first(year + 1, 0) : first(year, month + 1);
  const wanted = addDays(first(year, month), day - 1);
  return wanted < next ? wanted : addDays(next, -1);
}

/** 2026年3月, 2026年第2季度, 2026年. */
export function periodWords(key: string): string {
  const [year = '', part] = key.split('-');
  if (part === undefined) return `${year}年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}
