import type { Calendar } from '../../calendar/domain/calendar.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Random } from '../../kernel/random.ts';

/** The first working day from a day on. */
export function workingDayFrom(calendar: Calendar, day: PlainDate): PlainDate {
  const { isWorking, dayAt } = countedDays(calendar);
  let found = numberOf(day);
  while (!isWorking(found)) found += 1;
  return dayAt(found);
}

/** The working day so many working days later (earlier when negative); the day itself counts as 0. */
export function shiftWorkingDays(calendar: Calendar, day: PlainDate, count: number): PlainDate {
  const { isWorking, dayAt } = countedDays(calendar);
  const step = count < 0 ? -1 : 1;
  let found = numberOf(day);
  for (let left = Math.abs(count); left > 0; ) {
    found += step;
    if (isWorking(found)) left -= 1;
  }
  return dayAt(found);
}

const dayLength = 86_400_000;
const numberOf = (day: PlainDate): number => Date.parse(`${day}T00:00:00Z`) / dayLength;

interface CountedDays {
  isWorking(number: number): boolean;
  dayAt(number: number): PlainDate;
}

const counted = new WeakMap<Calendar, CountedDays>();

/** The days of a calendar by their number: the plan asks for the same thousand days a hundred thousand times. */
function countedDays(calendar: Calendar): CountedDays {
  const known = counted.get(calendar);
  if (known) return known;
  const days = new Map<number, PlainDate>();
  const working = new Map<number, boolean>();
  const dayAt = (number: number): PlainDate => {
    const day = days.get(number) ?? (new Date(number * dayLength).toISOString().slice(0, 10) as PlainDate);
    days.set(number, day);
    return day;
  };
  const isWorking = (number: number): boolean => {
    const is = working.get(number) ?? calendar.isWorkingDay(dayAt(number));
    working.set(number, is);
    return is;
  };
  const made = { isWorking, dayAt };
  counted.set(calendar, made);
  return made;
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
