import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import type { Random } from '../../kernel/random.ts';

/** The first working day from a day on. */
export function workingDayFrom(calendar: Calendar, day: PlainDate): PlainDate {
  let found = day;
  while (!calendar.isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The working day so many working days later (earlier when negative); the day itself counts as 0. */
export function shiftWorkingDays(calendar: Calendar, day: PlainDate, count: number): PlainDate {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step);
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** 8:30 to 12:00 and 14:30 to 18:00, as minutes of the day. */
const officeMinutes = [...range(8 * 60 + 30, 12 * 60), ...range(14 * 60 + 30, 18 * 60)];

/**
 * So many moments in office hours, in order: the first on the first working day from `from` on, the last one `lead`
 * working days after it.
 */
export function pickMoments(
  calendar: Calendar,
  random: Random,
  { from, lead, count }: { from: PlainDate; lead: number; count: number },
): Date[] {
  const first = workingDayFrom(calendar, from);
  const between = Array.from({ length: Math.max(0, count - 2) }, () => random.integer(0, lead)).sort((a, b) => a - b);
  const offsets =
    count === 1 ? [lead] : [random.integer(0, Math.floor(lead / 3)), ...between, lead].sort((a, b) => a - b);
  const days = offsets.map((offset) => shiftWorkingDays(calendar, first, offset));
  const minutes = days.map(() => random.integer(0, officeMinutes.length - 1));
  // Of what is done on one day the order of the acts is the order of the minutes.
  for (const day of new Set(days)) {
    const places = days.flatMap((each, at) => (each === day ? [at] : []));
    const sorted = places.map((at) => minutes[at] ?? 0).sort((a, b) => a - b);
    for (const [n, at] of places.entries()) minutes[at] = sorted[n] ?? 0;
  }
  const moments = days.map((day, at) => momentOf(day, officeMinutes[minutes[at] ?? 0] ?? 0));
  // Two acts within one minute would stand in any order.
  return moments.map((moment, at) => new Date(moment.getTime() + at * 1000));
}

/** A minute of a day in China as an instant. */
export const momentOf = (day: PlainDate, minute: number, second = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + (minute * 60 + second) * 1000);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
