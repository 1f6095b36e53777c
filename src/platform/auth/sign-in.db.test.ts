import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { House } from './fixtures/house.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

describe('the first step of signing in', () => {
  it('shows the first-run page as long as there is no account', async () => {
    expect(await house.browser().session()).toEqual({ state: 'empty', menu: [] });
  });

  it('lets in who knows the password, and out again', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    expect((await browser.session()).state).toBe('signed-out');
    expect(await browser.signIn(person)).toBe('signed-in');
    expect(await browser.session()).toMatchObject({ state: 'signed-in', person: { name: '周明远' }, menu: ['today'] });
    expect((await browser.ask('DELETE', '/session')).status).toBe(204);
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('refuses a wrong password', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    expect(await browser.signIn({ ...person, password: 'wrong' })).toBe('sign-in-refused');
    expect((await browser.session()).state).toBe('signed-out');
  });
});
