import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { type Random, seededRandom, seedOf } from '../../kernel/random.ts';
import type { NeglectSeed, SubjectSeed } from './seeds.ts';
import type { World, WorldOrgan } from './world.ts';

/** One time a sort of record comes up at an organ. */
export interface Occurrence {
  day: PlainDate;
  /** What it is about: the month before, the quarter before, the year. */
  period: { year: number; month?: number; quarter?: number };
  /** Counts them within the year, from 1. */
  serial: number;
  random: Random;
}

/** The organs of a subject. */
export function organsOf({ organs }: SubjectSeed, world: World): WorldOrgan[] {
  const chosen = organs.split(',');
  return world.organs.filter(({ key, kind }) => {
    if (organs === 'all') return true;
    if (chosen.includes(key)) return true;
    if (kind === 'township') return chosen.includes('townships');
    return key !== 'office' && chosen.includes('departments');
  });
}

/**
 * When a sort of record came up at an organ between two days; the same for the same days whatever else is planned.
 *
 * @param neglect organs that leave it alone
 */
export function listOccurrences(
  subject: SubjectSeed,
  organ: WorldOrgan,
  { from, to, neglect }: { from: PlainDate; to: PlainDate; neglect: readonly NeglectSeed[] },
): Occurrence[] {
  const left = neglect.find((each) => each.organ === organ.key && each.subject === subject.key);
  const until = left ? (left.sinceDays === undefined ? from : addDays(to, -left.sinceDays)) : to;
  const found: Occurrence[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const random = seededRandom(seedOf(`${organ.key}/${subject.key}/${year}`));
    for (const [at, { day, period }] of daysOf(subject, year, random).entries()) {
      const own = random.fork();
      if (day >= from && day <= until) found.push({ day, period, serial: at + 1, random: own });
    }
  }
  if (subject.atStart && until > addDays(from, 20)) {
    const random = seededRandom(seedOf(`${organ.key}/${subject.key}/start`));
    const day = addDays(from, random.integer(1, 6));
    found.push({ day, period: { year: Number(day.slice(0, 4)) }, serial: 100, random });
  }
  return [...found, ...listRecent(subject, organ, to).filter(({ day }) => day <= until)];
}

/** What comes every few days in the last two months. */
function listRecent({ key, recent }: SubjectSeed, organ: WorldOrgan, to: PlainDate): Occurrence[] {
  if (recent === undefined) return [];
  const random = seededRandom(seedOf(`${organ.key}/${key}/recent/${to}`));
  return Array.from({ length: Math.floor(60 / recent) }, (_, at) => {
    const day = addDays(to, -at * recent - random.integer(1, recent));
    return { day, period: { year: Number(day.slice(0, 4)) }, serial: 101 + at, random: random.fork() };
  });
}

type Drawn = Pick<Occurrence, 'day' | 'period'>;

function daysOf(subject: SubjectSeed, year: number, random: Random): Drawn[] {
  const { month: eachMonth, quarter: eachQuarter, year: eachYear, months } = subject;
  const drawn: Drawn[] = [];
  if (eachMonth !== undefined) {
    for (let month = 1; month <= 12; month += 1) {
      const day = dayIn(year, month, random.integer(...(subject.on ?? [5, 24])));
      if (random.chance(eachMonth)) drawn.push({ day, period: { year, month } });
    }
  } else if (eachQuarter !== undefined) {
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      // A quarter is told of in the month after it.
      const [then, month] = quarter === 4 ? [year + 1, 1] : [year, quarter * 3 + 1];
      const day = dayIn(then, month, random.integer(...(subject.on ?? [5, 22])));
      if (random.chance(eachQuarter)) drawn.push({ day, period: { year, quarter } });
    }
  } else {
    const [fewest, most] = eachYear ?? [1, 1];
    const allowed = months ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const days = Array.from({ length: random.integer(fewest, most) }, () =>
      dayIn(year, random.pick(allowed), random.integer(1, 28)),
    );
    drawn.push(...days.sort().map((day) => ({ day, period: { year } })));
  }
  return drawn;
}

const dayIn = (year: number, month: number, day: number): PlainDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as PlainDate;
