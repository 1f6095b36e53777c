import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, readConfig } from '../../config/index.ts';
import { readOidcSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-oidc-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(environment: Environment) {
  const config = readConfig(environment);
  return config.ok ? readOidcSettings(config.value) : config;
}
const issuer = { OIDC_ISSUER: 'https://sso.example/realms/yunxi', OIDC_CLIENT_ID: 'gongkai' };

describe('统一身份认证 is configured', () => {
  it('not at all without an issuer', () => {
    expect(read({ OIDC_CLIENT_ID: 'gongkai' })).toEqual({ ok: true, value: undefined });
  });

  it('by issuer and client alone', () => {
    expect(read(issuer)).toEqual({
      ok: true,
      value: {
        issuer: new URL('https://sso.example/realms/yunxi'),
        clientId: 'gongkai',
        name: '统一身份认证',
        scope: 'openid profile',
        loginClaim: 'preferred_username',
        secondFactorValues: [],
      },
    });
  });

  it('with a secret in a file, whose last line may end', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, 'geheim-72\n');
    expect(read({ ...issuer, OIDC_CLIENT_SECRET_FILE: path })).toMatchObject({ value: { clientSecret: 'geheim-72' } });
  });

  it('with a name, a claim and methods of its own', () => {
    const environment = { OIDC_NAME: '政务通', OIDC_LOGIN_CLAIM: 'employee_no', OIDC_SECOND_FACTOR: 'otp, hwk' };
    expect(read({ ...issuer, ...environment })).toMatchObject({
      value: { name: '政务通', loginClaim: 'employee_no', secondFactorValues: ['otp', 'hwk'] },
    });
  });

  it.each([
    ['without a client', { OIDC_ISSUER: issuer.OIDC_ISSUER }, '还须设置 OIDC_CLIENT_ID'],
    ['with two secrets', { ...issuer, OIDC_CLIENT_SECRET: 'geheim-72', OIDC_CLIENT_SECRET_FILE: '/x' }, '只能设置一个'],
    ['with a file that is not there', { ...issuer, OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' }, '无法读取'],
    ['with an issuer that is no address', { ...issuer, OIDC_ISSUER: 'sso.example' }, 'OIDC_ISSUER'],
    ['with a password in the issuer', { ...issuer, OIDC_ISSUER: 'https://a:b@sso.example' }, 'OIDC_ISSUER'],
    ['with a scope that is not of OpenID', { ...issuer, OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE'],
    ['with a secret of two words', { ...issuer, OIDC_CLIENT_SECRET: 'geheim 72' }, 'OIDC_CLIENT_SECRET'],
  ])('not %s', (_, environment, words) => {
    const refused = read(environment);
    expect(refused.ok ? '' : refused.problem.message).toContain(words);
    expect(JSON.stringify(refused)).not.toContain('geheim');
  });
});
