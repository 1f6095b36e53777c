import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forbiddenIn } from './index.ts';
import { isPersonName, maskName } from './names.ts';
import { maskAddress } from './personal/address.ts';
import { hasBirthday, isCreditCode, isIdNumber, isOldIdNumber, passesLuhn } from './personal/numbers.ts';

describe('numbers by their check digits', () => {
  test.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['110105194912310021', false],
    ['11010519490231002X', false],
    ['01010519491231002X', false],
    ['1101051949123100', false],
  ])('身份证号码 %s: %s', (number, is) => {
    expect(isIdNumber(number)).toBe(is);
  });

  test.each([
    ['330326680512001', true],
    ['330326681312001', false],
    ['990326680512001', false],
  ])('旧身份证号码 %s: %s', (number, is) => {
    expect(isOldIdNumber(number)).toBe(is);
  });

  test.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100O000100Y43', false],
  ])('统一社会信用代码 %s: %s', (code, is) => {
    expect(isCreditCode(code)).toBe(is);
  });

  test('银行卡 6222020000000000000 passes, with any other last digit it does not', () => {
    const passing = Array.from({ length: 10 }, (_, digit) => `622202000000000000${digit}`).filter(passesLuhn);
    expect(passing).toEqual(['6222020000000000000']);
  });

  test('one wrong digit in a 身份证号码 never goes unnoticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'11010519491231002X'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(isIdNumber(digits.join(''))).toBe(false);
      }),
    );
  });

  test('a birthday is a day there was', () => {
    expect(hasBirthday('110105194902290021')).toBe(false);
    expect(hasBirthday('110105194802290021')).toBe(true);
  });
});

describe('masks (永安 2022: address to the township; names to the family name)', () => {
  test.each([
    ['云溪县石桥镇桥东村3组12号', '云溪县石桥镇****'],
    ['石桥镇桥东村3组12号', '石桥镇****'],
    ['城关镇人民路街道5号楼2单元301室', '城关镇人民路街道****'],
    ['桥东村3组12号', '****'],
  ])('%s becomes %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  test.each([
    ['李小云', true, '李某'],
    ['欧阳静', true, '欧阳某'],
    ['合计', false, ''],
    ['李某', false, ''],
    ['石桥镇人民政府', false, ''],
    ['阿依古丽·买买提', true, '阿某某'],
  ])('%s is a name: %s', (text, is, masked) => {
    expect(isPersonName(text)).toBe(is);
    if (is) expect(maskName(text)).toBe(masked);
  });
});

describe('a full 身份证号码 is found however it is written', () => {
  const number = '11010519491231002X';
  const inRow = (row: string) => [...number].map((sign) => [...row][Number(sign)] ?? sign).join('');
  test.each([
    ['in one', number],
    ['behind letters', `ID${number}`],
    ['before letters', `${number}Y`],
    ['twice without a gap', number + number],
    ['over two lines', '1101051949\n1231002X'],
    ['with points', '110105.19491231.002X'],
    ['with middle dots', '110105·19491231·002X'],
    ['with strokes', '110105/19491231/002X'],
    ['with low lines', '110105_19491231_002X'],
    ['with spaced hyphens', '110105 - 19491231 - 002X'],
    ['with dashes', '110105—19491231—002X'],
    ['with commas', '110105，19491231，002X'],
    ['with brackets', '110105（19491231）002X'],
    ['with accents', [...number].join('\u0301')],
    ['behind the number of a line', `1、${number}`],
    ['in small raised digits', inRow('⁰¹²³⁴⁵⁶⁷⁸⁹')],
    ['in circled digits', inRow('⓪①②③④⑤⑥⑦⑧⑨')],
    ['in digits of another writing', inRow('٠١٢٣٤٥٦٧٨٩')],
    ['with a Cyrillic Х', number.replace('X', 'Х')],
    ['with a sign for times', number.replace('X', '×')],
    ['with a Roman ten', number.replace('X', 'Ⅹ')],
    ['in Chinese numerals', inRow('〇一二三四五六七八九')],
    ['in Chinese numerals with 零', inRow('零一二三四五六七八九')],
    ['in capital numerals', inRow('零壹贰叁肆伍陆柒捌玖')],
    ['in old numerals', inRow('零壹貳參肆伍陸柒捌玖')],
    ['in Chinese numerals with commas', [...inRow('〇一二三四五六七八九')].join('、')],
    ['in digits and Chinese numerals mixed', `一一〇一〇五${number.slice(6)}`],
    ['in bracketed digits', inRow('0⑴⑵⑶⑷⑸⑹⑺⑻⑼')],
    ['in bracketed numerals', inRow('〇㈠㈡㈢㈣㈤㈥㈦㈧㈨')],
    ['in black circles', inRow('⓿❶❷❸❹❺❻❼❽❾')],
    ['in Thai digits', inRow('๐๑๒๓๔๕๖๗๘๙')],
    ['in Mongolian digits', inRow('᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙')],
    ['backwards behind a sign that turns it', `\u202e${[...number].reverse().join('')}\u202c`],
    ['in Chinese numerals backwards', `\u202e${[...inRow('〇一二三四五六七八九')].reverse().join('')}`],
    ['with signs of direction between', [...number].join('\u202d\u2066\u200f')],
    ['with signs nobody sees between', [...number].join('\u{e0020}\u{e0100}\u2064\u3164')],
    ['with blanks of Braille between', [...number].join('\u2800\u2800\u2800\u2800')],
    ['with many accents', [...number].join('\u0301\u0302\u0303\u0304\u0305')],
  ])('%s', (_, written) => {
    expect(forbiddenIn(`张三，${written}，石桥镇人`)).toEqual(['居民身份证号码']);
  });

  test.each([
    '2024年投入1,101,051,949元、1,231,002元',
    '订单1101051949123100210',
    '110105********002X',
    '第110105号',
    '一一〇一〇五一九四九一二三一〇〇二一',
    '壹拾壹万零壹佰零伍元',
    '二〇二四年一月一日至二〇二五年十二月三十一日',
    'X20013219491501011',
  ])('what is none stays: %s', (written) => {
    expect(forbiddenIn(written)).toEqual([]);
  });
});
