import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { CatalogueItem } from './item.ts';
import { dueDayFor, isPeriodic, listPeriods, periodWords } from './time-limit.ts';

/**
 * Why something is owed.
 *
 * - `period`: the item is owed in each period; this is one turn.
 * - `standing`: the item stands for good; it is owed once when it enters the catalogue.
 * - `event`: something was formed or changed.
 */
export type DutyKind = 'period' | 'standing' | 'event';
export type DutyState = 'open' | 'done' | 'waived';

/** One time something is owed. */
export interface Duty {
  id: string;
  itemId: string;
  kind: DutyKind;
  /** Of a period: `2026-03`, `2026-Q2` or `2026`. */
  period?: string | undefined;
  title: string;
  /** First day of the turn; day of formation or change; day the item was entered. */
  beginsOn: PlainDate;
  /** Absent where there is no last day. */
  dueOn?: PlainDate | undefined;
  /** False for what became known only by its publication. */
  registered: boolean;
  state: DutyState;
  doneOn?: PlainDate | undefined;
  evidenceId?: string | undefined;
}

/** How a duty stands on a day, as the coverage counts and colours it. */
export const dutyStatuses = {
  overdue: '逾期未公开',
  'due-soon': '即将到期',
  upcoming: '未到期',
  published: '按时公开',
  late: '逾期公开',
  waived: '不需公开',
} as const;
export type DutyStatus = keyof typeof dutyStatuses;
export const dutyStatusKeys = Object.keys(dutyStatuses) as [DutyStatus, ...DutyStatus[]];

/** Statuses that are looked at together: what a list of duties is filtered by, besides each status alone. */
export const dutyGroups = {
  todo: { name: '待公开', statuses: ['overdue', 'due-soon', 'upcoming'] },
  pressing: { name: '逾期和七日内到期', statuses: ['overdue', 'due-soon'] },
  done: { name: '已公开', statuses: ['published', 'late'] },
  due: { name: '应公开（到期的和已公开的）', statuses: ['overdue', 'published', 'late'] },
} as const satisfies Record<string, { name: string; statuses: readonly DutyStatus[] }>;
export type DutyGroup = keyof typeof dutyGroups;
export const dutyGroupKeys = Object.keys(dutyGroups) as [DutyGroup, ...DutyGroup[]];

/** One status, or several at once. */
export type DutyChoice = DutyStatus | DutyGroup;

/** The statuses that are meant by a choice. */
export const statusesOf = (choice: DutyChoice): readonly DutyStatus[] =>
  choice in dutyGroups ? dutyGroups[choice as DutyGroup].statuses : [choice as DutyStatus];

/** Within so many days a duty is due soon. */
export const soonDays = 7;

/**
 * How a duty stands on a day.
 *
 * @example due 2026-03-10, open, on 2026-03-11: overdue; published on 2026-03-11: late
 */
export function statusOf(
  { state, dueOn, doneOn }: Pick<Duty, 'state' | 'dueOn' | 'doneOn'>,
  day: PlainDate,
): DutyStatus {
  if (state === 'waived') return 'waived';
  if (state === 'done') return dueOn !== undefined && doneOn !== undefined && doneOn > dueOn ? 'late' : 'published';
  if (dueOn === undefined) return 'upcoming';
  if (dueOn < day) return 'overdue';
  return dueOn <= addDays(day, soonDays) ? 'due-soon' : 'upcoming';
}

/** How far ahead the turns of a period are put down, in days; the next one is always there. */
export const horizonDays = 92;

type Planned = Omit<Duty, 'id' | 'state' | 'registered'>;

/**
 * The duties an item has by itself, up to some time ahead of a day: the turns of its period that are due since it was
 * entered, or the one duty of what stands for good. What is owed for an event comes with the event, and what is given on
 * request only is not owed at all.
 *
 * @example a monthly item until the 10th, entered on 2026-01-15, on 2026-03-02: due 2026-02-10, 03-10, 04-10 and 05-10
 */
export function planDuties(item: CatalogueItem, day: PlainDate, calendar: Calendar): Planned[] {
  if (item.manner !== 'proactive') return [];
  const { limit, limitSince: since, endedOn, id: itemId } = item;
  if (limit.kind === 'on-change') {
    return [{ itemId, kind: 'standing', title: item.name, beginsOn: since, dueOn: dueDayFor(limit, since, calendar) }];
  }
  if (!isPeriodic(limit)) return [];
  const ahead = listPeriods(limit, since, addDays(day > since ? day : since, horizonDays));
  const next = ahead.some(({ due }) => due >= day) ? [] : listPeriods(limit, day, addDays(day, 366)).slice(0, 1);
  return [...ahead, ...next]
    .filter(({ due }) => endedOn === undefined || due < endedOn)
    .map(({ key, from, due }) => ({
      itemId,
      kind: 'period',
      period: key,
      title: `${item.name}（${periodWords(key)}）`,
      beginsOn: from,
      dueOn: due,
    }));
}
