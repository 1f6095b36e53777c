import { expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { clearAway } from './clearing.ts';
import { House, wrong } from './fixtures/house.ts';

const database = useDatabase();

it('what has ended by time is taken away at night, and nothing that is in force', async () => {
  const house = await House.build(database.db);
  const person = await house.addPerson();
  const count = async () => {
    const counts = [];
    for (const table of ['authSession', 'authDevice', 'authAddress'] as const) {
      const { total } = await database.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('total'))
        .executeTakeFirstOrThrow();
      counts.push(Number(total));
    }
    return counts;
  };
  const old = house.browser();
  await old.signIn(person);
  await house.browser().signIn(wrong(person));
  await clearAway(database.db, house.now);
  expect(await count()).toEqual([1, 1, 1]);
  house.pass({ days: 1 });
  const fresh = house.browser();
  await fresh.signIn(person);
  await clearAway(database.db, house.now);
  expect(await count()).toEqual([1, 2, 0]);
  expect((await fresh.session()).state).toBe('signed-in');
  house.pass({ days: 179 });
  await clearAway(database.db, house.now);
  expect(await count()).toEqual([0, 1, 0]);
});
