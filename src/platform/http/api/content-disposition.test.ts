import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test.each([
  ['年报.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf`],
  ['report (1).pdf', `attachment; filename="report (1).pdf"; filename*=UTF-8''report%20%281%29.pdf`],
  [`a"b\\c%d'e.txt`, `attachment; filename="a_b_c_d'e.txt"; filename*=UTF-8''a%22b%5Cc%25d%27e.txt`],
])('%s', (fileName, header) => {
  expect(contentDisposition('attachment', fileName)).toBe(header);
});

test('whatever a file is called, the header holds its name and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (fileName) => {
      const header = contentDisposition('inline', fileName);
      const [, plain = '?', encoded = '?'] =
        /^inline; filename="([^"\\]*)"; filename\*=UTF-8''([A-Za-z0-9%._~!-]*)$/.exec(header) ?? [];
      expect(plain).toMatch(/^[\x20-\x7e]*$/);
      expect(decodeURIComponent(encoded)).toBe(fileName.toWellFormed());
    }),
  );
});
