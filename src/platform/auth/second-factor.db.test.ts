import { generateSync } from 'otplib';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/test-database.ts';
import { type Browser, enrol, House, type Person } from './fixtures/house.ts';

const database = useDatabase();
let house: House;
beforeAll(async () => {
  house = await House.build(database.db);
});

/** Somebody with a second factor, and a browser that owes it. */
async function beforeSecondFactor(): Promise<{ person: Person; browser: Browser; secret: string; codes: string[] }> {
  const person = await house.addPerson();
  const first = house.browser();
  await first.signIn(person);
  const { secret, recoveryCodes } = await enrol(house, first, person.password);
  house.pass({ minutes: 1 });
  const browser = house.browser('192.0.2.40');
  expect(await browser.signIn(person)).toBe('second-factor');
  return { person, browser, secret, codes: recoveryCodes };
}

const give = (browser: Browser, answer: object) =>
  browser.ask<{ code: string; fields?: unknown }>('POST', '/session/second-factor', answer);
const codeNow = (secret: string): string => generateSync({ secret, epoch: house.now.getTime() / 1_000 });
const accountOf = ({ key }: Person) =>
  database.db.selectFrom('authAccount').selectAll().where('personId', '=', key.personId).executeTakeFirstOrThrow();

describe('an administrator', () => {
  it('does nothing before there is a second factor', async () => {
    const person = await house.addPerson({ isAdministrator: true, name: '系统管理员' });
    const browser = house.browser();
    expect(await browser.signIn(person)).toBe('must-enrol-totp');
    expect((await browser.session()).person).toBeUndefined();
    expect(await browser.ask('GET', '/account/sessions')).toMatchObject({
      status: 403,
      answer: { code: 'sign-in-unfinished' },
    });
    const { recoveryCodes } = await enrol(house, browser);
    expect(recoveryCodes).toHaveLength(10);
    expect(await browser.session()).toMatchObject({
      state: 'signed-in',
      secondFactor: { isEnrolled: true, isRequired: true, recoveryCodesLeft: 10 },
    });
  });

  it('cannot take it away again', async () => {
    const person = await house.addPerson({ isAdministrator: true });
    const browser = house.browser();
    await browser.signIn(person);
    await enrol(house, browser);
    await browser.session();
    const { status, answer } = await browser.ask('DELETE', '/account/totp', { password: person.password });
    expect(status).toBe(403);
    expect(answer.detail).toContain('必须使用动态验证码');
  });

  it('who became one while signed in has to enrol at once', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    expect(await browser.signIn(person)).toBe('signed-in');
    house.people.set(person.key.personId, { ...person, isAdministrator: true });
    expect((await browser.ask('GET', '/account/sessions')).status).toBe(403);
    expect((await browser.session()).state).toBe('must-enrol-totp');
  });
});

describe('a second factor', () => {
  it('has to be given before anything may be done or is told', async () => {
    const { browser, secret } = await beforeSecondFactor();
    expect(await browser.session()).not.toHaveProperty('person');
    for (const [method, path, body] of [
      ['GET', '/account/sessions', undefined],
      ['POST', '/account/password', { currentPassword: 'x', newPassword: 'Xin-9-de-mima' }],
      ['POST', '/account/totp', {}],
      ['POST', '/account/totp/confirm', { code: '123456' }],
      ['POST', '/account/recovery-codes', {}],
      ['DELETE', '/account/totp', {}],
    ] as const) {
      const { status, answer } = await browser.ask(method, path, body);
      expect([status, answer.code], path).toEqual([403, 'sign-in-unfinished']);
    }
    const before = browser.cookies.get('gongkai');
    expect((await give(browser, { code: codeNow(secret) })).status).toBe(204);
    expect(browser.cookies.get('gongkai')).not.toBe(before);
    expect((await browser.session()).state).toBe('signed-in');
    // The token of the step before is worth nothing any more.
    const thief = house.browser();
    thief.cookies.set('gongkai', before ?? '');
    expect((await thief.session()).state).toBe('signed-out');
  });

  it('counts each code once', async () => {
    const { person, browser, secret } = await beforeSecondFactor();
    const code = codeNow(secret);
    expect((await give(browser, { code })).status).toBe(204);
    const another = house.browser('192.0.2.41');
    await another.signIn(person);
    expect(await give(another, { code })).toMatchObject({ status: 400, answer: { fields: [{ field: 'code' }] } });
    house.pass({ minutes: 1 });
    expect((await give(another, { code: codeNow(secret) })).status).toBe(204);
  });

  it('counts a code once although it comes twice at the same time', async () => {
    const { person, browser, secret } = await beforeSecondFactor();
    const another = house.browser('192.0.2.42');
    await another.signIn(person);
    const code = codeNow(secret);
    const both = await Promise.all([give(browser, { code }), give(another, { code })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 400]);
  });

  it('may be a recovery code, each one once', async () => {
    const { person, browser, codes } = await beforeSecondFactor();
    expect((await give(browser, { recoveryCode: codes[3]?.toUpperCase().replaceAll('-', ' ') })).status).toBe(204);
    expect(await browser.session()).toMatchObject({ secondFactor: { recoveryCodesLeft: 9 } });
    const another = house.browser('192.0.2.43');
    await another.signIn(person);
    expect(await give(another, { recoveryCode: codes[3] })).toMatchObject({
      answer: { fields: [{ field: 'recoveryCode' }] },
    });
    expect((await give(another, { recoveryCode: codes[4] })).status).toBe(204);
    const used = await database.db
      .selectFrom('auditEntry')
      .select('after')
      .where('recordId', '=', person.key.personId)
      .where('action', '=', 'auth.use-recovery-code')
      .execute();
    expect(used).toHaveLength(2);
  });

  it('tried five times in vain locks the account and ends the session, and the right password does not reset the count', async () => {
    const { person, browser, secret } = await beforeSecondFactor();
    for (let time = 0; time < 3; time += 1) expect((await give(browser, { code: '000000' })).status).toBe(400);
    const again = house.browser('192.0.2.44');
    expect(await again.signIn(person)).toBe('second-factor');
    expect((await give(again, { code: '000000' })).status).toBe(400);
    expect(await give(again, { code: '000000' })).toMatchObject({ status: 422, answer: { code: 'sign-in-refused' } });
    expect((await again.session()).state).toBe('signed-out');
    expect(await house.browser().signIn(person)).toBe('sign-in-refused');
    // The session that was open meanwhile does not help either.
    expect(await give(browser, { code: codeNow(secret) })).toMatchObject({ answer: { code: 'sign-in-refused' } });
    house.pass({ minutes: 15 });
    expect(await house.browser().signIn(person)).toBe('second-factor');
  });

  it('asks for one answer', async () => {
    const { browser } = await beforeSecondFactor();
    expect(await give(browser, {})).toMatchObject({ status: 400, answer: { fields: [{ field: 'code' }] } });
  });

  it('is not taken where none is asked for', async () => {
    const { browser, secret } = await beforeSecondFactor();
    await give(browser, { code: codeNow(secret) });
    await browser.session();
    house.pass({ minutes: 1 });
    expect((await give(browser, { code: codeNow(secret) })).status).toBe(409);
    const plain = house.browser();
    await plain.signIn(await house.addPerson());
    expect((await give(plain, { code: '000000' })).status).toBe(409);
  });

  it('is kept sealed, and its recovery codes as hashes', async () => {
    const { person, secret, codes } = await beforeSecondFactor();
    const account = await accountOf(person);
    expect(account.totpSecret).toMatch(/^sm4-ctr\.hmac-sm3:/);
    expect(JSON.stringify(account)).not.toContain(secret);
    expect(JSON.stringify(account)).not.toContain(codes[0]);
    expect(account.recoveryCodeHashes).toHaveLength(10);
  });

  it('that was moved from another account is refused with a sentence', async () => {
    const [mine, theirs] = [await beforeSecondFactor(), await beforeSecondFactor()];
    const { totpSecret } = await accountOf(theirs.person);
    await database.db
      .updateTable('authAccount')
      .set({ totpSecret })
      .where('personId', '=', mine.person.key.personId)
      .execute();
    const { status, answer } = await give(mine.browser, { code: codeNow(theirs.secret) });
    expect(status).toBe(422);
    expect(answer.code).toBe('sealed-value-damaged');
  });

  it('is asked of the sessions that were there before it', async () => {
    const person = await house.addPerson();
    const [here, there] = [house.browser(), house.browser('192.0.2.45')];
    await here.signIn(person);
    await there.signIn(person);
    await enrol(house, here, person.password);
    expect((await here.session()).state).toBe('signed-in');
    expect((await there.session()).state).toBe('second-factor');
  });
});

describe('enrolling', () => {
  it('asks for the password again, and for a code of the telephone', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    expect(await browser.ask('POST', '/account/totp', {})).toMatchObject({
      status: 400,
      answer: { fields: [{ field: 'password' }] },
    });
    expect((await browser.ask('POST', '/account/totp', { password: 'wrong' })).status).toBe(400);
    expect((await browser.ask('POST', '/account/totp/confirm', { code: '123456' })).status).toBe(409);
    const { answer } = await browser.ask<{ secret: string }>('POST', '/account/totp', { password: person.password });
    expect((await browser.ask('POST', '/account/totp/confirm', { code: '000000' })).status).toBe(400);
    expect((await accountOf(person)).totpSecret).toBeNull();
    const confirmed = await browser.ask('POST', '/account/totp/confirm', { code: codeNow(answer.secret) });
    expect(confirmed.status).toBe(200);
    expect((await accountOf(person)).totpSecret).not.toBeNull();
  });

  it('again leaves the old one in force until the new one is confirmed', async () => {
    const { person, browser, secret } = await beforeSecondFactor();
    await give(browser, { code: codeNow(secret) });
    await browser.session();
    const begun = await browser.ask<{ secret: string }>('POST', '/account/totp', { password: person.password });
    expect(begun.status).toBe(200);
    house.pass({ minutes: 1 });
    const another = house.browser('192.0.2.46');
    await another.signIn(person);
    expect((await give(another, { code: codeNow(begun.answer.secret) })).status).toBe(400);
    expect((await give(another, { code: codeNow(secret) })).status).toBe(204);
    house.pass({ minutes: 1 });
    expect((await browser.ask('POST', '/account/totp/confirm', { code: codeNow(begun.answer.secret) })).status).toBe(
      200,
    );
    house.pass({ minutes: 1 });
    const last = house.browser('192.0.2.47');
    await last.signIn(person);
    expect((await give(last, { code: codeNow(secret) })).status).toBe(400);
    expect((await give(last, { code: codeNow(begun.answer.secret) })).status).toBe(204);
  });

  it('can be undone with the password by who need not have it', async () => {
    const { person, browser, secret } = await beforeSecondFactor();
    await give(browser, { code: codeNow(secret) });
    await browser.session();
    expect((await browser.ask('DELETE', '/account/totp', { password: 'wrong' })).status).toBe(400);
    expect((await browser.ask('DELETE', '/account/totp', { password: person.password })).status).toBe(204);
    expect(await house.browser().signIn(person)).toBe('signed-in');
    expect((await browser.ask('POST', '/account/recovery-codes', { password: person.password })).status).toBe(409);
  });

  it('gives new recovery codes for the password; the old ones are worth nothing', async () => {
    const { person, browser, secret, codes } = await beforeSecondFactor();
    await give(browser, { code: codeNow(secret) });
    await browser.session();
    expect((await browser.ask('POST', '/account/recovery-codes', {})).status).toBe(400);
    const { answer } = await browser.ask<{ recoveryCodes: string[] }>('POST', '/account/recovery-codes', {
      password: person.password,
    });
    expect(new Set([...answer.recoveryCodes, ...codes]).size).toBe(20);
    const another = house.browser('192.0.2.48');
    await another.signIn(person);
    expect((await give(another, { recoveryCode: codes[0] })).status).toBe(400);
    expect((await give(another, { recoveryCode: answer.recoveryCodes[0] })).status).toBe(204);
  });
});
