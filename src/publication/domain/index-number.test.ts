import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../../kernel/plain-date.ts';
import { checkIndexTemplate, kindCodeOf, seriesOf, standardIndexTemplate, writeIndexNumber } from './index-number.ts';

const values = {
  creditCode: '11990123000000019R',
  divisionCode: '990123001000',
  day: '2026-03-02' as PlainDate,
  kindCode: '07',
};

describe('the 索引号', () => {
  test.each([
    [standardIndexTemplate, '11990123000000019R/2026-00035'],
    ['{credit-code}/{year}{month}-{serial:5}', '11990123000000019R/202603-00035'],
    ['{区划代码}-{类别}-{年}{月}{日}-{序号:4}', '990123001000-07-20260302-0035'],
    ['{division}/{kind}/{serial}', '990123001000/07/00035'],
    ['石桥〔{年}〕{序号:1}', '石桥〔2026〕35'],
  ])('by %s', (template, expected) => {
    expect(checkIndexTemplate(template)).toBeUndefined();
    expect(writeIndexNumber(template, values, 35)).toBe(expected);
  });

  test.each([
    ['{年}-{月}', /须有一个序号/],
    ['{序号}{序号}', /须有一个序号/],
    ['{年份}{序号:5}', /不认识“\{年份\}”/],
    ['{年:4}{序号:5}', /不认识/],
    ['{年} {序号:5}', /只能用/],
    ['<b>{序号:5}', /只能用/],
  ])('the template %s is refused', (template, message) => {
    expect(checkIndexTemplate(template)).toMatch(message);
  });

  test('its series is all of it but the serial', () => {
    expect(seriesOf(standardIndexTemplate, values)).toBe('11990123000000019R/2026-#');
  });

  test('two serials of one series never read the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(standardIndexTemplate, '{年}{序号:3}', '{类别}-{序号:1}'),
        fc.nat(200_000),
        fc.nat(200_000),
        (template, one, other) => {
          fc.pre(one !== other);
          expect(writeIndexNumber(template, values, one)).not.toBe(writeIndexNumber(template, values, other));
        },
      ),
    );
  });

  test.each([
    [7, '07'],
    [15, '15'],
    [undefined, '99'],
  ])('the 类别 of item %s of art. 20 is %s', (article20, code) => {
    expect(kindCodeOf(article20)).toBe(code);
  });
});
