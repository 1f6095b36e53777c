import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { addDays, getPlainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { type Duty, dutyStatusKeys, soonDays, statusOf } from '../domain/duty.ts';
import { statusConditions } from './duty-status.ts';

const database = useDatabase();

const middle = getPlainDate('2026-03-02');

/** A day near the edges of what matters, or far from them. */
const near: fc.Arbitrary<PlainDate> = fc
  .oneof(fc.integer({ min: -soonDays - 2, max: soonDays + 2 }), fc.integer({ min: -400, max: 400 }))
  .map((days) => addDays(middle, days));

const dueOn = fc.option(near, { nil: undefined });
const duty: fc.Arbitrary<Pick<Duty, 'state' | 'dueOn' | 'doneOn'>> = fc.oneof(
  fc.record({ state: fc.constantFrom('open' as const, 'waived' as const), dueOn }),
  fc.record({ state: fc.constant('done' as const), dueOn, doneOn: near }),
);

test('the queries say of thousands of duties what the rule says, one status of each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(duty, { minLength: 200, maxLength: 400 }), near, async (duties, day) => {
      const conditions = statusConditions(day);
      const rows = JSON.stringify(
        duties.map((each, index) => ({ index, state: each.state, due_on: each.dueOn, done_on: each.doneOn })),
      );
      // A table like that of the duties reckons the outcome itself, as the migration has it.
      const found = await database.db.transaction().execute(async (trx) => {
        await sql`create temporary table duty_of_test (like catalogue_duty including generated including defaults)
          on commit drop`.execute(trx);
        for (const column of ['county_id', 'id', 'organ_id', 'item_id', 'kind', 'title', 'created_at']) {
          await sql`alter table duty_of_test alter column ${sql.ref(column)} drop not null`.execute(trx);
        }
        await sql`alter table duty_of_test add column index int`.execute(trx);
        await sql`insert into duty_of_test (index, state, begins_on, due_on, done_on)
          select index, state, ${middle}, due_on, done_on
          from json_to_recordset(${rows}::json) as each (index int, state text, due_on date, done_on date)`.execute(
          trx,
        );
        const met = sql.join(
          dutyStatusKeys.map((status) => sql`case when ${conditions[status]} then ${status}::text end`),
        );
        const answered = await sql<{ statuses: string[] }>`
          select array_remove(array[${met}], null) as statuses from duty_of_test as catalogue_duty order by index`.execute(
          trx,
        );
        return answered.rows;
      });
      expect(found.map(({ statuses }) => statuses)).toEqual(duties.map((each) => [statusOf(each, day)]));
    }),
    { numRuns: 20 },
  );
});
