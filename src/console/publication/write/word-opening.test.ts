import { describe, expect, it } from 'vitest';
import { readOpening } from './word-opening.ts';

describe('从 Word 带入的正文：开头的标题和文号归入各自的栏目', () => {
  it.each([
    [
      '标题在前，文号在后',
      '<h2>关于停水的通告</h2><p>石政〔2026〕6号</p><p>各村：</p>',
      { title: '关于停水的通告', documentNumber: '石政〔2026〕6号', html: '<p>各村：</p>' },
    ],
    [
      '文号在前，标题是普通段落，带加粗和空行',
      '<p>石政规〔2026〕6号</p><p></p><p><strong>石桥镇关于印发管护办法的通知</strong></p><p>正文。</p>',
      { title: '石桥镇关于印发管护办法的通知', documentNumber: '石政规〔2026〕6号', html: '<p>正文。</p>' },
    ],
    [
      '标题带“试行”',
      '<p>石桥镇公厕管护办法（试行）</p><p>一</p>',
      { title: '石桥镇公厕管护办法（试行）', html: '<p>一</p>' },
    ],
    ['标题中的特殊字符还原', '<h2>A&amp;B 通知</h2><p>一</p>', { title: 'A&B 通知', html: '<p>一</p>' }],
  ])('%s', (_, html, expected) => {
    expect(readOpening(html)).toEqual(expected);
  });

  it.each([
    ['开头是抬头', '<p>各村（社区）：</p><p>现将通知如下。</p>'],
    ['开头是一句话', '<p>根据《通知》，现公布如下。</p>'],
    ['只有文号没有标题', '<p>石政〔2026〕6号</p><p>各村：</p>'],
    ['开头是表格', '<table><tbody><tr><td>通知</td></tr></tbody></table><h2>关于停水的通告</h2>'],
    ['开头是图片', '<p><img src="attachment:1" alt=""></p><h2>关于停水的通告</h2>'],
    ['空的正文', ''],
  ])('不是标题的不动：%s', (_, html) => {
    expect(readOpening(html)).toEqual({ html });
  });
});
