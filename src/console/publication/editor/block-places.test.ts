import { getSchema } from '@tiptap/core';
import { expect, it } from 'vitest';
import { rangeOf } from './block-places.ts';
import { extensions } from './extensions.ts';

const schema = getSchema(extensions);
const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const cell = (...content: object[]) => ({ type: 'tableCell', content });

const written = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('一、依据')] },
    paragraph(),
    paragraph(
      text('甲'),
      { type: 'hardBreak' },
      text('乙'),
      { type: 'image', attrs: { src: 'attachment:x' } },
      text('丙13812345678丁'),
    ),
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [cell(paragraph(text('张三'))), cell(paragraph()), cell(paragraph(text('三组')))],
        },
      ],
    },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('末项'))] }] },
  ],
});

/** What stands at a place, as the editor finds it. */
const at = (block: number, start: number, end: number): string | undefined => {
  const range = rangeOf(written, { block, start, end });
  return range && written.textBetween(range.from, range.to);
};

it.each([
  ['标题是第一段', 0, 0, 4, '一、依据'],
  ['空段落不算，换行算一个字，图片不算', 1, 4, 15, '13812345678'],
  ['换行之前', 1, 0, 1, '甲'],
  ['每个有字的单元格是一段', 2, 0, 2, '张三'],
  ['空单元格不算', 3, 0, 1, '三'],
  ['列表的每一项是一段', 4, 0, 2, '末项'],
])('%s', (_, block, start, end, words) => {
  expect(at(block, start, end)).toBe(words);
});

it.each([
  ['已经没有这一段', 5, 0, 1],
  ['这一段变短了', 0, 2, 9],
  ['没有长度', 0, 1, 1],
])('%s：不标出', (_, block, start, end) => {
  expect(at(block, start, end)).toBeUndefined();
});
