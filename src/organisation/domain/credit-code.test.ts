import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCheckCharacter, organisationCheckCharacter } from './credit-code.ts';
import { normaliseCode } from './written-code.ts';

// Computed by hand; the weights of GB 32100-2015 are 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28.
// 11990123 alone gives 1 + 3 + 81 + 243 + 0 + 26 + 32 + 51 = 437.
describe('the check character of a 统一社会信用代码 (GB 32100-2015)', () => {
  test.each([
    // The example of the standard: the sum is 1640, 1640 mod 31 = 28, 31 − 28 = 3.
    ['91350100M000100Y4', '3'],
    // 437 + 1·30 + 9·28 = 719, mod 31 = 6, 25 is R.
    ['11990123000000019', 'R'],
    // 437 + 6·30 + X (29)·28 = 1429, mod 31 = 3, 28 is W.
    ['1199012300000006X', 'W'],
    // 437 + 1·10 + 7·28 = 643, mod 31 = 23, 8.
    ['11990123000000107', '8'],
    // 437 alone: mod 31 = 3, 28 is W.
    ['11990123000000000', 'W'],
    // 31 stands for 0: the sum is 0.
    ['00000000000000000', '0'],
  ])('of %s is %s', (first, check) => {
    expect(creditCheckCharacter(first)).toBe(check);
  });
});

// The weights of GB 11714-1997 are 3 7 9 10 5 8 4 2; letters are 10 to 35 with none left out.
describe('the check character of an 组织机构代码 (GB 11714-1997)', () => {
  test.each([
    // 22·3 + 1·5 + 34·2 = 139, mod 11 = 7, 11 − 7 = 4.
    ['M000100Y', '4'],
    // 1·2 = 2, 11 − 2 = 9.
    ['00000001', '9'],
    // 6·2 = 12, mod 11 = 1, 10 is written X.
    ['00000006', 'X'],
    // 0: 11 is written 0.
    ['00000000', '0'],
    // J is 19 here and 18 in GB 32100: 19·3 = 57, mod 11 = 2, 9.
    ['J0000000', '9'],
  ])('of %s is %s', (first, check) => {
    expect(organisationCheckCharacter(first)).toBe(check);
  });
});

describe('a 统一社会信用代码', () => {
  test.each([
    ['91350100M000100Y43', undefined],
    ['11990123000000019R', undefined],
    ['1199012300000006XW', undefined],
    ['11990123000000019', '应为 18 位，现为 17 位'],
    ['11990123000000019S', '不会有“S”'],
    ['1199012300000O019R', '不会有“O”'],
    ['1199O123000000019R', '不会有“O”'],
    ['11AA0123000000019R', '第 3 至 8 位'],
    ['11990123000000019P', '第 18 位'],
    ['11990132000000019R', '第 18 位'],
    // Right over all, wrong within: 437 + 1·30 + 8·28 = 691, mod 31 = 9, 22 is N.
    ['11990123000000018N', '第 17 位'],
  ])('%s: %s', (code, said) => {
    const message = checkCreditCode(code);
    if (said === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(said);
  });

  test('with one character mistaken for another is always caught', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (position, character) => {
        const right = '11990123000000019R';
        fc.pre(right[position] !== character);
        const wrong = right.slice(0, position) + character + right.slice(position + 1);
        expect(checkCreditCode(wrong)).toBeDefined();
      }),
    );
  });
});

describe('a code as somebody typed or copied it', () => {
  test.each([
    [' 11990123 00000001-9r ', '11990123000000019R'],
    ['１１９９０１２３０００００００１９Ｒ', '11990123000000019R'],
    ['\ufeff990123\u200b101000', '990123101000'],
    ['99 01 23—101－000', '990123101000'],
  ])('%j is %s', (written, code) => {
    expect(normaliseCode(written)).toBe(code);
  });
});
