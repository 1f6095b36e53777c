import type { OrganKind } from './organ.ts';

/** How far down a 区划代码 reaches. */
export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

const levelNames: Readonly<Record<DivisionLevel, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  township: '乡级',
  village: '村级',
};

/** How many digits say something at each level; the rest are zeros. */
const significant: Readonly<Record<DivisionLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

/**
 * The level of a 12-digit 区划代码, or undefined when there is none of this form.
 *
 * The twelve digits are 2 for the province, 2 for the city, 2 for the county (GB/T 2260-2007), 3 for the
 * township (GB/T 10114-2003) and 3 for the village (统计用区划代码); every digit has such a meaning,
 * there is no check digit. What stands below the level is zeros. Only 不设区的市 have townships with no county
 * between (441900003000). Which codes are given out is not checked: the list changes every year.
 *
 * @example findDivisionLevel('990123101000') // 'township'
 * @example findDivisionLevel('990123000201') // undefined: a village of no township
 */
export function findDivisionLevel(code: string): DivisionLevel | undefined {
  const [, province = '', city = '', county = '', township = '', village = ''] =
    /^(\d{2})(\d{2})(\d{2})(\d{3})(\d{3})$/.exec(code) ?? [];
  const given = (digits: string) => /[1-9]/.test(digits);
  if (!given(province)) return undefined;
  if (given(village)) return given(township) && given(city) ? 'village' : undefined;
  if (given(township)) return given(city) ? 'township' : undefined;
  if (given(county)) return given(city) ? 'county' : undefined;
  return given(city) ? 'city' : 'province';
}

/**
 * Whether a division is another one or lies in it.
 *
 * @example isDivisionWithin('990123101201', '990123101000') // true
 * @example isDivisionWithin('990123101000', '990124000000') // false
 */
export function isDivisionWithin(code: string, outer: string): boolean {
  const level = findDivisionLevel(outer);
  return level !== undefined && code.startsWith(outer.slice(0, significant[level]));
}

/** The level the code of an organ must have; a department or station has the code of where it is. */
const levelOf: Partial<Record<OrganKind, DivisionLevel>> = {
  province: 'province',
  city: 'city',
  county: 'county',
  township: 'township',
  village: 'village',
};

/**
 * What is wrong with the 区划代码 of an organ, as a sentence for the person at the desk; undefined when nothing is.
 *
 * @param parentCode the code of the organ above, when it has one
 * @example checkDivisionCode('990123101201', 'township') // '乡镇（街道）应填乡级区划代码…'
 */
export function checkDivisionCode(code: string, kind: OrganKind, parentCode?: string): string | undefined {
  if (!/^\d{12}$/.test(code)) return `区划代码应为 12 位数字，现为 ${code.length} 位，请核对。`;
  const level = findDivisionLevel(code);
  if (!level) return '区划代码的结构不对：应为省、市、县各 2 位，乡、村各 3 位，以下各级补 0，请核对。';
  const expected = levelOf[kind];
  if (expected && level !== expected) {
    return `此类机构应填${levelNames[expected]}区划代码（前 ${significant[expected]} 位有值，其余补 0），现填的是${levelNames[level]}代码。`;
  }
  if (parentCode && !isDivisionWithin(code, parentCode)) {
    return `区划代码与上级机构的代码 ${parentCode} 不一致：应以 ${parentCode.slice(0, significant[findDivisionLevel(parentCode) ?? 'village'])} 开头。`;
  }
  return undefined;
}
