import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, type Decimal, decimalText, findDecimal, percentChange, subtract } from './decimal.ts';

const decimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
  scale: fc.integer({ min: 0, max: 8 }),
});
const known = (text: string): Decimal => findDecimal(text) ?? { units: -999n, scale: 0 };

test.each([
  ['4', '4'],
  ['4.00', '4'],
  ['12.350', '12.35'],
  ['-0.5', '-0.5'],
  ['0.0001', '0.0001'],
  ['007', '7'],
  ['-0', '0'],
  ['23246297.53', '23246297.53'],
])('金额 %s 写回为 %s', (written, expected) => {
  expect(decimalText(known(written))).toBe(expected);
});

test.each(['', ' ', '4,000', '1e3', '+4', '.5', '5.', '１２', '4元', '--4', '1.2.3', '9'.repeat(41)])(
  '不是纯数字的不当作数：%j',
  (written) => {
    expect(findDecimal(written)).toBeUndefined();
  },
);

describe('加减比较都是精确的', () => {
  test('0.1 加 0.2 等于 0.3', () => {
    expect(decimalText(add(known('0.1'), known('0.2')))).toBe('0.3');
  });

  test('任意两数：先加后减不变，次序不影响和，比较与差的符号一致', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(add(a, b), add(b, a))).toBe(0);
        const difference = subtract(a, b).units;
        expect(compare(a, b)).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
    );
  });

  test('任意数写成文字再读回相等', () => {
    fc.assert(fc.property(decimal, (a) => compare(known(decimalText(a)), a) === 0));
  });
});

test.each([
  ['156', '120', '30'],
  ['1', '3', '-66.7'],
  ['2', '3', '-33.3'],
  ['0', '40', '-100'],
  ['1005', '1000', '0.5'],
  ['10005', '10000', '0.1'],
  ['9995', '10000', '-0.1'],
  ['12.35', '10', '23.5'],
])('%s 比 %s 变化百分之 %s', (now, before, expected) => {
  expect(percentChange(known(now), known(before))).toBe(expected);
});

test('以 0 或负数为底没有百分比', () => {
  expect(percentChange(known('5'), known('0'))).toBeUndefined();
  expect(percentChange(known('5'), known('-1'))).toBeUndefined();
});
