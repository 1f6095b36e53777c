import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../db/index.ts';
import { describeBrowser } from './browser-words.ts';
import { checkLoginName } from './login-name.ts';
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { signInSettings, standardSecuritySettings } from './security-settings.ts';
import { csrfTokenOf, newSecret, readSessionToken, writeSessionToken } from './token.ts';

describe('a browser is named in plain words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Edge 浏览器（Windows 电脑）',
    ],
    [
      'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE/13',
      '360 浏览器（Windows 电脑）',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', '火狐浏览器（Linux 电脑）'],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 MicroMessenger/8.0',
      '微信（安卓手机）',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari 浏览器（苹果手机或平板）',
    ],
    ['curl/8.5.0', '其他浏览器'],
    [undefined, '其他浏览器'],
  ])('%s', (agent, words) => {
    expect(describeBrowser(agent)).toBe(words);
  });
});

describe('a login name', () => {
  it.each([
    ['zhou.mingyuan', 'zhou.mingyuan'],
    [' Zhou_MY ', 'zhou_my'],
    ['周明远', '周明远'],
    ['ｚｈｏｕ２', 'zhou2'],
    ['user@yunxi.example', 'user@yunxi.example'],
  ])('%s is kept as %s', (written, kept) => {
    expect(checkLoginName(written)).toEqual({ ok: true, value: kept });
  });

  it.each(['', 'a', '.zhou', 'zhou ming', 'zhou/ming', "zhou'", 'x'.repeat(41), 'ж-zhou'])(
    '%j is refused',
    (written) => {
      expect(checkLoginName(written)).toMatchObject({ ok: false, problem: { fields: [{ field: 'loginName' }] } });
    },
  );
});

describe('a token', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (countyId, sessionId) => {
        const token = { countyId, sessionId, secret: newSecret() };
        expect(readSessionToken(writeSessionToken(token))).toEqual(token);
      }),
    );
  });

  it('is nothing else, whatever is sent', () => {
    const good = writeSessionToken({ countyId: newId(), sessionId: newId(), secret: newSecret() });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSessionToken(text)).toBeUndefined();
        expect(readSessionToken(`${good}${text || '.'}`)).toBeUndefined();
      }),
    );
  });

  it('gives the page another secret than itself', () => {
    const secret = newSecret();
    expect(csrfTokenOf(secret)).not.toContain(secret);
    expect(csrfTokenOf(secret)).toBe(csrfTokenOf(secret));
    expect(csrfTokenOf(newSecret())).not.toBe(csrfTokenOf(secret));
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and the same however they are typed', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
      expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(hashRecoveryCode(code));
    }
  });
});

describe('the settings of signing in', () => {
  it('have defaults within their own bounds', () => {
    for (const [name, { schema, standard }] of Object.entries(signInSettings.settings)) {
      expect(schema.safeParse(standard).success, name).toBe(true);
    }
    expect(standardSecuritySettings).toMatchObject({
      passwordLength: 10,
      passwordClasses: 3,
      passwordDays: 90,
      failuresBeforeLock: 5,
      lockMinutes: 15,
      sessionIdleMinutes: 30,
    });
  });

  it.each([
    ['passwordLength', 7, '不少于 8 位'],
    ['passwordClasses', 2, '至少包含三种'],
    ['passwordDays', 91, '90 天'],
    ['failuresBeforeLock', 6, '5 次'],
    ['sessionIdleMinutes', 31, '30 分钟'],
    ['passwordHistory', 0, '不得沿用原密码'],
    ['lockMinutes', 1.5, '整数'],
  ] as const)('cannot be set looser than 等保 asks: %s %d', (name, value, words) => {
    const parsed = signInSettings.settings[name].schema.safeParse(value);
    expect(parsed.error?.issues[0]?.message).toContain(words);
  });
});
