import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { systemCounty } from '../../kernel/actor.ts';
import { write } from '../audit/index.ts';
import { closeAccount } from './administration.ts';
import { House, wrong } from './fixtures/house.ts';
import { countHashes } from './password-hash.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

describe('a failed sign-in tells nothing', () => {
  let answers: Map<string, { body: unknown; hashes: number; entries: number }>;

  beforeAll(async () => {
    const [open, closed, locked] = [await house.addPerson(), await house.addPerson(), await house.addPerson()];
    await write(database.db, { countyId: house.countyId, name: '测试', from: '本机' }, house.now, (trx, record) =>
      closeAccount(trx, record, closed.key, house.now),
    );
    // A closed account gives its name back; one that is closed under its name must answer alike.
    await database.db
      .insertInto('authLoginName')
      .values({ ...closed.key, loginName: closed.loginName })
      .execute();
    for (let time = 0; time < 5; time += 1) await house.browser('198.51.100.7').signIn(wrong(locked));
    const unknown = { loginName: 'nobody.here', password: 'Nicht-das-9-richtige' };
    const cases = {
      unknown,
      wrong: wrong(open),
      closed: { loginName: closed.loginName, password: closed.password },
      locked: { loginName: locked.loginName, password: locked.password },
      lockedAndWrong: wrong(locked),
    };
    answers = new Map();
    for (const [name, credentials] of Object.entries(cases)) {
      const before = { hashes: countHashes(), entries: await countEntries() };
      const { status, answer } = await house.browser('198.51.100.8').ask('POST', '/session', credentials);
      const { instance: _, ...body } = answer;
      const hashes = countHashes() - before.hashes;
      answers.set(name, { body: { status, ...body }, hashes, entries: (await countEntries()) - before.entries });
    }
  });

  const countEntries = async (): Promise<number> => {
    const { total } = await database.db
      .selectFrom('auditEntry')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(total);
  };

  it.each(['unknown', 'closed', 'locked', 'lockedAndWrong'])(
    'by its text: %s is answered like a wrong password',
    (name) => {
      expect(answers.get(name)?.body).toEqual(answers.get('wrong')?.body);
      expect(answers.get(name)?.body).toMatchObject({ status: 422, code: 'sign-in-refused' });
    },
  );

  it.each(['unknown', 'wrong', 'closed', 'locked', 'lockedAndWrong'])(
    'by its work: %s costs one hash and one entry',
    (name) => {
      expect(answers.get(name)).toMatchObject({ hashes: 1, entries: 1 });
    },
  );

  it('by its time: medians of known and unknown names lie close together', async () => {
    // Some ten milliseconds a hash: were it left out, the times would lie far apart.
    house.deps.hashCost = { memory: 8_192, passes: 2, parallelism: 1 };
    const person = await house.addPerson();
    const unknown = { loginName: 'nobody.at.all' };
    const times = new Map<object, number[]>([
      [person, []],
      [unknown, []],
    ]);
    for (let round = 0; round < 25; round += 1) {
      house.pass({ days: 2 });
      for (const [who, list] of times) {
        const browser = house.browser('198.51.100.9');
        const begun = performance.now();
        await browser.ask('POST', '/session', wrong(who as { loginName: string }));
        list.push(performance.now() - begun);
      }
    }
    const [known = 0, notKnown = 0] = [...times.values()].map((list) => list.sort((a, b) => a - b)[12] ?? 0);
    expect(known).toBeGreaterThan(8);
    expect(notKnown / known).toBeGreaterThan(0.6);
    expect(notKnown / known).toBeLessThan(1.7);
  });

  it('of an unknown name the audit keeps not what was typed', async () => {
    const entries = await database.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('countyId', '=', systemCounty)
      .execute();
    expect(entries.length).toBeGreaterThan(0);
    expect(entries[0]).toMatchObject({ action: 'auth.fail', recordLabel: '（登录名不存在）', personName: '未登录' });
    expect(JSON.stringify(entries)).not.toContain('nobody');
  });
});
