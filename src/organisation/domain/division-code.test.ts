import { describe, expect, test } from 'vitest';
import { checkDivisionCode, findDivisionLevel, isDivisionWithin } from './division-code.ts';

describe('the level of a 区划代码 (GB/T 2260-2007, GB/T 10114-2003)', () => {
  test.each([
    ['990000000000', 'province'],
    ['990100000000', 'city'],
    ['990123000000', 'county'],
    ['990123101000', 'township'],
    ['990123101201', 'village'],
    // 不设区的市 have townships right below the city.
    ['990100003000', 'township'],
    ['990100003201', 'village'],
    ['000000000000', undefined],
    ['000123101000', undefined],
    ['990023000000', undefined],
    ['990000101000', undefined],
    ['990123000201', undefined],
    ['99012310100', undefined],
    ['9901231010000', undefined],
    ['99012310100A', undefined],
  ])('%s is %s', (code, level) => {
    expect(findDivisionLevel(code)).toBe(level);
  });
});

describe('a division lies in another one', () => {
  test.each([
    ['990123101201', '990123101000', true],
    ['990123101201', '990123000000', true],
    ['990123101201', '990000000000', true],
    ['990123101000', '990123101000', true],
    ['990123101000', '990123102000', false],
    ['990124101000', '990123000000', false],
    ['990123000000', '990123101000', false],
    ['990123000000', 'nothing', false],
  ])('%s in %s: %s', (code, outer, lies) => {
    expect(isDivisionWithin(code, outer)).toBe(lies);
  });
});

describe('the 区划代码 of an organ', () => {
  test.each([
    ['990123000000', 'county', undefined, undefined],
    ['990123101000', 'township', '990123000000', undefined],
    ['990123101201', 'village', '990123101000', undefined],
    // A department or station has the code of where it is.
    ['990123000000', 'department', '990123000000', undefined],
    ['990123101000', 'station', '990123000000', undefined],
    ['99012310100', 'township', undefined, '现为 11 位'],
    ['990123101201', 'township', '990123000000', '应填乡级区划代码（前 9 位有值，其余补 0），现填的是村级代码'],
    ['990123000000', 'village', undefined, '应填村级'],
    ['990123000201', 'village', undefined, '结构不对'],
    ['990124101000', 'township', '990123000000', '应以 990123 开头'],
    ['990123102201', 'village', '990123101000', '应以 990123101 开头'],
  ] as const)('%s of a %s below %s: %s', (code, kind, parentCode, said) => {
    const message = checkDivisionCode(code, kind, parentCode);
    if (said === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(said);
  });
});
