import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../kernel/neutral-document.ts';
import { readDocument } from './read-document.ts';

const read = async (content: string, name = '年报.txt') => {
  const result = await readDocument({ name, bytes: Buffer.from(content) });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

const linesOf = async (content: string, name?: string) =>
  (await read(content, name)).blocks.map((block) => (block as Paragraph).text);

describe('纯文本：一行一段，制表符、竖线、行首空格和空行照样留着', () => {
  it.each([
    ['Windows 换行', '规章\t0\t0\r\n\r\n行政许可\t37\r\n'],
    ['Unix 换行', '规章\t0\t0\n\n行政许可\t37\n'],
    ['旧 Mac 换行', '规章\t0\t0\r\r行政许可\t37\r'],
    ['最后一行没有换行', '规章\t0\t0\n\n行政许可\t37'],
    ['行分隔符', '规章\t0\t0\u2028\u2028行政许可\t37'],
  ])('%s', async (_, content) => {
    expect(await linesOf(content)).toEqual(['规章\t0\t0', '', '行政许可\t37']);
  });

  it('行首行末的空格、全角空格和行末制表符不动', async () => {
    expect(await linesOf('\u3000\u3000规章\t\u00A00 \t\t\n | 0 ||\n')).toEqual([
      '\u3000\u3000规章\t\u00A00 \t\t',
      ' | 0 ||',
    ]);
  });

  it('分页符不另成一行', async () => {
    expect(await linesOf('第一页\n\f第二页\n\f\f第三页\f第四页')).toEqual(['第一页', '第二页', '第三页', '第四页']);
  });

  it('零宽字符、软连字符、书写方向标记去掉', async () => {
    expect(await linesOf('\uFEFF行政\u200B规范\u00AD性\u200E文件\u2060')).toEqual(['行政规范性文件']);
  });
});

describe('Markdown 记号，.txt 里也会有', () => {
  it('井号标题成为标题，记号去掉', async () => {
    const { blocks, mediaType } = await read('# 石桥镇年报\n\n#### 四、行政复议 ####\n##没有空格\n#1楼\n');
    expect(mediaType).toBe('text/markdown');
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '石桥镇年报', heading: 1 },
      { kind: 'paragraph', text: '' },
      { kind: 'paragraph', text: '四、行政复议', heading: 4 },
      { kind: 'paragraph', text: '##没有空格' },
      { kind: 'paragraph', text: '#1楼' },
    ]);
  });

  it('加粗记号去掉，孤立的星号不动', async () => {
    expect(await linesOf('（一）**强化主动公开。**全年**60**条\n注：带*的为必填，5 ** 3\n')).toEqual([
      '（一）强化主动公开。全年60条',
      '注：带*的为必填，5 ** 3',
    ]);
  });

  it('表格的竖线和分隔行不动', async () => {
    const table = '| 项目 | 数量 |\n|:---|---:|\n| 规章 | 0 |';
    expect(await linesOf(table, '年报.md')).toEqual(table.split('\n'));
  });

  it('.md 中的链接留文字，换行标签成空格，转义和实体还原', async () => {
    expect(
      await linesOf(
        '见[县政府网站](http://www.example.gov.cn/a_(1).html "首页")。\n12件<br/>（含网络3件）&nbsp;&amp;\n1\\. 属于国家秘密\n![图](a.png)\n```\n',
        '年报.md',
      ),
    ).toEqual([
      '见[县政府网站](http://www.example.gov.cn/a_(1).html "首页")。',
      '12件 （含网络3件）\u00A0&',
      '1. 属于国家秘密',
      '',
    ]);
    expect(await linesOf('见[县政府网站](http://www.example.gov.cn/a.html)。', '年报.md')).toEqual(['见县政府网站。']);
  });

  it('文中用 HTML 写的表格读成表格，前后的行次序不变', async () => {
    const { blocks } = await read(
      '# 年报\n二、主动公开\n<table><tr><td rowspan="2">规章</td><td>0</td></tr>\n<tr><td>1</td></tr></table>\n三、依申请公开\n',
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '年报', heading: 1 },
      { kind: 'paragraph', text: '二、主动公开' },
      {
        kind: 'table',
        rowCount: 2,
        columnCount: 2,
        cells: [
          { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: '规章' },
          { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: '0' },
          { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: '1' },
        ],
      },
      { kind: 'paragraph', text: '三、依申请公开' },
    ]);
  });

  it('一万个方括号或星号的行不费时', async () => {
    const start = performance.now();
    await linesOf(
      `# 年报\n${'!['.repeat(20_000)}\n${'['.repeat(20_000)}\n${'**a'.repeat(20_001)}\n${'# '.repeat(20_000)}`,
      '年报.md',
    );
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
