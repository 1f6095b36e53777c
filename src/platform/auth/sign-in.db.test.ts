import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { House } from './fixtures/house.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

const entriesOf = (personId: string, action: string) =>
  database.db
    .selectFrom('auditEntry')
    .selectAll()
    .where('recordId', '=', personId)
    .where('action', '=', action)
    .execute();

describe('signing in with a password', () => {
  it('shows the first-run page as long as there is no account', async () => {
    expect(await house.browser().session()).toEqual({ state: 'empty', menu: [] });
  });

  it('lets in who knows the password, and out again', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    expect((await browser.session()).state).toBe('signed-out');
    expect(await browser.signIn(person)).toBe('signed-in');
    expect(await browser.session()).toMatchObject({
      state: 'signed-in',
      person: { name: '周明远', loginName: person.loginName, organ: { name: '石桥镇人民政府' } },
      menu: ['today'],
      secondFactor: { isEnrolled: false, isRequired: false, recoveryCodesLeft: 0 },
    });
    const cookie = browser.cookies.get('gongkai');
    expect(await browser.ask('DELETE', '/session')).toEqual({ status: 200, answer: {} });
    expect(browser.cookies.has('gongkai')).toBe(false);
    // Not only forgotten by the browser.
    browser.cookies.set('gongkai', cookie ?? '');
    expect((await browser.session()).state).toBe('signed-out');
    expect(await entriesOf(person.key.personId, 'auth.sign-in')).toHaveLength(1);
    expect(await entriesOf(person.key.personId, 'auth.sign-out')).toHaveLength(1);
  });

  it('takes large and small letters and full width of a login name as the same', async () => {
    const person = await house.addPerson({ loginName: 'li.wenjing' });
    expect(await house.browser().signIn({ ...person, loginName: ' Ｌi.WenJing ' })).toBe('signed-in');
  });

  it('says at each field what is missing', async () => {
    const { status, answer } = await house.browser().ask<{ fields: unknown }>('POST', '/session', { loginName: ' ' });
    expect(status).toBe(400);
    expect(answer.fields).toEqual([
      { field: 'loginName', message: '请填写登录名' },
      { field: 'password', message: '请填写密码' },
    ]);
  });

  it('keeps cookies from scripts, and over HTTPS to this host alone', async () => {
    const person = await house.addPerson();
    const plain = house.browser();
    await plain.ask('POST', '/session', person);
    expect(plain.lastSetCookie[0]).toMatch(
      /^gongkai=[\w-]{22}\.[\w-]{22}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = house.browser('192.0.2.11', 'https');
    await secure.ask('POST', '/session', person);
    expect(secure.lastSetCookie[0]).toMatch(/^__Host-gongkai=\S+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(secure.lastSetCookie[1]).toMatch(/^__Host-gongkai-device=\S+; .*; Secure; Max-Age=15552000$/);
    expect((await secure.session()).state).toBe('signed-in');
  });

  it('keeps no token and no password in the database', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    const secret = browser.cookies.get('gongkai')?.split('.')[2] ?? '';
    expect(secret).toHaveLength(43);
    for (const table of ['authSession', 'authDevice', 'authAccount', 'auditEntry'] as const) {
      const kept = JSON.stringify(await database.db.selectFrom(table).selectAll().execute());
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(browser.cookies.get('gongkai-device'));
      expect(kept).not.toContain(person.password);
    }
  });

  it('ends the session this browser had when somebody signs in anew', async () => {
    const [first, second] = [await house.addPerson(), await house.addPerson({ name: '何晓燕' })];
    const browser = house.browser();
    await browser.signIn(first);
    const before = browser.cookies.get('gongkai') ?? '';
    await browser.signIn(second);
    expect(await browser.session()).toMatchObject({ person: { name: '何晓燕' } });
    const old = house.browser();
    old.cookies.set('gongkai', before);
    expect((await old.session()).state).toBe('signed-out');
  });

  it('makes a hash anew when it was made at a lower cost', async () => {
    const person = await house.addPerson();
    house.deps.hashCost = { memory: 128, passes: 1, parallelism: 1 };
    await house.browser().signIn(person);
    const { passwordHash } = await database.db
      .selectFrom('authAccount')
      .select('passwordHash')
      .where('personId', '=', person.key.personId)
      .executeTakeFirstOrThrow();
    expect(passwordHash).toContain('m=128,');
    expect(await house.browser().signIn(person)).toBe('signed-in');
    house.deps.hashCost = { memory: 64, passes: 1, parallelism: 1 };
  });
});
