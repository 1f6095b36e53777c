import { describe, expect, test } from 'vitest';
import { isCardNumber, isIdentityNumber, isOldIdentityNumber } from './personal-data.ts';

describe('identity numbers are told by province, day and check digit', () => {
  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['110105194912310020', false],
    ['99010519491231002X', false],
    ['110105194913310026', false],
    ['110105194902300023', false],
    ['1101051949123100', false],
  ])('%s: %s', (digits, expected) => {
    expect(isIdentityNumber(digits)).toBe(expected);
  });

  test('of the hundred last two digits of a number one in eleven fits, never two that differ in the last alone', () => {
    const stem = '1101051949123100';
    for (let tens = 0; tens < 10; tens++) {
      const fitting = [...'0123456789X'].filter((last) => isIdentityNumber(`${stem}${tens}${last}`));
      expect(fitting).toHaveLength(1);
    }
  });

  test.each([
    ['110105491231002', true],
    ['110105491331002', false],
    ['000105491231002', false],
  ])('%s is of the first generation: %s', (digits, expected) => {
    expect(isOldIdentityNumber(digits)).toBe(expected);
  });
});

describe('card numbers are told by prefix and check digit', () => {
  test.each([
    ['6222020000000000000', true],
    ['6222020000000000001', false],
    ['622202000000000007', true],
    ['4111111111111111', true],
    ['5500000000000004', true],
    ['1234567812345670', false],
    ['62220200', false],
  ])('%s: %s', (digits, expected) => {
    expect(isCardNumber(digits)).toBe(expected);
  });

  test('one wrong digit is always noticed', () => {
    const right = '6222020000000000000';
    for (let at = 2; at < right.length; at++) {
      for (const digit of '0123456789') {
        if (digit === right[at]) continue;
        expect(isCardNumber(`${right.slice(0, at)}${digit}${right.slice(at + 1)}`)).toBe(false);
      }
    }
  });
});
