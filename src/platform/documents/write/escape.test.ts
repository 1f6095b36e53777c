import { expect, it } from 'vitest';
import { escapeXml, printable } from './escape.ts';

it('marks of XML are escaped', () => {
  expect(escapeXml('a<b>&"c"')).toBe('a&lt;b&gt;&amp;&quot;c&quot;');
});

it.each([
  ['第\u0001一\u000b行', '第一行'],
  ['𠮷\ud842\udfff', '𠮷\u{20bff}'],
  ['半\ud842个\udfb7', '半个'],
  ['制\t表\n行', '制\t表\n行'],
  ['<&>\ufffe', '<&>'],
])('of %j every file can hold %j', (text, wanted) => {
  expect(printable({ rows: [[text], 3, null] })).toEqual({ rows: [[wanted], 3, null] });
});
