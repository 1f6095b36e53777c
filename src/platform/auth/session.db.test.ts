import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { House } from './fixtures/house.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

describe('a session', () => {
  it('ends after 30 minutes without a request', async () => {
    const browser = house.browser();
    await browser.signIn(await house.addPerson());
    house.pass({ minutes: 29 });
    expect((await browser.session()).state).toBe('signed-in');
    house.pass({ minutes: 29 });
    expect((await browser.session()).state).toBe('signed-in');
    house.pass({ minutes: 30 });
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('is not kept alive by a page that asks by itself with nobody at it', async () => {
    const browser = house.browser();
    await browser.signIn(await house.addPerson());
    for (let minute = 0; minute < 29; minute += 1) {
      house.pass({ minutes: 1 });
      const { status } = await browser.ask('GET', '/account/sessions', undefined, { 'x-unattended': '1' });
      expect(status).toBe(200);
    }
    house.pass({ minutes: 1 });
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('ends after 12 hours however busy it is', async () => {
    const browser = house.browser();
    await browser.signIn(await house.addPerson());
    for (let quarter = 1; quarter < 48; quarter += 1) {
      house.pass({ minutes: 15 });
      expect((await browser.session()).state, `after ${quarter} quarters of an hour`).toBe('signed-in');
    }
    house.pass({ minutes: 15 });
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('is written to at most once a minute', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    const touched = async () =>
      (
        await database.db
          .selectFrom('authSession')
          .select('touchedAt')
          .where('personId', '=', person.key.personId)
          .executeTakeFirstOrThrow()
      ).touchedAt;
    const begun = house.now;
    house.now = new Date(begun.getTime() + 59_000);
    await browser.session();
    expect(await touched()).toEqual(begun);
    house.now = new Date(begun.getTime() + 60_000);
    await browser.session();
    expect(await touched()).toEqual(house.now);
  });

  it.each([
    ['another secret', (token: string) => token.replace(/[^.]{43}$/, 'A'.repeat(43))],
    ['another county', (token: string) => token.replace(/^[^.]{22}/, 'A'.repeat(22))],
    ['another session', (token: string) => token.replace(/\.[^.]{22}\./, `.${'A'.repeat(22)}.`)],
    ['no token at all', () => 'anything'],
    ['an empty one', () => ''],
  ])('is not opened by a cookie with %s', async (_, change) => {
    const browser = house.browser();
    await browser.signIn(await house.addPerson());
    browser.cookies.set('gongkai', change(browser.cookies.get('gongkai') ?? ''));
    expect((await browser.session()).state).toBe('signed-out');
    expect((await browser.ask('GET', '/account/sessions')).status).toBe(401);
  });

  it('of somebody who is no longer there counts no more', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    house.people.delete(person.key.personId);
    expect((await browser.ask('GET', '/account/sessions')).status).toBe(401);
  });

  it('of a closed account counts no more, even where it was left behind', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    await database.db
      .updateTable('authAccount')
      .set({ closedAt: house.now })
      .where('personId', '=', person.key.personId)
      .execute();
    expect((await browser.session()).state).toBe('signed-out');
    expect((await browser.ask('GET', '/account/sessions')).status).toBe(401);
  });

  it('changes nothing without the token of the page, or from another site', async () => {
    const browser = house.browser();
    await browser.signIn(await house.addPerson());
    const token = browser.csrfToken;
    browser.csrfToken = 'forged';
    expect((await browser.ask('DELETE', '/session')).status).toBe(403);
    browser.csrfToken = token;
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.ask('DELETE', '/session', undefined, foreign)).status).toBe(403);
    expect((await browser.ask('POST', '/session', { loginName: 'a', password: 'b' }, foreign)).status).toBe(403);
    expect((await browser.session()).state).toBe('signed-in');
  });
});
