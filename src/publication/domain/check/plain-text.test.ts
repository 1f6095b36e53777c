import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

describe('a text made ready for the checks', () => {
  test.each([
    ['全角数字', '１３８', '138'],
    ['零宽字符', '1\u200b3\u2060\ufeff8', '138'],
    ['软连字符', '138\u00ad1234', '1381234'],
    ['汉字之间的空格', '机　 密', '机密'],
    ['汉字与数字之间的空格留一个', '电话  138', '电话 138'],
    ['全角标点', '电话：（0990）', '电话:(0990)'],
    ['各种横线', '138–1234−5678', '138-1234-5678'],
    ['全角星号', '机密＊5年', '机密*5年'],
    ['数学粗体数字', '\u{1d7cf}\u{1d7d1}\u{1d7d6}', '138'],
  ])('%s', (_, original, plain) => {
    expect(plainText(original).text).toBe(plain);
  });

  const text = fc.array(
    fc.constantFrom('机', '密', ' ', '　', '\u200b', '１', '2', '：', 'a', '\n', '★', '\u{1d7cf}'),
    {
      maxLength: 40,
    },
  );

  test('every stretch of it leads back to the stretch of the original it was made of', () => {
    fc.assert(
      fc.property(text, (characters) => {
        const original = characters.join('');
        const plain = plainText(original);
        for (let at = 0; at < plain.text.length; at += 1) {
          const { start, end } = plain.locate(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          // What is cut out there reads the same: nothing shifts.
          expect(plainText(original.slice(start, end)).text).toBe(plain.text[at]);
        }
      }),
    );
  });

  test('stretches follow each other in the order of the original', () => {
    fc.assert(
      fc.property(text, (characters) => {
        const plain = plainText(characters.join(''));
        const starts = Array.from(plain.text, (_, at) => plain.locate(at, at + 1).start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }),
    );
  });
});
