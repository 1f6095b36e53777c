import { describe, expect, test } from 'vitest';
import { checkField, disclosureDuties, normaliseField, type OrganProfile } from './organ-profile.ts';

describe('a field of an organ', () => {
  test.each<[keyof OrganProfile, string, string | undefined]>([
    ['siteCode', '9901230001', undefined],
    ['siteCode', 'bm12345678', undefined],
    ['siteCode', '990123000', '网站标识码应为 10 位数字'],
    ['siteCode', 'bm1234567', '网站标识码应为 10 位数字'],
    ['phone', '0999-1234567', undefined],
    ['phone', '0999-1234567转801、13800000000（值班）', undefined],
    ['phone', '+86 999 1234567', undefined],
    ['phone', '请打总机', '号码应写成'],
    ['phone', '0999-1234567 ext', '号码应写成'],
    ['email', 'xxgk@yunxi.example', undefined],
    ['email', 'xxgk@yunxi', '邮箱应写成'],
    ['email', 'a b@yunxi.example', '邮箱应写成'],
    ['website', 'https://yunxi.example/col/1.html', undefined],
    ['website', 'javascript:alert(1)', '网址应以 http'],
    ['website', 'yunxi.example', '网址应以 http'],
    ['postcode', '064000', undefined],
    ['postcode', '64000', '邮政编码应为 6 位数字'],
    ['address', '甲'.repeat(200), undefined],
    ['address', '甲'.repeat(201), '地址不能超过 200 个字，现有 201 个字'],
    ['creditCode', '11990123000000019P', '第 18 位'],
    ['divisionCode', '990124101000', '应以 990123 开头'],
    ['disclosureOffice', '', undefined],
  ])('%s “%s”: %s', (key, value, said) => {
    const message = checkField(key, value, { kind: 'township', parentDivisionCode: '990123000000' });
    if (said === undefined) expect(message).toBeUndefined();
    else expect(message).toContain(said);
  });

  test.each<[keyof OrganProfile, string, string]>([
    ['siteCode', ' BM1234 5678 ', 'bm12345678'],
    ['creditCode', '11990123-00000001-9r', '11990123000000019R'],
    ['address', '  人民路\n 1 号 ', '人民路 1 号'],
  ])('%s “%s” is kept as “%s”', (key, written, kept) => {
    expect(normaliseField(key, written)).toBe(kept);
  });
});

test('the office in charge has the five duties of article 4', () => {
  expect(disclosureDuties.map(({ key }) => key)).toEqual(['handle', 'maintain', 'compile', 'review', 'other']);
});
