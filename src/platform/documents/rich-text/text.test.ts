import { expect, it } from 'vitest';
import { blocksOf, picturesOf, textOfHtml } from './text.ts';

it.each([
  ['段落和标题各占一行', '<h2>一、依据</h2><p>为<strong>落实</strong>要求</p>', ['一、依据', '为落实要求']],
  ['列表每项一行，下级另起', '<ul><li>甲<ol><li>乙</li></ol></li></ul>', ['甲', '乙']],
  [
    '表格每行一行，单元格用制表符隔开',
    '<table><tr><td>甲</td><td><p>乙</p><p>丙</p></td></tr><tr><td>丁</td><td></td></tr></table>',
    ['甲\t乙 丙', '丁\t'],
  ],
  ['换行是空格', '<p>甲<br>乙</p>', ['甲 乙']],
  ['图片是它的名称', '<p><img src="attachment:0198a000-0000-7000-8000-000000000001" alt="规划图"></p>', ['规划图']],
  ['没有文字的不占行', '<p></p><hr><p><img src="attachment:0198a000-0000-7000-8000-000000000001" alt=""></p>', []],
  ['尖括号是文字', '<p>a &lt; b &amp;&amp; c</p>', ['a < b && c']],
])('%s', (_, html, lines) => {
  expect(blocksOf(html)).toEqual(lines);
  expect(textOfHtml(html)).toBe(lines.join('\n'));
});

it('正文用到哪些图片', () => {
  const [one, two] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'];
  const html = `<p><img src="attachment:${two}" alt="">一<img src="attachment:${one}" alt=""><img src="attachment:${two}" alt=""></p>`;
  expect(picturesOf(html)).toEqual([two, one]);
});
