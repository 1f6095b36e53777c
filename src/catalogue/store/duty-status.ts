import { type RawBuilder, sql } from 'kysely';
import { addDays, type PlainDate } from '../../kernel/plain-date.ts';
import { type DutyStatus, soonDays } from '../domain/duty.ts';

/**
 * `statusOf` of domain/duty.ts as conditions on a row of catalogue_duty, for queries to count and to filter by: the one
 * place where SQL says it. A property test holds the two together.
 *
 * `outcome` is a number for the state, see the migration: a year has many thousand rows, and numbers are compared faster
 * than words.
 *
 * @param row name of the row where others stand beside it
 */
export function statusConditions(day: PlainDate, row = 'catalogueDuty'): Record<DutyStatus, RawBuilder<boolean>> {
  const soon = addDays(day, soonDays);
  const outcome = sql.ref(`${row}.outcome`);
  const dueOn = sql.ref(`${row}.dueOn`);
  return {
    overdue: sql`(${outcome} = 0 and ${dueOn} < ${day})`,
    'due-soon': sql`(${outcome} = 0 and ${dueOn} >= ${day} and ${dueOn} <= ${soon})`,
    upcoming: sql`(${outcome} = 0 and (${dueOn} is null or ${dueOn} > ${soon}))`,
    published: sql`${outcome} = 1`,
    late: sql`${outcome} = 2`,
    waived: sql`${outcome} = 3`,
  };
}
