import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import type { Result } from '../../kernel/result.ts';
import { type RecordChange, write } from '../audit/index.ts';
import { newId, type Trx } from '../db/index.ts';
import { closeAccount, createAccount, endSessions, resetPassword, unlock } from './administration.ts';
import { makeFirstPassword } from './first-password.ts';
import { cheap, enrol, House, wrong } from './fixtures/house.ts';
import { resetByOperator } from './operator-reset.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

const administrator = () => ({ countyId: house.countyId, personId: newId(), name: '安全管理员', from: '192.0.2.1' });
const asAdministrator = <T>(work: (trx: Trx, record: RecordChange) => Promise<Result<T>>): Promise<Result<T>> =>
  write(database.db, administrator(), house.now, work);

async function drawFirst() {
  const first = await makeFirstPassword(cheap);
  if (!first.ok) throw new Error(first.problem.message);
  return first.value;
}

describe('an account', () => {
  it('is opened once for a person, under a name nobody has, and begins with a password to be changed', async () => {
    const [one, two] = [await house.addPerson(), await house.addPerson()];
    const first = await drawFirst();
    const person = { countyId: house.countyId, personId: newId() };
    house.people.set(person.personId, { ...one, key: person });
    const open = (loginName: string, whose = person) =>
      asAdministrator((trx, record) => createAccount(trx, record, { person: whose, loginName, first }, house.now));
    expect(await open(two.loginName.toUpperCase())).toMatchObject({
      ok: false,
      problem: { code: 'conflict', fields: [{ field: 'loginName' }] },
    });
    expect(await open('x')).toMatchObject({ ok: false, problem: { fields: [{ field: 'loginName' }] } });
    expect((await open('Gao.Lin')).ok).toBe(true);
    expect(await open('gao.lin.2')).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('已有登录账号“gao.lin”') },
    });
    const browser = house.browser();
    expect(await browser.signIn({ loginName: 'gao.lin', password: first.password })).toBe('must-change-password');
    expect(await open('gao.lin', { countyId: newId(), personId: newId() })).toMatchObject({ ok: false });
  });

  it('is opened once although it is asked for twice at the same time', async () => {
    const first = await drawFirst();
    const person = { countyId: house.countyId, personId: newId() };
    const both = await Promise.all(
      ['tong.shi', 'tong.shi'].map((loginName) =>
        asAdministrator((trx, record) => createAccount(trx, record, { person, loginName, first }, house.now)),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('that is closed lets nobody in, ends every session, and frees its login name', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    expect((await asAdministrator((trx, record) => closeAccount(trx, record, person.key, house.now))).ok).toBe(true);
    expect((await browser.session()).state).toBe('signed-out');
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    const successor = await house.addPerson({ loginName: person.loginName });
    expect(await house.browser().signIn(successor)).toBe('signed-in');
  });

  it('that was closed can be opened again, with nothing of before but its past passwords', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    await enrol(house, browser, person.password);
    await asAdministrator((trx, record) => closeAccount(trx, record, person.key, house.now));
    const first = await drawFirst();
    const opened = await asAdministrator((trx, record) =>
      createAccount(trx, record, { person: person.key, loginName: 'wieder.da', first }, house.now),
    );
    expect(opened.ok).toBe(true);
    expect(await house.browser().signIn({ loginName: 'wieder.da', password: first.password })).toBe(
      'must-change-password',
    );
  });
});

describe('a reset', () => {
  it('gives a new first password, unlocks, ends sessions and forgets known computers', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    for (let time = 0; time < 5; time += 1) await house.browser('198.51.100.60').signIn(wrong(person));
    const first = await drawFirst();
    expect(
      (await asAdministrator((trx, record) => resetPassword(trx, record, { person: person.key, first }, house.now))).ok,
    ).toBe(true);
    expect((await browser.session()).state).toBe('signed-out');
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    expect(await house.browser().signIn({ ...person, password: first.password })).toBe('must-change-password');
    const { count } = await database.db
      .selectFrom('authDevice')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('personId', '=', person.key.personId)
      .executeTakeFirstOrThrow();
    expect(count).toBe('1');
  });

  it('leaves the second factor, unless it is to go too', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    await enrol(house, browser, person.password);
    const first = await drawFirst();
    const reset = (removeSecondFactor: boolean) =>
      asAdministrator((trx, record) =>
        resetPassword(trx, record, { person: person.key, first, removeSecondFactor }, house.now),
      );
    await reset(false);
    expect(await house.browser().signIn({ ...person, password: first.password })).toBe('second-factor');
    await reset(true);
    expect(await house.browser().signIn({ ...person, password: first.password })).toBe('must-change-password');
  });

  it('is refused for who has no account, or a closed one', async () => {
    const first = await drawFirst();
    const nobody = { countyId: house.countyId, personId: newId() };
    for (const refused of [
      await asAdministrator((trx, record) => resetPassword(trx, record, { person: nobody, first }, house.now)),
      await asAdministrator((trx, record) => closeAccount(trx, record, nobody, house.now)),
      await asAdministrator((trx, record) => unlock(trx, record, nobody)),
      await asAdministrator((trx, record) => endSessions(trx, record, nobody)),
    ]) {
      expect(refused).toMatchObject({
        ok: false,
        problem: { code: 'not-found', message: expect.stringContaining('先为其开通账号') },
      });
    }
    const person = await house.addPerson();
    await asAdministrator((trx, record) => closeAccount(trx, record, person.key, house.now));
    expect(
      await asAdministrator((trx, record) => resetPassword(trx, record, { person: person.key, first }, house.now)),
    ).toMatchObject({ ok: false });
  });
});

describe('the operator at the terminal', () => {
  it('lets a locked-out person in again, with or without the second factor', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    await enrol(house, browser, person.password);
    for (let time = 0; time < 5; time += 1) await house.browser('198.51.100.62').signIn(wrong(person));
    const reset = async (removeSecondFactor: boolean) => {
      const loginName = person.loginName.toUpperCase();
      const done = await resetByOperator(database.db, { loginName, removeSecondFactor, hashCost: cheap }, house.now);
      if (!done.ok) throw new Error(done.problem.message);
      return done.value;
    };
    const once = await reset(false);
    expect(once).toMatchObject({ loginName: person.loginName, removedSecondFactor: false });
    expect(await house.browser().signIn(once)).toBe('second-factor');
    const again = await reset(true);
    expect(again.removedSecondFactor).toBe(true);
    expect(await house.browser().signIn(again)).toBe('must-change-password');
    const entries = await database.db
      .selectFrom('auditEntry')
      .select(['countyId', 'action'])
      .where('personName', '=', '运维人员（命令行）')
      .execute();
    expect(entries).toEqual(Array(2).fill({ countyId: house.countyId, action: 'auth.reset-password' }));
  });

  it('is told that there is no such name', async () => {
    const options = { removeSecondFactor: false, hashCost: cheap };
    expect(await resetByOperator(database.db, { loginName: 'niemand', ...options }, house.now)).toMatchObject({
      ok: false,
      problem: { code: 'not-found', message: expect.stringContaining('没有登录名为“niemand”的账号') },
    });
  });
});

describe('an administrator', () => {
  it('unlocks an account, keeping its password', async () => {
    const person = await house.addPerson();
    for (let time = 0; time < 5; time += 1) await house.browser('198.51.100.61').signIn(wrong(person));
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    await asAdministrator((trx, record) => unlock(trx, record, person.key));
    expect(await house.browser().signIn(person)).toBe('signed-in');
  });

  it('signs somebody out everywhere', async () => {
    const person = await house.addPerson();
    const browsers = [house.browser(), house.browser('192.0.2.61')];
    for (const browser of browsers) await browser.signIn(person);
    expect(await asAdministrator((trx, record) => endSessions(trx, record, person.key))).toEqual({
      ok: true,
      value: 2,
    });
    for (const browser of browsers) expect((await browser.session()).state).toBe('signed-out');
  });

  it('leaves an entry under their own name for each of it', async () => {
    const entries = await database.db
      .selectFrom('auditEntry')
      .select('action')
      .distinct()
      .where('personName', '=', '安全管理员')
      .execute();
    expect(entries.map(({ action }) => action).sort()).toEqual([
      'auth.close-account',
      'auth.end-sessions',
      'auth.open-account',
      'auth.reset-password',
      'auth.unlock',
    ]);
  });
});
