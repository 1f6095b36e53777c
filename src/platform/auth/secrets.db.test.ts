import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asOwner, useDatabase } from '../../../tests/support/test-database.ts';
import { write } from '../audit/index.ts';
import { createLog } from '../log/index.ts';
import { resetPassword } from './administration.ts';
import { makeFirstPassword } from './first-password.ts';
import { cheap, enrol, House } from './fixtures/house.ts';
import { client, LocalProvider } from './oidc/fixtures/provider.ts';
import { createOidcProvider } from './oidc/provider.ts';
import { hashSecret } from './token.ts';

const database = useDatabase();
const provider = new LocalProvider();
beforeAll(() => provider.start());
afterAll(() => provider.stop());

/** Goes through everything there is, and gathers what nobody else may ever read. */
async function useEverything(): Promise<{ log: string[]; secrets: Map<string, string> }> {
  const log: string[] = [];
  const tracing = createLog('trace', { write: (line: string) => void log.push(line) });
  const oidc = createOidcProvider(
    {
      issuer: new URL(provider.issuer),
      clientId: client.client_id,
      clientSecret: client.client_secret,
      name: '统一身份认证',
      scope: 'openid profile',
      loginClaim: 'preferred_username',
      secondFactorValues: [],
    },
    tracing,
  );
  const house = await House.build(database.db, { oidc });
  const secrets = new Map<string, string>([['secret of the client', client.client_secret]]);
  const keepCookies = (browser: ReturnType<House['browser']>, step: string): void => {
    for (const [name, value] of browser.cookies)
      secrets.set(`cookie ${name} ${step}`, value.split('.').at(-1) ?? value);
    if (browser.csrfToken) secrets.set(`token of the page ${step}`, browser.csrfToken);
  };

  const person = await house.addPerson({ mustChangePassword: true, loginName: 'geheime.anmeldung' });
  secrets.set('first password', person.password);
  secrets.set('wrong password', 'Falsch-8-aber-geheim');
  secrets.set('login name that is a password', 'hunter2-Passwort-im-falschen-feld');
  secrets.set('new password', 'Shu-9-mu-cong-long');

  const browser = house.browser();
  await browser.signIn({ ...person, password: 'Falsch-8-aber-geheim' });
  await browser.signIn({ loginName: 'hunter2-Passwort-im-falschen-feld', password: person.password });
  await browser.ask('POST', '/session', { loginName: person.loginName, password: { not: 'Falsch-8-aber-geheim' } });
  await browser.signIn(person);
  keepCookies(browser, 'before the new password');
  await browser.ask('POST', '/account/password', { newPassword: 'Gongkai@123456' });
  await browser.ask('POST', '/account/password', { newPassword: 'Shu-9-mu-cong-long' });
  await browser.session();
  keepCookies(browser, 'after it');
  const { secret, recoveryCodes } = await enrol(house, browser, 'Shu-9-mu-cong-long');
  secrets.set('TOTP secret', secret);
  for (const [index, code] of recoveryCodes.entries()) secrets.set(`recovery code ${index}`, code);
  house.pass({ minutes: 1 });

  const second = house.browser();
  await second.signIn({ ...person, password: 'Shu-9-mu-cong-long' });
  keepCookies(second, 'before the second factor');
  await second.ask('POST', '/session/second-factor', { recoveryCode: 'wrong' });
  const code = generateSync({ secret, epoch: house.now.getTime() / 1_000 });
  await second.ask('POST', '/session/second-factor', { code });
  expect((await second.session()).state).toBe('signed-in');
  keepCookies(second, 'after it');
  const { answer } = await second.ask<{ recoveryCodes: string[] }>('POST', '/account/recovery-codes', {
    password: 'Shu-9-mu-cong-long',
  });
  secrets.set('new recovery code', answer.recoveryCodes[0] ?? '');
  await second.ask('DELETE', '/account/totp', { password: 'Falsch-8-aber-geheim' });
  await second.ask('DELETE', '/account/sessions');
  await second.ask('DELETE', '/session');

  const third = house.browser();
  await third.signIn({ ...person, password: 'Shu-9-mu-cong-long' });
  await third.ask('POST', '/session/second-factor', { recoveryCode: answer.recoveryCodes[0] });
  expect((await third.session()).state).toBe('signed-in');
  keepCookies(third, 'with a recovery code');

  const first = await makeFirstPassword(cheap);
  if (!first.ok) throw new Error(first.problem.message);
  secrets.set('password of the reset', first.value.password);
  const actor = { countyId: house.countyId, name: '安全管理员', from: '192.0.2.1' };
  await write(database.db, actor, house.now, (trx, record) =>
    resetPassword(trx, record, { person: person.key, first: first.value, removeSecondFactor: true }, house.now),
  );

  provider.visit = { account: person.loginName };
  const visitor = house.browser();
  const begun = await visitor.go('/sign-in/oidc');
  keepCookies(visitor, 'on the way to the provider');
  const back = await provider.goThrough(begun.location);
  secrets.set('code of the provider', back.searchParams.get('code') ?? '');
  await visitor.go(`${back.pathname}${back.search}`);
  expect((await visitor.session()).state).toBe('signed-in');
  keepCookies(visitor, 'back from the provider');
  await visitor.go(`${back.pathname}${back.search}`);
  visitor.cookies.set('gongkai-oidc', [...'abc'].join('.'));
  await visitor.go(`${back.pathname}${back.search}`);
  return { log: [...house.log, ...log], secrets };
}

it('no secret stands in the log, the audit, or readable in the database, whatever is done', async () => {
  const { log, secrets } = await useEverything();
  const logged = log.join('');
  const tables = ['auth_account', 'auth_session', 'auth_device', 'auth_login_name', 'auth_address', 'audit_entry'];
  const kept = await asOwner(database.ownerConnection, async (client) => {
    const rows = [];
    for (const table of tables) rows.push((await client.query(`SELECT * FROM ${table}`)).rows);
    return JSON.stringify(rows);
  });
  expect(log.length).toBeGreaterThan(25);
  expect(kept.length).toBeGreaterThan(5_000);
  expect(secrets.size).toBeGreaterThan(25);
  for (const [name, secret] of secrets) {
    expect(secret.length, `${name} is there to be looked for`).toBeGreaterThan(5);
    expect(logged.includes(secret), `${name} in the log`).toBe(false);
    expect(kept.includes(secret), `${name} in the database`).toBe(false);
  }
  // Nor, outside their own tables, what secrets are recognised by.
  const audited = JSON.stringify(await database.db.selectFrom('auditEntry').selectAll().execute());
  for (const trace of ['$argon2id', 'sm4-ctr', ...[...secrets.values()].map(hashSecret)]) {
    expect(audited.includes(trace), trace).toBe(false);
    expect(logged.includes(trace), trace).toBe(false);
  }
  // Nor who it was and from where.
  expect(logged).not.toContain('geheime.anmeldung');
  expect(logged).not.toContain('10.9.0.');
});
