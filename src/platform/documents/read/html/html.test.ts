import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../kernel/neutral-document.ts';
import { readDocument } from '../read-document.ts';

const read = async (html: string) => {
  const result = await readDocument({
    name: '年报.html',
    bytes: Buffer.from(`<!DOCTYPE html><html><body>${html}</body></html>`),
  });
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};

const blocksOf = async (html: string): Promise<Block[]> => (await read(html)).blocks;

/** Paragraphs as their text, tables as rows of `text` or `text@rowSpan×columnSpan`. */
const outline = async (html: string) =>
  (await blocksOf(html)).map((block) => {
    if (block.kind !== 'table') return block.kind === 'paragraph' ? block.text : '';
    return Array.from({ length: block.rowCount }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map(({ text, rowSpan, columnSpan }) =>
          rowSpan * columnSpan === 1 ? text : `${text}@${rowSpan}×${columnSpan}`,
        ),
    );
  });

describe('网页的段落', () => {
  it.each([
    ['块级元素各成一段', '<div>一<p>二</p>三</div><section>四</section>', ['一', '二', '三', '四']],
    ['br 另起一段', '云溪县石桥镇<br>2022年年报<br/><br>正文', ['云溪县石桥镇', '2022年年报', '正文']],
    [
      '拆在多个 span、font 里的字连成一句',
      '<p><span>行政</span><font color="red">规范</font><b>性</b>文件</p>',
      ['行政规范性文件'],
    ],
    ['源代码换行处的汉字之间没有空格', '<p>全年公开\n      信息60条</p>', ['全年公开信息60条']],
    ['英文和数字之间的换行是一个空格', '<p>Open\nGovernment  60\n件</p>', ['Open Government 60 件']],
    ['不换行空格保留，段首段尾的空白去掉', '<p>&nbsp;&emsp;　规章&nbsp;0件&nbsp; </p>', ['规章\u00A00件']],
    ['脚注的数字不接在正数后面', '<p>760<sup>1</sup>、5<sub>2</sub>、8<a href="#fn3">3</a></p>', ['760¹、5²、8³']],
    ['划去的字不算', '<p><del>3</del>760<s>9</s><span style="text-decoration: line-through">1</span></p>', ['760']],
    ['字号为零的字看不见', '<p><span style="font-size:0">9</span>760</p>', ['760']],
    ['注音只留原字', '<p><ruby>勾<rp>(</rp><rt>gōu</rt><rp>)</rp>稽<rt>jī</rt></ruby>关系</p>', ['勾稽关系']],
    [
      '脚本、样式、备用内容和内嵌框架不读',
      '<script>var a="<p>x</p>"</script><style>p{}</style><noscript>请启用脚本</noscript><iframe>旧</iframe><p>正文</p>',
      ['正文'],
    ],
    [
      '隐藏的内容不读',
      '<p hidden>一</p><p style="DISPLAY : none">二</p><p>三<span style="visibility:hidden">四</span></p><p style="mso-hide:all">五</p>',
      ['三'],
    ],
    ['折叠的内容照读', '<details><summary>总体情况</summary>正文</details>', ['总体情况', '正文']],
    ['零宽空格和软连字符去掉', '<p>行政&#8203;规范&shy;性文件</p>', ['行政规范性文件']],
    ['pre 里一行一段，制表符照留', '<pre>\n规章\t0\t0\n行政许可\t37\n</pre>', ['规章\t0\t0', '行政许可\t37']],
    [
      '有序列表写出序号，作者自己写了的不重复',
      '<ol start="2"><li>加强领导</li><li>（二）规范建设</li><li value="9">其他</li></ol>',
      ['2. 加强领导', '（二）规范建设', '9. 其他'],
    ],
    [
      '表单控件不是正文',
      '<p>查询<input value="x"><select><option>2022</option></select><button>搜索</button></p>',
      ['查询'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await outline(html)).toEqual(expected);
  });

  it('整篇正文被设成隐藏、等脚本来显示：照读并说明', async () => {
    const article = '石桥镇持续更新公开栏目，规范审核发布程序，及时回应群众关切。'.repeat(20);
    const { blocks, remarks } = await read(
      `<h1>年报</h1><div style="visibility: hidden; opacity: 0"><p>${article}</p></div>`,
    );
    expect(blocks).toHaveLength(2);
    expect(remarks).toEqual(['网页把正文设成了隐藏，已按显示的读取。']);
    expect((await read(`<h1>年报</h1><p>${article}</p><p hidden>${article}</p>`)).blocks).toHaveLength(2);
  });

  it('存成单个文件的网页，图片数据再大也不碍事', async () => {
    const picture = `<img width="600" src="data:image/png;base64,${'iVBORw0KGgo/+A'.repeat(2_000_000)}==">`;
    const { blocks, remarks } = await read(`<p>三、</p>${picture}<p>data:image/png 是文字</p>`);
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '三、' },
      { kind: 'paragraph', text: 'data:image/png 是文字' },
    ]);
    expect(remarks).toEqual(['网页中有 1 张图片，图片里的文字没有读取。']);
  });

  it('h1 至 h6 是标题', async () => {
    expect(await blocksOf('<h1>年报</h1><h4><span>四、</span>行政复议</h4><p>正文</p>')).toEqual([
      { kind: 'paragraph', text: '年报', heading: 1 },
      { kind: 'paragraph', text: '四、行政复议', heading: 4 },
      { kind: 'paragraph', text: '正文' },
    ]);
  });

  it('正文里的图片提醒没有读取，图标不算', async () => {
    expect((await read('<p>三、<img src="biao.png" width="600"></p><img src="icon.gif" width="16">')).remarks).toEqual([
      '网页中有 1 张图片，图片里的文字没有读取。',
    ]);
  });
});

describe('网页的表格', () => {
  it.each([
    [
      '单元格内的分段和换行',
      '<table><tr><td><p>规</p><p>章</p></td><td>本年<br>制发</td></tr></table>',
      [[['规\n章', '本年\n制发']]],
    ],
    [
      '空单元格和只有空白的单元格都在',
      '<table><tr><td>a</td><td></td><td>&nbsp;</td><td>　</td></tr></table>',
      [[['a', '', '', '']]],
    ],
    [
      'rowspan 和 colspan',
      '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      [
        [
          ['a@2×1', 'b@1×2'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      'rowspan=0 直到本组末行',
      '<table><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>',
      [[['a@3×1', 'b'], ['c'], ['d']]],
    ],
    [
      '行合并不越过本组',
      '<table><tbody><tr><td rowspan=9>a</td><td>b</td></tr></tbody><tbody><tr><td>c</td><td>d</td></tr></tbody></table>',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      '写得过大的 colspan 只算到有单元格的地方',
      '<table><tr><td colspan=1000>a</td></tr><tr><td>b</td><td>c</td></tr></table>',
      [[['a@1×2'], ['b', 'c']]],
    ],
    [
      '写得过大的 rowspan 只算到末行',
      '<table><tr><td rowspan=99999>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      [[['a@2×1', 'b'], ['c']]],
    ],
    [
      '写错的 rowspan、colspan 当作 1',
      '<table><tr><td rowspan=-3 colspan=x>a</td><td colspan=0>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      '横向合并遇到上面垂下的单元格为止',
      '<table><tr><td>a</td><td>b</td><td rowspan=2>c</td></tr><tr><td colspan=3>d</td></tr></table>',
      [[['a', 'b', 'c@2×1'], ['d@1×2']]],
    ],
    [
      '参差不齐的行',
      '<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>',
      [[['a', 'b', 'c'], ['d']]],
    ],
    [
      '标题、表头和表尾',
      '<table><caption>表一</caption><thead><tr><th>a</th><th>b</th></tr></thead><tfoot><tr><td>e</td><td>f</td></tr></tfoot></table>',
      [
        '表一',
        [
          ['a', 'b'],
          ['e', 'f'],
        ],
      ],
    ],
    [
      '没有写 tr、td 结束标记',
      '<table><tr><td>a<td>b<tr><td>c<td>d</table>',
      [
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ],
    ],
    [
      '隐藏的单元格不占位置',
      '<table><tr><td style="display:none">x</td><td>a</td><td>b</td></tr></table>',
      [[['a', 'b']]],
    ],
    ['没有文字的表格不要', '<table><tr><td></td><td> </td></tr></table><p>正文</p>', ['正文']],
  ])('%s', async (_, html, expected) => {
    expect(await outline(html)).toEqual(expected);
  });
});

it('上一组没有用完的行合并不挤开下一组的单元格', async () => {
  const html =
    '<table><tbody><tr><td rowspan=9>a</td><td>b</td></tr></tbody><tbody><tr><td>c</td><td>d</td></tr></tbody></table>';
  expect(await blocksOf(html)).toMatchObject([
    {
      columnCount: 2,
      cells: [{ column: 0, rowSpan: 1 }, { column: 1 }, { text: 'c', column: 0 }, { text: 'd', column: 1 }],
    },
  ]);
});

describe('排版用的表格拆开，里面的内容依次读出', () => {
  const long = '石桥镇持续更新公开栏目，规范审核发布程序，及时回应群众关切。'.repeat(10);

  it('套着数据表的外层表格', async () => {
    const html = `<table><tr><td><ul><li>菜单</li></ul></td><td><h1>年报</h1><p>一、总体情况</p><table><tr><td>规章</td><td>0</td></tr></table><p>三、</p></td></tr></table>`;
    expect(await outline(html)).toEqual(['菜单', '年报', '一、总体情况', [['规章', '0']], '三、']);
  });

  it('只有一列的表格', async () => {
    expect(await outline('<table><tr><td>年报</td></tr><tr><td><p>一、</p><p>二、</p></td></tr></table>')).toEqual([
      '年报',
      '一、',
      '二、',
    ]);
  });

  it('左边小标题、右边长段文字的行拆开，同一表格里的数字行仍是表格', async () => {
    const html = `<table><tr><td>一、总体情况</td><td colspan=2>${long}</td></tr><tr><td>规章</td><td>0</td><td>1</td></tr><tr><td>行政许可</td><td>3</td><td>4</td></tr></table>`;
    expect(await outline(html)).toEqual([
      '一、总体情况',
      long,
      [
        ['规章', '0', '1'],
        ['行政许可', '3', '4'],
      ],
    ]);
  });

  it('整份报告排在一张表格里：独占一行的句子和标题是段落，数字仍是表格', async () => {
    const sentence =
      '本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止，电子版可在县人民政府门户网站查阅下载，如有疑问请与本镇党政办公室联系。';
    const html = `<table><tr><td colspan=3>${sentence}</td></tr><tr><td colspan=3>二、主动公开</td></tr><tr><td>规章</td><td>0</td><td>1</td></tr></table>`;
    expect(await outline(html)).toEqual([sentence, '二、主动公开', [['规章', '0', '1']]]);
  });

  it('表格里独占一行的短标题不拆', async () => {
    expect(
      await outline('<table><tr><td colspan=2>第二十条第（一）项</td></tr><tr><td>规章</td><td>0</td></tr></table>'),
    ).toEqual([[['第二十条第（一）项@1×2'], ['规章', '0']]]);
  });

  it('垂到长段文字那一行的标签，只在数字行里占一行', async () => {
    const html = `<table><tr><td rowspan=2>办理结果</td><td>0</td><td>1</td></tr><tr><td>说明</td><td>${long}</td></tr></table>`;
    expect(await outline(html)).toEqual([[['办理结果', '0', '1']], '说明', long]);
  });

  it('数字行里带一格长说明，仍是表格', async () => {
    expect(await outline(`<table><tr><td>其他</td><td>0</td><td>1</td><td>${long}</td></tr></table>`)).toEqual([
      [['其他', '0', '1', long]],
    ]);
  });
});

describe('网页四周的栏目', () => {
  const report = `<h1>石桥镇年报</h1><p>${'石桥镇持续更新公开栏目，规范审核发布程序。'.repeat(15)}</p>`;
  const links = (...names: string[]) =>
    `<ul>${names.map((name, at) => `<li><a href="/${at}.html">${name}</a></li>`).join('')}</ul>`;

  it.each([
    ['导航', `<nav>首页 政务公开</nav>${report}`],
    ['页眉里的链接', `<header><a href="/">首页</a> <a href="/a">公开</a></header>${report}`],
    ['全是链接的列表', `${links('首页', '新闻', '政务公开')}${report}${links('上一篇', '下一篇', '返回')}`],
    ['页脚', `${report}<footer><p>主办：云溪县人民政府</p><p>备案号 12345678</p></footer>`],
    ['role 标明的导航', `<div role="navigation">首页 新闻</div>${report}`],
  ])('%s不读', async (_, html) => {
    expect((await outline(html))[0]).toBe('石桥镇年报');
    expect(await outline(html)).toHaveLength(2);
  });

  it.each([
    ['页脚里有表格', `${report}<footer><p>附表</p><table><tr><td>规章</td><td>0</td></tr></table></footer>`, 4],
    [
      '目录指向本页',
      `<ul><li><a href="#1">一、总体情况</a></li><li><a href="#2">二、</a></li><li><a href="#3">三、</a></li></ul>${report}`,
      5,
    ],
    ['正文之内的落款', `<article>${report}<footer>石桥镇人民政府</footer></article>`, 3],
    ['页眉里是标题而不是链接', `<header><h1>石桥镇2022年年报</h1></header>${report}`, 3],
  ])('%s时照读', async (_, html, count) => {
    expect(await outline(html)).toHaveLength(count);
  });

  it('除了栏目什么也没有：宁可全读', async () => {
    expect(await outline('<nav>石桥镇年报 一、总体情况</nav>')).toEqual(['石桥镇年报 一、总体情况']);
  });
});

describe('异常的网页', () => {
  it('一万层嵌套照读不误', async () => {
    expect(await outline(`${'<div>'.repeat(10_000)}正文${'</div>'.repeat(10_000)}`)).toEqual(['正文']);
    expect(await outline(`${'<table><tr><td>'.repeat(3_000)}正文`)).toEqual(['正文']);
    expect(await outline(`${'<b><i>'.repeat(2_000)}正文<p>又一段`)).toEqual(['正文', '又一段']);
  });

  it.each([
    ['层层不关的标签', `${'<span>'.repeat(100_000)}正文`],
    ['一行里的单元格多得离奇', `<table><tr>${'<td>0'.repeat(5_000)}</table>`],
  ])('%s：拒绝并说明', async (_, html) => {
    const result = await readDocument({ name: '年报.html', bytes: Buffer.from(`<html>${html}`) });
    expect(result).toMatchObject({ ok: false, problem: { code: 'too-complex' } });
  });

  it.each([
    ['十万个属性', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>正文</p>`],
    ['十万个结束标记', `${'<span>'.repeat(15_000)}${'</xyz>'.repeat(100_000)}正文`],
    ['表格外的五万段文字', `<table>${'x<b>'.repeat(50)}${'文<tr>'.repeat(50_000)}</table>`],
    ['五万个巨大的合并', `<table>${'<tr><td rowspan=60000 colspan=3>a</td><td>b</td></tr>'.repeat(500)}</table>`],
  ])(
    '%s：几秒之内有结果',
    async (_, html) => {
      const start = performance.now();
      await readDocument({ name: '年报.html', bytes: Buffer.from(`<html>${html}`) });
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    30_000,
  );

  it('正文由脚本生成的网页：说明怎么办', async () => {
    const result = await readDocument({
      name: '年报.html',
      bytes: Buffer.from('<html><body><div id="app"></div><script src="a.js"></script></body></html>'),
    });
    expect(result).toMatchObject({ ok: false, problem: { code: 'script-page' } });
  });
});
