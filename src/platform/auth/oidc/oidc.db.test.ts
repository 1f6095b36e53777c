import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../../../tests/support/test-database.ts';
import { write } from '../../audit/index.ts';
import { createLog } from '../../log/index.ts';
import { closeAccount } from '../administration.ts';
import { type Browser, enrol, House, wrong } from '../fixtures/house.ts';
import { client, LocalProvider } from './fixtures/provider.ts';
import { createOidcProvider } from './provider.ts';
import type { OidcSettings } from './settings.ts';

const database = useDatabase();
const provider = new LocalProvider();
let house: House;

const settings = (): OidcSettings => ({
  issuer: new URL(provider.issuer),
  clientId: client.client_id,
  clientSecret: client.client_secret,
  name: '统一身份认证',
  scope: 'openid profile',
  loginClaim: 'preferred_username',
  secondFactorValues: [],
});
const build = (changes: Partial<OidcSettings> = {}): Promise<House> =>
  House.build(database.db, { oidc: createOidcProvider({ ...settings(), ...changes }, createLog('silent')) });

beforeAll(async () => {
  await provider.start();
  house = await build();
});
afterAll(() => provider.stop());

/** Goes to the provider and comes back, with what came back changed on the way. */
async function comeBack(browser: Browser, change: (back: URL) => void = () => {}) {
  const begun = await browser.go('/sign-in/oidc');
  expect(begun.status).toBe(302);
  const back = await provider.goThrough(begun.location);
  change(back);
  return browser.go(`${back.pathname}${back.search}`);
}

/** Changes a piece of what the browser keeps meanwhile: state, nonce or verifier. */
function changeAttempt(browser: Browser, piece: 0 | 1 | 2): void {
  const pieces = browser.cookies.get('gongkai-oidc')?.split('.') ?? [];
  pieces[piece] = 'A'.repeat(43);
  browser.cookies.set('gongkai-oidc', pieces.join('.'));
}

describe('统一身份认证', () => {
  it('is offered on the page of signing in', async () => {
    await house.addPerson();
    expect(await house.browser().session()).toMatchObject({ oidc: { name: '统一身份认证', href: '/sign-in/oidc' } });
  });

  it('lets in who has an account here under the same name', async () => {
    const person = await house.addPerson({ mustChangePassword: true });
    provider.visit = { account: person.loginName };
    const browser = house.browser();
    expect(await comeBack(browser)).toMatchObject({ status: 302, location: '/console/' });
    expect(await browser.session()).toMatchObject({ state: 'signed-in', person: { loginName: person.loginName } });
    expect(browser.cookies.has('gongkai-oidc')).toBe(false);
    const entry = await database.db
      .selectFrom('auditEntry')
      .selectAll()
      .where('recordId', '=', person.key.personId)
      .where('action', '=', 'auth.sign-in')
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(entry.after)).toContain('oidc');
  });

  it('is asked with state, nonce and PKCE, which the browser keeps for ten minutes', async () => {
    const browser = house.browser();
    const { location } = await browser.go('/sign-in/oidc');
    const asked = new URL(location).searchParams;
    const [state, nonce, verifier] = browser.cookies.get('gongkai-oidc')?.split('.') ?? [];
    expect(Object.fromEntries(asked)).toMatchObject({
      client_id: client.client_id,
      redirect_uri: 'http://gongkai.example/sign-in/oidc/callback',
      response_type: 'code',
      scope: 'openid profile',
      state,
      nonce,
      code_challenge_method: 'S256',
    });
    expect(location).not.toContain(verifier);
    expect(browser.lastSetCookie[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/);
  });

  it('lets in nobody who has no account here', async () => {
    provider.visit = { account: 'somebody.else' };
    const browser = house.browser();
    const { status, body } = await comeBack(browser);
    expect(status).toBe(403);
    expect(body).toContain('本系统没有与之对应的可用账号。请联系本单位系统管理员开通账号');
    expect(body).not.toContain('somebody.else');
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('lets in nobody whose account here is closed', async () => {
    const person = await house.addPerson();
    const actor = { countyId: house.countyId, name: '测试', from: '本机' };
    await write(database.db, actor, house.now, (trx, record) => closeAccount(trx, record, person.key, house.now));
    await database.db
      .insertInto('authLoginName')
      .values({ ...person.key, loginName: person.loginName })
      .execute();
    provider.visit = { account: person.loginName };
    expect((await comeBack(house.browser())).body).toContain('可用账号');
  });

  it('is not held up by a lock of the password here', async () => {
    const person = await house.addPerson();
    for (let time = 0; time < 5; time += 1) await house.browser('198.51.100.70').signIn(wrong(person));
    provider.visit = { account: person.loginName };
    const browser = house.browser();
    await comeBack(browser);
    expect((await browser.session()).state).toBe('signed-in');
  });
});

describe('what comes back from 统一身份认证 is refused', () => {
  let loginName: string;
  beforeAll(async () => {
    ({ loginName } = await house.addPerson());
    provider.visit = { account: loginName };
  });

  const mismatch = '返回的信息核对不一致';
  const spent = '停留过久或已经用过';
  it.each<[string, (browser: Browser, back: URL) => void, string]>([
    ['with another state', (_, back) => back.searchParams.set('state', 'A'.repeat(43)), mismatch],
    ['without state', (_, back) => back.searchParams.delete('state'), mismatch],
    ['for a browser that kept another state', (browser) => changeAttempt(browser, 0), mismatch],
    ['with another nonce', (browser) => changeAttempt(browser, 1), mismatch],
    ['without the proof of who began', (browser) => changeAttempt(browser, 2), spent],
    ['with another code', (_, back) => back.searchParams.set('code', 'A'.repeat(43)), spent],
    ['from another provider', (_, back) => back.searchParams.set('iss', 'https://elsewhere.example'), mismatch],
    [
      'to a browser that never began',
      (browser) => browser.cookies.delete('gongkai-oidc'),
      '不是从本系统的登录页开始的',
    ],
    [
      'to a browser with a broken cookie',
      (browser) => browser.cookies.set('gongkai-oidc', 'a.b'),
      '不是从本系统的登录页开始的',
    ],
  ])('%s', async (_, change, words) => {
    const browser = house.browser();
    const { status, body } = await comeBack(browser, (back) => change(browser, back));
    expect(status).toBe(403);
    expect(body).toContain(words);
    expect((await browser.session()).state).toBe('signed-out');
  });

  it('a second time', async () => {
    const browser = house.browser();
    let back = '';
    let kept = '';
    await comeBack(browser, (address) => {
      back = `${address.pathname}${address.search}`;
      kept = browser.cookies.get('gongkai-oidc') ?? '';
    });
    const thief = house.browser();
    expect((await thief.go(back)).body).toContain('不是从本系统的登录页开始的');
    thief.cookies.set('gongkai-oidc', kept);
    expect((await thief.go(back)).body).toContain(spent);
  });

  it('after its time', async () => {
    provider.secondsOfCode = 1;
    const browser = house.browser();
    const begun = await browser.go('/sign-in/oidc');
    const back = await provider.goThrough(begun.location);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    provider.secondsOfCode = 60;
    expect((await browser.go(`${back.pathname}${back.search}`)).body).toContain(spent);
  });

  it('when the person cancelled there', async () => {
    provider.visit = { account: loginName, cancels: true };
    expect((await comeBack(house.browser())).body).toContain('您在统一身份认证中取消了登录');
    provider.visit = { account: loginName };
  });

  it('when this system is not known there by this secret', async () => {
    const stranger = await build({ clientSecret: 'not the one' });
    const browser = stranger.browser();
    expect((await comeBack(browser)).body).toContain('核对 OIDC 客户端编号和密钥');
  });

  it('when it does not say the login name', async () => {
    provider.visit = { account: 'no.name' };
    expect((await comeBack(house.browser())).body).toContain('OIDC_LOGIN_CLAIM');
    provider.visit = { account: loginName };
  });
});

describe('a second factor', () => {
  it('is asked for here as of everybody', async () => {
    const person = await house.addPerson();
    const browser = house.browser();
    await browser.signIn(person);
    await enrol(house, browser, person.password);
    const administrator = await house.addPerson({ isAdministrator: true });
    for (const [who, state] of [
      [person, 'second-factor'],
      [administrator, 'must-enrol-totp'],
    ] as const) {
      provider.visit = { account: who.loginName, amr: ['pwd', 'otp'] };
      const another = house.browser();
      await comeBack(another);
      expect((await another.session()).state).toBe(state);
    }
  });

  it('that was given there counts where the settings say so, and only then', async () => {
    const trusting = await build({ secondFactorValues: ['otp', 'hwk'] });
    const person = await trusting.addPerson({ isAdministrator: true });
    for (const [amr, state] of [
      [['pwd'], 'must-enrol-totp'],
      [['pwd', 'otp'], 'signed-in'],
    ] as const) {
      provider.visit = { account: person.loginName, amr: [...amr] };
      const browser = trusting.browser();
      await comeBack(browser);
      expect((await browser.session()).state, amr.join()).toBe(state);
    }
  });

  it('may be set up by somebody without a password here, soon after signing in', async () => {
    const person = await house.addPerson();
    provider.visit = { account: person.loginName };
    const browser = house.browser();
    await comeBack(browser);
    await browser.session();
    house.pass({ minutes: 11 });
    expect(await browser.ask('POST', '/account/totp', {})).toMatchObject({ answer: { code: 'sign-in-again' } });
    await comeBack(browser);
    await browser.session();
    expect((await browser.ask('POST', '/account/totp', {})).status).toBe(200);
  });
});

describe('signing out', () => {
  it('leads on to the provider for who came from there', async () => {
    const person = await house.addPerson();
    provider.visit = { account: person.loginName };
    const browser = house.browser();
    await comeBack(browser);
    await browser.session();
    const { answer } = await browser.ask<{ href: string }>('DELETE', '/session');
    const address = new URL(answer.href);
    expect(address.origin).toBe(provider.issuer);
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe('http://gongkai.example/console/');
    await browser.signIn(person);
    expect(await browser.ask('DELETE', '/session')).toMatchObject({ status: 200, answer: {} });
  });
});

describe('a provider that is away', () => {
  it('at start keeps nothing from starting, and is found once it is back', async () => {
    const late = new LocalProvider();
    await late.reserve();
    const waiting = await build({ issuer: new URL(late.issuer) });
    const person = await waiting.addPerson();
    const { status, body } = await waiting.browser().go('/sign-in/oidc');
    expect(status).toBe(503);
    expect(body).toContain('统一身份认证暂时连接不上。请稍后重试，或者使用登录名和密码登录');
    expect(await waiting.browser().signIn(person)).toBe('signed-in');
    await late.start();
    expect((await waiting.browser().go('/sign-in/oidc')).status).toBe(302);
    await late.stop();
  });

  it('later is told as such, and no session begins', async () => {
    const brief = new LocalProvider();
    await brief.start();
    const visited = await build({ issuer: new URL(brief.issuer) });
    const person = await visited.addPerson();
    brief.visit = { account: person.loginName };
    const browser = visited.browser();
    const begun = await browser.go('/sign-in/oidc');
    const back = await brief.goThrough(begun.location);
    await brief.stop();
    const { status, body } = await browser.go(`${back.pathname}${back.search}`);
    expect(status).toBe(503);
    expect(body).toContain('暂时连接不上');
    expect((await browser.session()).state).toBe('signed-out');
  });
});
