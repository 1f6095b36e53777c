import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySpans } from './apply.ts';
import { editHtml, readHtml } from './rich-text.ts';

const texts = (html: string) => readHtml(html).blocks.map(({ text }) => text);

describe('a text in HTML as blocks of words', () => {
  test.each([
    ['段落里的格式不断开文字', '<p>电话<strong>138</strong><em>1234</em></p>', ['电话1381234']],
    ['空段落不算', '<p>一</p><p></p><p> </p><p>二</p>', ['一', '二']],
    ['列表和里面的列表', '<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>', ['甲', '乙', '丙']],
    ['换行算一个字', '<p>甲<br>乙</p>', ['甲\n乙']],
    ['实体', '<p>A&amp;B&nbsp;&lt;C&gt;&#20013;</p>', ['A&B\u00a0<C>中']],
    ['图片不占字', '<p>甲<img src="attachment:x" alt="乙">丙</p>', ['甲丙']],
    ['属性里的大于号', '<p>甲<a href="https://a.gov.cn/?b>c">乙</a></p>', ['甲乙']],
    ['表格每格一块', '<table><tr><th>甲</th><td>乙</td></tr></table>', ['甲', '乙']],
  ])('%s', (_, html, blocks) => {
    expect(texts(html)).toEqual(blocks);
  });

  test('merged cells leave the others in their columns', () => {
    const { blocks, tables } = readHtml(
      '<table><tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    );
    expect(tables).toEqual([{ rows: 2, columns: 3, title: '' }]);
    expect(blocks.map(({ cell }) => `${cell?.row}.${cell?.column}`)).toEqual(['0.0', '0.1', '1.1', '1.2']);
  });

  test('links and pictures with the place they stand at', () => {
    const { links, pictures } = readHtml(
      '<p>见<a href="https://a.gov.cn/x?a=1&amp;b=2">原文</a><img src="attachment:1" alt=""></p>',
    );
    expect(links).toEqual([{ href: 'https://a.gov.cn/x?a=1&b=2', block: 0, start: 1, end: 3 }]);
    expect(pictures).toEqual([{ alt: '', block: 0 }]);
  });
});

describe('putting other words in the place of some', () => {
  test.each([
    ['在格式里断开的', '<p>电话138<b>1234</b>5678。</p>', { start: 2, end: 13 }, '<p>电话138****5678<b></b>。</p>'],
    ['里面有实体', '<p>A&amp;B号</p>', { start: 0, end: 3 }, '<p>138****5678号</p>'],
    ['只在第二段', '<p>甲</p><p>乙丙</p>', { block: 1, start: 0, end: 1 }, '<p>甲</p><p>138****5678丙</p>'],
  ])('%s', (_, html, edit, expected) => {
    expect(editHtml(html, [{ block: 0, ...edit, replacement: '138****5678' }])).toBe(expected);
  });

  test('what is put in cannot become a tag', () => {
    expect(editHtml('<p>甲乙</p>', [{ block: 0, start: 0, end: 1, replacement: '<b>' }])).toBe('<p>&lt;b&gt;乙</p>');
  });

  const inline = fc.constantFrom('甲', '乙1', '<b>丙</b>', '&amp;', '<br>', '<a href="https://a.gov.cn">丁</a>', ' ');
  const html = fc
    .array(fc.array(inline, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    .map((blocks) => blocks.map((pieces) => `<p>${pieces.join('')}</p>`).join(''));

  test('the words change as in plain text, and every tag stays', () => {
    fc.assert(
      fc.property(html, fc.nat(), fc.nat(), fc.nat(), (source, which, from, length) => {
        const { blocks } = readHtml(source);
        fc.pre(blocks.length > 0);
        const block = which % blocks.length;
        const text = blocks[block]?.text ?? '';
        const start = from % text.length;
        const end = Math.min(text.length, start + 1 + (length % 5));
        const edited = editHtml(source, [{ block, start, end, replacement: '＊' }]);
        expect(readHtml(edited).blocks[block]?.text).toBe(`${text.slice(0, start)}＊${text.slice(end)}`);
        const tags = (each: string) => each.match(/<\/?[a-z][^>]*>/g)?.filter((tag) => tag !== '<br>');
        expect(tags(edited)).toEqual(tags(source));
      }),
    );
  });
});

describe('one click on several findings', () => {
  const text = {
    title: '李小云13812345678',
    summary: '',
    bodyHtml: '<p>13812345678和13912345678</p>',
    fields: { contact: '电话13812345678', lines: ['甲', '电话13812345678'], amount: 13812345678 },
  };

  test('changes title, body and fields, and only what is asked for', () => {
    const mask = '138****5678';
    expect(
      applySpans(text, [
        { place: { part: 'title' }, start: 3, end: 14, replacement: mask },
        { place: { part: 'body', block: 0 }, start: 0, end: 11, replacement: mask },
        { place: { part: 'field', field: 'contact', label: '' }, start: 2, end: 13, replacement: mask },
        { place: { part: 'field', field: 'lines', label: '' }, start: 4, end: 15, replacement: mask },
        {
          place: { part: 'attachment', attachmentId: 'x', name: '', piece: '', hidden: false },
          start: 0,
          end: 1,
          replacement: '',
        },
      ]),
    ).toEqual({
      title: `李小云${mask}`,
      bodyHtml: `<p>${mask}和13912345678</p>`,
      fields: { contact: `电话${mask}`, lines: ['甲', `电话${mask}`], amount: 13812345678 },
    });
  });

  test('of two over each other the wider one counts', () => {
    const changed = applySpans(text, [
      { place: { part: 'body', block: 0 }, start: 0, end: 3, replacement: 'x' },
      { place: { part: 'body', block: 0 }, start: 0, end: 11, replacement: 'y' },
    ]);
    expect(changed.bodyHtml).toBe('<p>y和13912345678</p>');
  });
});
