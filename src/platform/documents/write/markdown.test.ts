import { describe, expect, it } from 'vitest';
import type { PrintableBlock } from '../../../kernel/printable-document.ts';
import { writeMarkdown } from './markdown.ts';

const written = (...blocks: PrintableBlock[]) => writeMarkdown({ title: '题', blocks });
const paragraph = (text: string): PrintableBlock => ({
  kind: 'paragraph',
  role: 'body',
  runs: [{ text, kind: 'plain' }],
});

describe('Markdown', () => {
  it('marks headings and parts paragraphs by empty lines', () => {
    expect(
      written(
        { kind: 'title', parts: ['石桥镇', '2024年报告'] },
        { kind: 'heading', level: 1, text: '一、总体情况' },
        {
          kind: 'paragraph',
          role: 'body',
          runs: [
            { text: '（一）公开。', kind: 'lead' },
            { text: '60条', kind: 'marked' },
            { text: '。', kind: 'plain' },
          ],
        },
        { kind: 'signature', lines: ['石桥镇', '2024年'] },
      ),
    ).toBe('# 石桥镇2024年报告\n\n## 一、总体情况\n\n（一）公开。**60条**。\n\n石桥镇  \n2024年\n');
  });

  it.each([
    ['费用*为0_元', '费用\\*为0\\_元'],
    ['A类<内部>文件', 'A类\\<内部\\>文件'],
    ['# 不是标题', '\\# 不是标题'],
    ['- 不是列表', '\\- 不是列表'],
    ['1. 不是列表', '1\\. 不是列表'],
    ['1.政府网站', '1.政府网站'],
    ['R&D 与 &amp;', 'R&D 与 \\&amp;'],
    ['见[附件]', '见\\[附件\\]'],
  ])('keeps %s from being taken for a mark', (text, wanted) => {
    expect(written(paragraph(text))).toBe(`${wanted}\n`);
  });

  it('repeats a label over several rows in each of them; a cell over several columns stands once', () => {
    expect(
      written({
        kind: 'table',
        name: '表',
        columns: [1, 1, 1],
        head: [
          [
            { text: '项目', header: 'column', columnSpan: 2 },
            { text: '总计', header: 'column' },
          ],
        ],
        groups: [
          [
            [{ text: '不予公开', header: 'row', rowSpan: 2 }, { text: '1.国家秘密', header: 'row' }, { text: '0' }],
            [{ text: '2.其他', header: 'row' }, { text: '甲|乙\n丙' }],
          ],
        ],
        density: 'normal',
      }),
    ).toBe(
      [
        '| 项目 |  | 总计 |',
        '| :---: | :---: | :---: |',
        '| 不予公开 | 1.国家秘密 | 0 |',
        '| 不予公开 | 2.其他 | 甲\\|乙<br>丙 |',
        '',
      ].join('\n'),
    );
  });

  it('writes a table for every group that has a caption and headers of its own', () => {
    expect(
      written({
        kind: 'table',
        name: '表',
        columns: [1, 1, 1],
        head: [],
        groups: [
          [
            [{ text: '第（一）项', header: 'column', columnSpan: 3 }],
            [
              { text: '信息内容', header: 'column' },
              { text: '制发', header: 'column' },
              { text: '废止', header: 'column' },
            ],
            [{ text: '规章', header: 'row' }, { text: '0' }, { text: '' }],
          ],
          [
            [{ text: '第（五）项', header: 'column', columnSpan: 3 }],
            [
              { text: '信息内容', header: 'column' },
              { text: '决定', header: 'column', columnSpan: 2 },
            ],
            [
              { text: '行政许可', header: 'row' },
              { text: '3', columnSpan: 2 },
            ],
          ],
        ],
        density: 'normal',
      }),
    ).toBe(
      [
        '**第（一）项**',
        '',
        '| 信息内容 | 制发 | 废止 |',
        '| :---: | :---: | :---: |',
        '| 规章 | 0 |  |',
        '',
        '**第（五）项**',
        '',
        '| 信息内容 | 决定 |',
        '| :---: | :---: |',
        '| 行政许可 | 3 |',
        '',
      ].join('\n'),
    );
  });
});
