import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needsSecondFactor } from './dependencies.ts';
import { type SignInProgress, stageOf } from './stage.ts';

const done: SignInProgress = {
  signedInBy: 'password',
  hasSecondFactor: false,
  gaveSecondFactor: false,
  needsSecondFactor: false,
  mustChangePassword: false,
  isPasswordExpired: false,
};

describe('signing in goes on with', () => {
  it.each<[string, Partial<SignInProgress>, ReturnType<typeof stageOf>]>([
    ['nothing for who knows the password and needs no more', {}, 'signed-in'],
    ['the second factor of who has one', { hasSecondFactor: true }, 'second-factor'],
    ['the second factor before a new password', { hasSecondFactor: true, mustChangePassword: true }, 'second-factor'],
    [
      'a new password after it',
      { hasSecondFactor: true, gaveSecondFactor: true, mustChangePassword: true },
      'must-change-password',
    ],
    ['a new password for the first one', { mustChangePassword: true }, 'must-change-password'],
    ['a new password for one that has run out', { isPasswordExpired: true }, 'must-change-password'],
    ['a new password before enrolling', { mustChangePassword: true, needsSecondFactor: true }, 'must-change-password'],
    ['enrolling who needs a second factor', { needsSecondFactor: true }, 'must-enrol-totp'],
    [
      'no new password for who came through 统一身份认证',
      { signedInBy: 'oidc', mustChangePassword: true, isPasswordExpired: true },
      'signed-in',
    ],
    ['enrolling for them all the same', { signedInBy: 'oidc', needsSecondFactor: true }, 'must-enrol-totp'],
    [
      'nothing where 统一身份认证 took the second factor',
      { signedInBy: 'oidc', needsSecondFactor: true, gaveSecondFactor: true },
      'signed-in',
    ],
  ])('%s', (_, progress, stage) => {
    expect(stageOf({ ...done, ...progress })).toBe(stage);
  });

  it('never the desk for somebody who owes a second factor', () => {
    const progress = fc.record({
      signedInBy: fc.constantFrom('password' as const, 'oidc' as const),
      hasSecondFactor: fc.boolean(),
      gaveSecondFactor: fc.constant(false),
      needsSecondFactor: fc.boolean(),
      mustChangePassword: fc.boolean(),
      isPasswordExpired: fc.boolean(),
    });
    fc.assert(
      fc.property(progress, (each) => {
        fc.pre(each.hasSecondFactor || each.needsSecondFactor);
        expect(stageOf(each)).not.toBe('signed-in');
      }),
    );
  });
});

describe('a second factor is needed', () => {
  const clerk = { isAdministrator: false, roles: ['clerk'] };
  it.each([
    ['by administrators whatever is set', { isAdministrator: true, roles: [] }, 'administrators', [], true],
    ['not by a clerk', clerk, 'administrators', ['clerk'], false],
    ['by a clerk whose role is listed', clerk, 'listed-roles', ['leader', 'clerk'], true],
    ['not by a clerk where leaders are listed', clerk, 'listed-roles', ['leader'], false],
    ['by everyone at level 3', { isAdministrator: false, roles: [] }, 'everyone', [], true],
  ] as const)('%s', (_, person, secondFactor, secondFactorRoles, needed) => {
    expect(needsSecondFactor(person, { secondFactor, secondFactorRoles })).toBe(needed);
  });
});
