import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { type Browser, House, type Person, wrong } from './fixtures/house.ts';
import { standardSecuritySettings } from './security-settings.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

async function fail(browser: Browser, person: Person, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    house.pass({ minutes: 1 });
    expect(await browser.signIn(wrong(person))).toBe('sign-in-refused');
  }
}

const entriesOf = (personId: string, action: string) =>
  database.db
    .selectFrom('auditEntry')
    .selectAll()
    .where('recordId', '=', personId)
    .where('action', '=', action)
    .execute();

describe('failures lock', () => {
  it('an account after five, for 15 minutes, then 30, then 60', async () => {
    const person = await house.addPerson();
    const stranger = house.browser('198.51.100.20');
    for (const minutes of [15, 30, 60]) {
      await fail(stranger, person, 5);
      house.pass({ minutes: minutes - 1 });
      expect(await house.browser().signIn(person), `still locked before ${minutes} minutes`).toBe('sign-in-refused');
      house.pass({ minutes: 1 });
    }
    expect(await house.browser().signIn(person)).toBe('signed-in');
    const locks = await entriesOf(person.key.personId, 'auth.lock');
    expect(locks).toHaveLength(3);
    // After a success the first lock is short again.
    await fail(house.browser('198.51.100.21'), person, 5);
    house.pass({ minutes: 15 });
    expect(await house.browser().signIn(person)).toBe('signed-in');
  });

  it('not after four', async () => {
    const person = await house.addPerson();
    await fail(house.browser('198.51.100.22'), person, 4);
    expect(await house.browser().signIn(person)).toBe('signed-in');
  });

  it('an account although the guesses come all at once', async () => {
    const person = await house.addPerson();
    const guesses = Array.from({ length: 12 }, () => house.browser('198.51.100.23').signIn(wrong(person)));
    await Promise.all(guesses);
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    expect(await entriesOf(person.key.personId, 'auth.lock')).toHaveLength(1);
  });

  it('not the person themselves on a computer they signed in on before', async () => {
    const person = await house.addPerson();
    const own = house.browser('192.0.2.30');
    await own.signIn(person);
    await own.ask('DELETE', '/session');
    await fail(house.browser('198.51.100.24'), person, 5);
    expect(await house.browser('192.0.2.31').signIn(person)).toBe('sign-in-refused');
    expect(await own.signIn(person)).toBe('signed-in');
  });

  it('the person on their own computer too, after five failures there', async () => {
    const person = await house.addPerson();
    const own = house.browser('192.0.2.32');
    await own.signIn(person);
    await own.ask('DELETE', '/session');
    await fail(own, person, 5);
    expect(await own.signIn(person)).toBe('sign-in-refused');
    house.pass({ minutes: 15 });
    expect(await own.signIn(person)).toBe('signed-in');
  });

  it('an address that goes through many accounts, but nobody elsewhere and nobody known there', async () => {
    house.settings = { ...standardSecuritySettings, failuresPerAddress: 10 };
    const [colleague, other] = [await house.addPerson(), await house.addPerson()];
    const office = '198.51.100.25';
    const known = house.browser(office);
    await known.signIn(colleague);
    await known.ask('DELETE', '/session');
    for (let count = 0; count < 10; count += 1) {
      await house.browser(office).signIn({ loginName: `guess.${count}`, password: 'Nicht-das-9-richtige' });
    }
    expect(await house.browser(office).signIn(other)).toBe('sign-in-refused');
    expect(await known.signIn(colleague)).toBe('signed-in');
    expect(await house.browser('198.51.100.26').signIn(other)).toBe('signed-in');
    house.pass({ minutes: 15 });
    expect(await house.browser(office).signIn(other)).toBe('signed-in');
    house.settings = standardSecuritySettings;
  });

  it('no more than 20 attempts a minute under one name, whether it exists or not', async () => {
    house.pass({ minutes: 5 });
    const answers = [];
    for (let count = 0; count < 21; count += 1) {
      answers.push(await house.browser('198.51.100.27').signIn({ loginName: 'one.and.the.same', password: 'x' }));
    }
    expect(answers.slice(0, 20)).toEqual(Array(20).fill('sign-in-refused'));
    expect(answers[20]).toBe('too-many-requests');
  });

  it('nobody out of their own computer by asking for their name all the time', async () => {
    house.pass({ minutes: 5 });
    const person = await house.addPerson();
    const own = house.browser();
    await own.signIn(person);
    await own.ask('DELETE', '/session');
    const answers = [];
    for (let count = 0; count < 25; count += 1) answers.push(await house.browser().signIn(wrong(person)));
    expect(answers.at(-1)).toBe('too-many-requests');
    expect(await own.signIn(person)).toBe('signed-in');
  });

  it('no more than 300 attempts a minute from one address, which is enough for a whole office', async () => {
    const answers = [];
    for (let count = 0; count < 301; count += 1) {
      const { status } = await house.browser('198.51.100.28').ask('POST', '/session', {});
      answers.push(status);
    }
    expect(new Set(answers.slice(0, 300))).toEqual(new Set([400]));
    expect(answers[300]).toBe(429);
  });
});
