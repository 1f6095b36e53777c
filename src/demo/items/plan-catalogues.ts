import { addDays, dayInChina, type PlainDate } from '../../kernel/plain-date.ts';
import { planDemo } from '../plan.ts';
import { organsOf } from './occurrences.ts';
import { firstDay } from './plan-items.ts';
import { readItemSeeds } from './seeds.ts';
import { makeWorld } from './world.ts';

/** A line of the catalogue of an organ. */
export interface PlannedLine {
  /** Key of the organ. */
  organ: string;
  /** Key of the template. */
  line: string;
  /** Since when it is owed. */
  since: PlainDate;
}

/** The lines every organ has: those its records are published for, and those it has and does nothing about. */
export function planCatalogues(now: Date): PlannedLine[] {
  const { subjects, regulations, neglect, names } = readItemSeeds();
  const world = makeWorld(planDemo(), names);
  const since = firstDay(now);
  const kept = [
    ...subjects.flatMap((subject) =>
      organsOf(subject, world).flatMap(({ key }) => (subject.line === undefined ? [] : [`${key} ${subject.line}`])),
    ),
    ...regulations.topics.map(({ organ }) => `${organ} article-20/1`),
  ];
  const lines = [...new Set(kept)].map((pair): PlannedLine => {
    const [organ = '', line = ''] = pair.split(' ');
    return { organ, line, since };
  });
  const neglected = neglect.flatMap(({ organ, line, sinceDays = 0 }): PlannedLine[] =>
    line === undefined ? [] : [{ organ, line, since: addDays(dayInChina(now), -sinceDays) }],
  );
  return [...lines, ...neglected];
}
