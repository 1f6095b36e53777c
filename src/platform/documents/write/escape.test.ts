import { expect, it } from 'vitest';
import { escapeXml, printableText } from './escape.ts';

it.each([
  ['a<b>&"c"', 'a&lt;b&gt;&amp;&quot;c&quot;'],
  ['第\u0001一\u000b行', '第一行'],
  ['𠮷\ud842\udfff', '𠮷\u{20bff}'],
  ['半\ud842个\udfb7', '半个'],
  ['制\t表\n行', '制\t表\n行'],
])('%j is written as %j', (text, written) => {
  expect(escapeXml(text)).toBe(written);
});

it('plain text keeps its marks', () => {
  expect(printableText('<&>\ufffe')).toBe('<&>');
});
