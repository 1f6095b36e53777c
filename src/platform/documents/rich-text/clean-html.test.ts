import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cleanHtml, maximumHtmlCharacters } from './clean-html.ts';
import { hostilePieces } from './fixtures/hostile.ts';
import { textOfHtml } from './text.ts';

const picture = 'attachment:0198a000-0000-7000-8000-000000000001';
const htmlOf = (html: string) => cleanHtml(html).html;

const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'h2 h3 h4 p ul li table thead tbody tr blockquote strong em u sub sup br figure figcaption hr'
      .split(' ')
      .map((name) => [name, []]),
  ),
  ol: ['start'],
  th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan'],
  a: ['href'],
  img: ['src', 'alt'],
};

/** What a browser would find in a text that may not be there. */
function breachesOf(html: string): string[] {
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): string[] => {
    if (!('tagName' in node)) return node.nodeName === '#text' ? [] : [node.nodeName];
    const own = allowed[node.tagName];
    if (!own) return [`<${node.tagName}>`];
    const attributes = node.attrs.filter(({ name, value }) => !own.includes(name) || !isSafe(name, value));
    return [...attributes.map(({ name, value }) => `${name}=${value}`), ...node.childNodes.flatMap(visit)];
  };
  return parseFragment(html).childNodes.flatMap(visit);
}

function isSafe(name: string, value: string): boolean {
  if (name === 'href') return /^(?:https?|mailto):/.test(new URL(value).protocol);
  if (name === 'src') return /^attachment:[0-9a-f-]{36}$/.test(value);
  return name === 'alt' || /^(?:\d+|row|col)$/.test(value);
}

describe('外来的网页代码：只留下规定的内容', () => {
  it.each(hostilePieces)('%s', (piece) => {
    for (const html of [piece, `<p>通知${piece}正文</p>`, `<table><tr><td>${piece}</td></tr></table>`]) {
      expect(breachesOf(htmlOf(html))).toEqual([]);
    }
  });

  const tags =
    'p div b strong a img table tr td th ul ol li h1 h3 svg math style script noscript template form br pre'.split(' ');
  const token = fc.oneof(
    fc.constantFrom(...hostilePieces),
    fc.constantFrom(...tags).map((name) => `<${name}>`),
    fc.constantFrom(...tags).map((name) => `</${name}>`),
    fc.constantFrom(
      '<!--',
      '-->',
      ']]>',
      '"',
      "'",
      '<',
      '>',
      '&lt;',
      '&#0;',
      '\n',
      '\u00a0',
      '\u3000',
      '\u0000',
      '\ud800',
    ),
    fc.constantFrom(
      '<td colspan="3" rowspan="99999">',
      '<a href="http://a.example/?a=1&amp;b">',
      `<img src="${picture}" alt="图">`,
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('通知', ' 一 ', 'word', '１'),
  );
  const soup = fc.array(token, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('任何拼凑的代码都不留下规定之外的内容，再清理一次不再改变', () => {
    fc.assert(
      fc.property(soup, (html) => {
        const clean = htmlOf(html);
        expect(breachesOf(clean)).toEqual([]);
        expect(htmlOf(clean)).toBe(clean);
        expect(cleanHtml(clean).removed).toEqual([]);
        expect(clean.isWellFormed()).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('文字一个不少：不论套在什么标签里', () => {
    const wrapped = fc.constantFrom(
      'p',
      'div',
      'section',
      'b',
      'font',
      'o:p',
      'center',
      'li',
      'blockquote',
      'h5',
      'td',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(wrapped, wrapped), { minLength: 1, maxLength: 8 }), (pairs) => {
        const words = pairs.map((_, at) => `第${at}字`);
        const html = pairs
          .map(([outer, inner], at) => `<${outer}><${inner}>${words[at]}</${inner}></${outer}>`)
          .join('');
        for (const word of words) expect(textOfHtml(htmlOf(html))).toContain(word);
      }),
    );
  });
});

describe('整理成有含义的结构', () => {
  it.each([
    ['外层的 div 变成段落', '<div>一</div><div>二</div>', '<p>一</p>\n<p>二</p>'],
    ['散落的文字成为段落', '一<p>二</p>三', '<p>一</p>\n<p>二</p>\n<p>三</p>'],
    ['b、i 变成强调', '<p><b>一</b><i>二</i></p>', '<p><strong>一</strong><em>二</em></p>'],
    ['相邻的相同强调合并', '<p><b>一</b><b>二</b></p>', '<p><strong>一二</strong></p>'],
    ['强调跨段落时各段都有', '<b><p>一</p><p>二</p></b>', '<p><strong>一</strong></p>\n<p><strong>二</strong></p>'],
    ['有一级标题时各级下移', '<h1>一</h1><h2>二</h2><h5>五</h5>', '<h2>一</h2>\n<h3>二</h3>\n<h4>五</h4>'],
    ['标题里不再加粗', '<h2><b>一、依据</b></h2>', '<h2>一、依据</h2>'],
    ['样式、类名、编号全部去掉', '<p class="MsoNormal" style="color:red" id="x">一</p>', '<p>一</p>'],
    ['段首空格不作缩进', '<p>　　一</p><p>&nbsp;&nbsp;二</p>', '<p>一</p>\n<p>二</p>'],
    ['空段落去掉', '<p>一</p><p>&nbsp;</p><p><br></p><p>二</p>', '<p>一</p>\n<p>二</p>'],
    [
      '中文里的换行不变成空格',
      '<p>为进一步\n推进 <b>工作\n</b>落实</p>',
      '<p>为进一步推进 <strong>工作</strong>落实</p>',
    ],
    ['英文里的换行是空格', '<p>open\ngovernment</p>', '<p>open government</p>'],
    ['看不见的字符去掉', '<p>1\u200b1\u202e0</p>', '<p>110</p>'],
    [
      '嵌错位置的列表归入上一项',
      '<ul><li>一</li><ul><li>二</li></ul></ul>',
      '<ul><li>一<ul><li>二</li></ul></li></ul>',
    ],
    ['序号从几开始要保留', '<ol start="3"><li>一</li></ol>', '<ol start="3"><li>一</li></ol>'],
    [
      '图片只认本系统的附件',
      `<p><img src="${picture}" alt="示意图" width=3></p>`,
      `<p><img src="${picture}" alt="示意图"></p>`,
    ],
    [
      '图注',
      `<figure><img src="${picture}" alt=""><figcaption>图一</figcaption></figure>`,
      `<figure><img src="${picture}" alt=""><figcaption>图一</figcaption></figure>`,
    ],
    ['锚点链接只留文字', '<p><a name="x"></a><a href="#x">见附件</a></p>', '<p>见附件</p>'],
    [
      '邮箱链接保留',
      '<p><a href="mailto:a@b.cn" target=_blank>信箱</a></p>',
      '<p><a href="mailto:a@b.cn">信箱</a></p>',
    ],
  ])('%s', (_, html, expected) => {
    expect(htmlOf(html)).toBe(expected);
  });

  it('表格：合并单元格、表头、说明都保留', () => {
    const html =
      '<table border=1 style="x"><caption>补贴表</caption><colgroup><col></colgroup><tr><th colspan=2>户主</th><th rowspan=2>金额</th></tr>' +
      '<tr><th>姓名</th><th>组</th></tr><tr><td rowspan="9">甲</td><td><p>一组</p></td><td>1</td></tr><tr><td>二组</td><td>2</td></tr></table>';
    expect(htmlOf(html)).toBe(
      '<p>补贴表</p>\n<table><thead><tr><th colspan="2" scope="col">户主</th><th rowspan="2" scope="col">金额</th></tr>' +
        '<tr><th scope="col">姓名</th><th scope="col">组</th></tr></thead>' +
        '<tbody><tr><td rowspan="2">甲</td><td>一组</td><td>1</td></tr><tr><td>二组</td><td>2</td></tr></tbody></table>',
    );
  });

  it('行首的表头说明本行', () => {
    expect(htmlOf('<table><tr><th>电话</th><td>1</td></tr></table>')).toContain('<th scope="row">电话</th>');
  });
});

describe('去掉了什么，用一句话说清', () => {
  it.each([
    ['<p>一</p>', []],
    ['<p onclick=x()>一</p><script>1</script>', ['2 处脚本、表单或嵌入的网页内容，已删除']],
    ['<a href="ftp://a">一</a>', ['1 个链接的地址无效或不安全，已去掉链接，文字保留']],
    ['<img src="file:///C:/1.png">', ['1 张图片没有随文字带入，请用“插入图片”重新添加']],
    ['<p>一<del>二</del></p>', ['1 处修订中已删除的文字，没有带入']],
    ['<p><s>一</s></p>', ['1 处删除线已去掉，文字保留，请核对']],
  ])('%s', (html, removed) => {
    expect(cleanHtml(html).removed).toEqual(removed);
  });
});

describe('异常庞大的正文：时间有限，不报错', () => {
  const fill = (piece: string, characters = maximumHtmlCharacters) =>
    piece.repeat(Math.floor(characters / piece.length));

  it.each([
    ['超长', fill('<p>字</p>', maximumHtmlCharacters + 100), ['正文过长，超出部分没有保存，请分成几篇或改用附件']],
    ['层层嵌套', fill('<div><b>'), ['网页代码层次过深，只保留了文字，请核对分段']],
    ['层层表格', fill('<table><tr><td>字'), ['网页代码层次过深，只保留了文字，请核对分段']],
    ['巨大的合并单元格', `<table>${fill('<tr><td rowspan=5000>字<tr>', maximumHtmlCharacters - 7)}`, []],
  ])(
    '%s',
    (_, html, removed) => {
      const start = performance.now();
      const clean = cleanHtml(html);
      expect(clean.removed).toEqual(removed);
      expect(clean.html.length).toBeLessThan(2 * maximumHtmlCharacters);
      expect(performance.now() - start).toBeLessThan(15_000);
    },
    20_000,
  );
});
