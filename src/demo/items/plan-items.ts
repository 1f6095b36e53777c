import type { Calendar } from '../../calendar/domain/calendar.ts';
import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { planDemo } from '../plan.ts';
import { planCopies } from './copies.ts';
import { planDesks } from './desks.ts';
import { numberDocuments } from './document-numbers.ts';
import { type PlannedLedger, planLedgers } from './ledgers.ts';
import { listOccurrences, organsOf } from './occurrences.ts';
import type { PlannedItem } from './planned-item.ts';
import { planRegulations } from './regulations.ts';
import { readItemSeeds } from './seeds.ts';
import { planSubjectItem, type Writing } from './subject-items.ts';
import { makeWorld } from './world.ts';

/** For how many days the county has been publishing when it is loaded. */
const days = 3 * 365;

/** The first day of the demonstration's records. */
export const firstDay = (now: Date): PlainDate => addDays(dayInChina(now), -days);

/**
 * Everything the fictional county has published, is writing and has got wrong in the three years until now; the same
 * for the same day and hour.
 */
export function planItems(calendar: Calendar, now: Date): PlannedItem[] {
  const writing = begin(calendar, now);
  const { seeds, today } = writing;
  const from = firstDay(now);
  const usual = seeds.subjects.flatMap((subject) =>
    organsOf(subject, writing.world).flatMap((organ) =>
      listOccurrences(subject, organ, { from, to: today, neglect: seeds.neglect }).flatMap(
        (occurrence) => planSubjectItem(writing, subject, organ, occurrence) ?? [],
      ),
    ),
  );
  const regulations = planRegulations(writing, from);
  const desks = planDesks(writing);
  const all = [...usual, ...regulations, ...desks];
  return numberDocuments([...all, ...planCopies(writing, all)]);
}

/** What was published elsewhere before the first of the records. */
export const planPastLedgers = (calendar: Calendar, now: Date): PlannedLedger[] =>
  planLedgers(begin(calendar, now), firstDay(now));

function begin(calendar: Calendar, now: Date): Writing {
  const seeds = readItemSeeds();
  return { world: makeWorld(planDemo(), seeds.names), seeds, calendar, today: dayInChina(now), now };
}
