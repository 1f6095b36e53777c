import { describe, expect, it } from 'vitest';
import { formatNumber } from './number-formats.ts';

describe('编号的写法', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1001, '一千零一'],
    ['japaneseCounting', 12, '十二'],
    ['ideographDigital', 105, '一〇五'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['upperRoman', 14, 'XIV'],
    ['lowerRoman', 9, 'ix'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 2, 'b'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalEnclosedParen', 1, '⑴'],
    ['decimalEnclosedFullstop', 1, '⒈'],
    ['decimalFullWidth', 10, '１０'],
    ['none', 3, ''],
    ['没有见过的写法', 7, '7'],
    ['chineseCounting', 0, '0'],
  ])('%s %i → %s', (format, value, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
