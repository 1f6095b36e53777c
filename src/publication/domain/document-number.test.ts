import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDocumentNumber,
  correctDocumentNumber,
  documentNumberKey,
  parseDocumentNumber,
  writeDocumentNumber,
} from './document-number.ts';

const written = '石政发〔2026〕3号';

describe('a 发文字号 (GB/T 9704-2012): 机关代字、六角括号中的四位年份、不编虚位的顺序号、“号”', () => {
  test.each([written, '云府办函〔1999〕120号', '发改A〔2026〕1号'])('%s is right as it is', (number) => {
    expect(checkDocumentNumber(number)).toBeUndefined();
  });

  test.each([
    ['石政发[2026]3号', /六角括号/],
    ['石政发［2026］3号', /六角括号/],
    ['石政发(2026)3号', /六角括号/],
    ['石政发（2026）3号', /六角括号/],
    ['石政发【2026】3号', /六角括号/],
    ['石政发〈2026〉3号', /六角括号/],
    ['石政发2026年3号', /六角括号/],
    ['石政发〔26〕3号', /四位数字/],
    ['石政发〔2026〕第3号', /不加“第”字/],
    ['石政发〔2026〕03号', /不编虚位/],
    ['石政发〔2026〕3', /以“号”结尾/],
    ['石政发〔2026〕3号。', /以“号”结尾/],
    ['石政发〔２０２６〕３号', /半角/],
    ['石政发 〔2026〕 3 号', /不空格/],
    ['石政发（2026）第03号', /六角括号/],
  ])('%s is told and offered as it should be', (number, reason) => {
    const fault = checkDocumentNumber(number);
    expect(fault?.message).toMatch(reason);
    expect(fault?.suggestion).toBe(written);
  });

  test.each([
    '',
    '第3号',
    '〔2026〕3号',
    '石政发〔2026〕0号',
    '石政发〔2126〕3号',
    '石政办〔2026〕3号、柳政办〔2026〕5号',
  ])('of %j nothing is offered: nobody can tell what is meant', (number) => {
    const fault = checkDocumentNumber(number);
    expect(fault?.message).toMatch(/应写成“石政发〔2026〕3号”的样子/);
    expect(fault?.suggestion).toBeUndefined();
  });
});

test.each([
  ['石政发[2026] 03号', '石政发20263'],
  ['石政发〔2019〕27000号', '石政发201927000'],
  ['石政发〔1920〕0120号', '石政发1920120'],
])('%s is found by %s: zeros are taken only from before the serial', (number, key) => {
  expect(documentNumberKey(number)).toBe(key);
});

const parts = fc.record({
  organ: fc.stringMatching(/^[\u4e00-\u9fa5A-Za-z]{1,8}$/).filter((organ) => !organ.endsWith('第')),
  year: fc.integer({ min: 1900, max: 2099 }),
  serial: fc.integer({ min: 1, max: 99_999 }),
});

test('what is written from its parts is parsed into the same parts', () => {
  fc.assert(
    fc.property(parts, (number) => {
      expect(parseDocumentNumber(writeDocumentNumber(number))).toEqual(number);
    }),
  );
});

test('whatever brackets, blanks, zeros and 第 somebody writes, the same number comes out and is right', () => {
  const brackets = fc.constantFrom(['[', ']'], ['（', '）'], ['【', '】'], ['〔', '〕'], ['', ''], ['〈', '〉']);
  const blank = fc.constantFrom('', ' ', '　');
  fc.assert(
    fc.property(
      parts,
      brackets,
      blank,
      fc.constantFrom('', '第'),
      fc.constantFrom('', '0', '00'),
      fc.boolean(),
      (number, [open, close], space, ordinal, zeros, ended) => {
        const separator = open === '' ? '-' : '';
        const loose = `${number.organ}${open}${number.year}${close}${separator}${space}${ordinal}${zeros}${number.serial}${ended ? '号' : ''}`;
        const corrected = correctDocumentNumber(loose);
        expect(corrected).toBe(writeDocumentNumber(number));
        expect(checkDocumentNumber(corrected ?? '')).toBeUndefined();
        // Only with brackets or without: the separator that stands for them is not part of the number.
        if (separator === '') expect(documentNumberKey(loose)).toBe(documentNumberKey(corrected ?? ''));
      },
    ),
  );
});

test('of anything at all nothing that is wrong is offered', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (anything) => {
      const { suggestion } = checkDocumentNumber(anything) ?? {};
      if (suggestion !== undefined) expect(checkDocumentNumber(suggestion)).toBeUndefined();
    }),
  );
});
