import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPassword } from './first-password.ts';
import { checkPassword } from './password-rules.ts';
import { standardSecuritySettings } from './security-settings.ts';

const owner = { loginName: 'zhou.mingyuan', name: '周明远' };
const complaint = (password: string, settings = standardSecuritySettings): string | undefined => {
  const checked = checkPassword(password, owner, settings);
  return checked.ok ? undefined : checked.problem.message;
};

describe('a password may be set', () => {
  it.each(['Feng-7-zhu-che', 'cha2Bei%lan', 'Wo3 ai he lü cha', '山Shang4有棵song树', 'xK9#mQ2$vL'])(
    'when it is like %s',
    (password) => {
      expect(complaint(password)).toBeUndefined();
    },
  );

  it('when it was drawn as a first password', () => {
    fc.assert(
      fc.property(fc.constant(undefined), () => {
        const password = drawPassword();
        expect(password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{4}(-[A-HJ-NP-Za-km-z2-9]{4}){2}$/);
        expect(complaint(password)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a password is refused', () => {
  it.each([
    ['too short', 'xK9#mQ2$v', '密码至少要 10 位，现在是 9 位。'],
    ['too long', `xK9#${'mQ2$vL7w'.repeat(16)}`, '密码最多 128 位。'],
    ['of two kinds', 'fengzhuche7283', '现在只有 2 种'],
    ['with the login name', 'X-zhou.mingyuan-7', '密码不能包含登录名或姓名。'],
    ['with the login name written apart', 'Zhou Ming Yuan 7', '密码不能包含登录名或姓名。'],
    ['with the login name backwards', 'Nauygnimuohz-7', '密码不能包含登录名或姓名。'],
    ['with the name', 'Hao-周明远-52', '密码不能包含登录名或姓名。'],
    ['of three characters', 'aA1aA1aA1aA1', '不同的字符太少'],
    ['a word, a sign and a row', 'Admin@123456', '容易被猜中'],
    ['a place and a year', 'Shiqiao2026', '容易被猜中'],
    ['the county and digits', 'Yunxi@20260101', '容易被猜中'],
    ['this system', 'Gongkai@123', '容易被猜中'],
    ['a row of keys', 'Qwertyuiop123', '容易被猜中'],
    ['columns of keys', '1qaz@WSX3edc', '容易被猜中'],
    ['a word in disguise', 'P@ssw0rd2026', '容易被猜中'],
    ['repetition', 'Abc123Abc123', '容易被猜中'],
    ['in full width too', 'Ａdmin＠123456', '容易被猜中'],
  ])('%s: %s', (_, password, words) => {
    expect(complaint(password)).toContain(words);
  });

  it('with all that is wrong at once, at the field', () => {
    const checked = checkPassword('zhou.m', { ...owner, loginName: 'zhou.m' }, standardSecuritySettings);
    if (checked.ok) throw new Error('was accepted');
    expect(checked.problem.fields).toHaveLength(1);
    expect(checked.problem.fields?.[0]).toMatchObject({ field: 'newPassword' });
    expect(checked.problem.message).toMatch(/至少要 10 位.*至少三种.*不能包含登录名/);
  });

  it('of three kinds where the settings ask for four', () => {
    const settings = { ...standardSecuritySettings, passwordClasses: 4 };
    expect(complaint('FengZhuChe72', settings)).toContain('四种都有');
    expect(complaint('Feng-7-zhu-che', settings)).toBeUndefined();
  });

  it('whatever digits and signs are added to fill a short word up', () => {
    const fillings = ['123', '1234', '2025', '2026', '@', '!', '111', '888', '520', ''];
    const words = ['Admin', 'Gongkai', 'Yunxi', 'Password', 'Zhengfu', 'Qwerty', 'Test'];
    const accepted = fillings.flatMap((before) =>
      words.flatMap((word) =>
        fillings.flatMap((middle) =>
          fillings.map((after) => `${before}${word}${middle}${after}`).filter((each) => complaint(each) === undefined),
        ),
      ),
    );
    expect(accepted).toEqual([]);
  });
});
