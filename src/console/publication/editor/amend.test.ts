import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { expect, it } from 'vitest';
import { amend, findAmendments } from './amend.ts';
import { extensions } from './extensions.ts';
import { openEnd, withoutEnd } from './text-end.ts';

const schema = getSchema(extensions);
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const table = (...words: string[]) => ({
  type: 'table',
  content: words.map((each) => ({
    type: 'tableRow',
    content: [{ type: 'tableCell', content: [paragraph(text(each))] }],
  })),
});
const written = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content });
const wordsOf = (state: EditorState): string => state.doc.textBetween(0, state.doc.content.size, '\n');

const saved = written(
  paragraph(text('电话13812345678，13987654321。')),
  paragraph(text('中间')),
  table('张三110101', '末'),
);
const masked = written(
  paragraph(text('电话138****5678，139****4321。')),
  paragraph(text('中间')),
  table('张三******', '末'),
);

it('掩码放进正文，别处一字不动', () => {
  const state = EditorState.create({ doc: saved });
  const { tr } = state;
  const after = state.apply(amend(tr, saved, findAmendments(saved, masked), state.tr.mapping));
  expect(after.doc.eq(masked)).toBe(true);
});

it.each([
  ['写在前面', 1, '甲', '甲电话138****5678，139****4321。\n中间\n张三******\n末'],
  ['写在要掩码的一段末尾', 27, '甲', '电话138****5678，139****4321。甲\n中间\n张三******\n末'],
  ['写在中间一段', 30, '甲', '电话138****5678，139****4321。\n中甲间\n张三******\n末'],
  ['写在要掩码的数字里：写的留着，那一段不动', 10, '甲', '电话1381234甲5678，13987654321。\n中间\n张三******\n末'],
])('掩码途中%s，不丢', (_, at, words, expected) => {
  const state = EditorState.create({ doc: saved });
  const typing = state.tr.insertText(words, at);
  const typed = state.apply(typing);
  const after = typed.apply(amend(typed.tr, saved, findAmendments(saved, masked), typing.mapping));
  expect(wordsOf(after)).toBe(expected);
});

it('改正可以变长变短，同样的字不会多出来', () => {
  const before = written(paragraph(text('二00年'), text('第一', 'bold'), text('条')));
  const corrected = written(paragraph(text('二000年'), text('第一', 'bold'), text('条')));
  for (const [one, other] of [
    [before, corrected],
    [corrected, before],
  ] as const) {
    const state = EditorState.create({ doc: one });
    const after = state.apply(amend(state.tr, one, findAmendments(one, other), state.tr.mapping));
    expect(after.doc.eq(other)).toBe(true);
  }
});

it('段落多了少了，也改成后来的样子', () => {
  const fewer = written(paragraph(text('电话138****5678')));
  const state = EditorState.create({ doc: saved });
  const after = state.apply(amend(state.tr, saved, findAmendments(saved, fewer), state.tr.mapping));
  expect(after.doc.eq(fewer)).toBe(true);
});

it.each([
  ['表格', table('一'), true],
  ['分隔线', { type: 'horizontalRule' }, true],
  ['带图题的图片', { type: 'figure', attrs: { src: 'attachment:x' }, content: [{ type: 'caption' }] }, true],
  ['段落', paragraph(text('一')), false],
  ['列表', { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('一'))] }] }, false],
])('正文以%s结尾：后面总有可写的地方', (_, block, isAdded) => {
  const state = EditorState.create({ doc: written(paragraph(text('甲')), block) });
  const opened = openEnd(state.tr);
  expect(opened !== undefined).toBe(isAdded);
  if (opened) expect(opened.doc.lastChild?.type.name).toBe('paragraph');
});

it('只为光标留的空段不保存', () => {
  expect(withoutEnd('<p>甲</p><table></table><p></p>')).toBe('<p>甲</p><table></table>');
  expect(withoutEnd('<p></p><p>甲</p>')).toBe('<p></p><p>甲</p>');
  expect(withoutEnd('<p></p>')).toBe('');
});
