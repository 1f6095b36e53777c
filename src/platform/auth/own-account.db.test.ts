import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { type Browser, enrol, House, type Person } from './fixtures/house.ts';
import { standardSecuritySettings } from './security-settings.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

async function signedIn(person: Partial<Person> & { mustChangePassword?: boolean } = {}): Promise<[Browser, Person]> {
  const added = await house.addPerson(person);
  const browser = house.browser();
  await browser.signIn(added);
  return [browser, added];
}

const change = (browser: Browser, currentPassword: string | undefined, newPassword: string) =>
  browser.ask<{ code: string; fields?: { field: string; message: string }[] }>('POST', '/account/password', {
    currentPassword,
    newPassword,
  });

interface ListedSession {
  id: string;
  address: string;
  browser: string;
  begunAt: string;
  isCurrent: boolean;
}
const sessionsOf = async (browser: Browser): Promise<ListedSession[]> =>
  (await browser.ask<{ items: ListedSession[] }>('GET', '/account/sessions')).answer.items;

describe('a first password', () => {
  it('has to be changed before anything else, and is asked for no second time', async () => {
    const [browser, person] = await signedIn({ mustChangePassword: true });
    expect(await browser.session()).toMatchObject({
      state: 'must-change-password',
      passwordRules: { length: 10, classes: 3 },
    });
    expect((await browser.ask('GET', '/account/sessions')).status).toBe(403);
    expect((await browser.ask('POST', '/account/totp', {})).answer.code).toBe('sign-in-unfinished');
    const before = browser.cookies.get('gongkai');
    expect((await change(browser, undefined, 'Shu-9-mu-cong-long')).status).toBe(204);
    expect(browser.cookies.get('gongkai')).not.toBe(before);
    expect((await browser.session()).state).toBe('signed-in');
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    expect(await house.browser().signIn({ ...person, password: 'Shu-9-mu-cong-long' })).toBe('signed-in');
  });

  it('is not its own successor', async () => {
    const [browser, person] = await signedIn({ mustChangePassword: true });
    expect((await change(browser, undefined, person.password)).answer.fields?.[0]?.message).toContain(
      '不能与最近 5 个密码相同',
    );
    expect((await browser.session()).state).toBe('must-change-password');
  });
});

describe('a password', () => {
  it('is changed by who knows the present one, which ends the other sessions', async () => {
    const [browser, person] = await signedIn();
    const other = house.browser('192.0.2.50');
    await other.signIn(person);
    expect((await change(browser, undefined, 'Shu-9-mu-cong-long')).answer.fields?.[0]?.field).toBe('currentPassword');
    expect((await change(browser, 'wrong', 'Shu-9-mu-cong-long')).answer.fields?.[0]?.field).toBe('currentPassword');
    expect((await change(browser, person.password, 'Shu-9-mu-cong-long')).status).toBe(204);
    expect((await browser.session()).state).toBe('signed-in');
    expect((await other.session()).state).toBe('signed-out');
  });

  it('has to follow the rules, said at its field', async () => {
    const [browser, person] = await signedIn({ loginName: 'sun.jianguo' });
    for (const [password, words] of [
      ['kurz-1A', '至少要 10 位'],
      ['Sun.Jianguo-72', '不能包含登录名'],
      ['Gongkai@123456', '容易被猜中'],
    ] as const) {
      const { status, answer } = await change(browser, person.password, password);
      expect(status).toBe(400);
      expect(answer.fields).toEqual([{ field: 'newPassword', message: expect.stringContaining(words) }]);
    }
  });

  it('may not be one of the last five, but the one before those', async () => {
    const [browser, person] = await signedIn();
    const passwords = [person.password, ...[1, 2, 3, 4, 5].map((number) => `Shu-${number}-mu-cong-long`)];
    for (const [index, next] of passwords.slice(1).entries()) {
      expect((await change(browser, passwords[index], next)).status).toBe(204);
      await browser.session();
    }
    const current = passwords.at(-1);
    for (const former of passwords.slice(1)) {
      expect((await change(browser, current, former)).answer.fields?.[0]?.message, former).toContain('最近 5 个密码');
    }
    expect((await change(browser, current, person.password)).status).toBe(204);
  });

  it('runs out after 90 days, with a warning seven days before', async () => {
    const person = await house.addPerson();
    house.pass({ days: 82 });
    const early = house.browser();
    await early.signIn(person);
    expect(await early.session()).not.toHaveProperty('passwordExpiresOn');
    house.pass({ days: 1 });
    const warned = house.browser();
    await warned.signIn(person);
    // 2026-03-02 and 90 days, whatever happened in this file before.
    expect((await warned.session()).passwordExpiresOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    house.pass({ days: 7, minutes: -1 });
    const working = house.browser();
    expect(await working.signIn(person)).toBe('signed-in');
    house.pass({ minutes: 2 });
    expect((await working.session()).state, 'nobody is interrupted').toBe('signed-in');
    expect(await house.browser().signIn(person)).toBe('must-change-password');
  });

  it('asked for again wrongly five times ends the session and locks', async () => {
    const [browser, person] = await signedIn();
    const answers = [];
    for (let time = 0; time < 5; time += 1)
      answers.push((await change(browser, 'wrong', 'Shu-9-mu-cong-long')).answer.code);
    expect(answers).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'sign-in-refused']);
    expect((await browser.session()).state).toBe('signed-out');
    expect(await house.browser('192.0.2.51').signIn(person)).toBe('sign-in-refused');
    house.pass({ minutes: 15 });
    expect(await house.browser('192.0.2.51').signIn(person)).toBe('signed-in');
  });

  it('of nobody is set twice at the same time', async () => {
    const [browser, person] = await signedIn();
    const passwords = ['Shu-7-mu-cong-long', 'Shu-8-mu-cong-long'];
    const both = await Promise.all(passwords.map((each) => change(browser, person.password, each)));
    // The other one finds the password changed, or its own session renewed, as the machine will have it.
    const set = passwords.filter((_, index) => both[index]?.status === 204);
    expect(set).toHaveLength(1);
    for (const password of passwords) {
      const state = set.includes(password) ? 'signed-in' : 'sign-in-refused';
      expect(await house.browser().signIn({ ...person, password })).toBe(state);
    }
  });
});

describe('the sessions of a person', () => {
  it('are listed in plain words, the present one marked, those of others not at all', async () => {
    const person = await house.addPerson();
    const browser = house.browser('192.0.2.10');
    await browser.signIn(person);
    await signedIn();
    house.pass({ minutes: 3 });
    const phone = house.browser('2001:db8::7');
    await phone.signIn(person);
    const listed = await sessionsOf(phone);
    expect(listed).toMatchObject([
      {
        address: '2001:db8::7',
        browser: 'Edge 浏览器（Windows 电脑）',
        isCurrent: true,
        begunAt: house.now.toISOString(),
      },
      { address: '192.0.2.10', isCurrent: false },
    ]);
    expect(await sessionsOf(browser)).toHaveLength(2);
    house.pass({ minutes: 29 });
    await phone.session();
    house.pass({ minutes: 2 });
    expect(await sessionsOf(phone), 'one that has ended by time is none').toHaveLength(1);
  });

  it('can be ended one by one, but only one’s own', async () => {
    const [browser, person] = await signedIn();
    const [stranger] = await signedIn();
    const other = house.browser('192.0.2.52');
    await other.signIn(person);
    const id = (await sessionsOf(browser)).find(({ isCurrent }) => !isCurrent)?.id ?? '';
    expect((await stranger.ask('DELETE', `/account/sessions/${id}`)).status).toBe(404);
    expect((await other.session()).state).toBe('signed-in');
    expect((await browser.ask('DELETE', `/account/sessions/${id}`)).status).toBe(204);
    expect((await other.session()).state).toBe('signed-out');
    expect((await browser.ask('DELETE', `/account/sessions/${id}`)).status).toBe(404);
    expect((await browser.ask('DELETE', '/account/sessions/none')).status).toBe(400);
  });

  it('can be ended all but this one, or all', async () => {
    const [browser, person] = await signedIn();
    const others = [house.browser('192.0.2.53'), house.browser('192.0.2.54')];
    for (const other of others) await other.signIn(person);
    expect((await browser.ask('DELETE', '/account/sessions')).status).toBe(204);
    expect((await browser.session()).state).toBe('signed-in');
    for (const other of others) expect((await other.session()).state).toBe('signed-out');
    expect((await browser.ask('DELETE', '/account/sessions?including=this')).status).toBe(204);
    expect((await browser.session()).state).toBe('signed-out');
  });
});

describe('stricter settings', () => {
  it('count at once: everyone has to enrol, idle sessions end sooner', async () => {
    const [browser] = await signedIn();
    house.settings = { ...standardSecuritySettings, secondFactor: 'everyone', sessionIdleMinutes: 5 };
    expect((await browser.session()).state).toBe('must-enrol-totp');
    await enrol(house, browser);
    expect((await browser.session()).state).toBe('signed-in');
    house.pass({ minutes: 5 });
    expect((await browser.session()).state).toBe('signed-out');
    house.settings = standardSecuritySettings;
  });
});
