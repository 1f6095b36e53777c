import { describe, expect, it } from 'vitest';
import { hostilePieces } from './fixtures/hostile.ts';
import { cleanPaste, normaliseOfficePaste } from './office-paste.ts';

const pasted = (html: string) => cleanPaste(html).html;

/** A numbered paragraph as Word writes it. */
const listed = (marker: string, text: string, level = 1) =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
  `<span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>` +
  `<span style='font-family:仿宋_GB2312'>${text}<o:p></o:p></span></p>\n`;

/** The page that Word puts around what was copied. */
const wordPage = (
  body: string,
) => `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; font-family:仿宋} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe('从 Word 粘贴', () => {
  it('公文正文：字体、首行缩进和 Word 代码去掉，段落和标题留下', () => {
    const html =
      wordPage(`<p class=MsoNormal align=center style='text-align:center;mso-outline-level:1'><b><span style='font-size:22.0pt;font-family:
方正小标宋简体'>云溪县石桥镇人民政府关于开展秸秆
禁烧工作的通知<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>各村民委员会：<span
lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal><span lang=EN-US style='font-family:仿宋_GB2312'><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>　　为<span style='font-weight:bold'>切实</span>做好工作。</span></p>`);
    expect(cleanPaste(html)).toEqual({
      html: '<h2>云溪县石桥镇人民政府关于开展秸秆禁烧工作的通知</h2>\n<p>各村民委员会：</p>\n<p>为<strong>切实</strong>做好工作。</p>',
      removed: [],
    });
  });

  it('项目符号和 1. 2. 编号变成列表，分级保留', () => {
    const html = wordPage(
      listed('·', '甲') +
        listed('n', '乙') +
        listed('o', '乙之一', 2) +
        listed('1.', '乙之二', 2) +
        listed('2.', '乙之三', 2) +
        listed('·', '丙'),
    );
    expect(pasted(html)).toBe(
      '<ul><li>甲</li><li>乙<ul><li>乙之一</li></ul><ol><li>乙之二</li><li>乙之三</li></ol></li><li>丙</li></ul>',
    );
  });

  it('列表中断后接着编号', () => {
    expect(pasted(wordPage(`${listed('1.', '甲')}<p class=MsoNormal>说明</p>${listed('2.', '乙')}`))).toBe(
      '<ol><li>甲</li></ol>\n<p>说明</p>\n<ol start="2"><li>乙</li></ol>',
    );
  });

  it('一、（一）第一条是公文层次序号，作为文字保留', () => {
    expect(pasted(wordPage(listed('一、', '总体要求') + listed('（一）', '目标', 2) + listed('第三条', '范围')))).toBe(
      '<p>一、总体要求</p>\n<p>（一）目标</p>\n<p>第三条范围</p>',
    );
  });

  it('自动编号的标题仍是标题', () => {
    const heading = listed('1.2', '范围').replace('<p ', '<h2 ').replace('</p>', '</h2>');
    expect(pasted(wordPage(heading))).toBe('<h2>1.2 范围</h2>');
  });

  it('修订、批注、隐藏文字不带入', () => {
    const html = wordPage(
      '<p class=MsoNormal>补助<del cite="mailto:x" datetime="2026-01-01">300</del><ins>500</ins>元' +
        '<span class=MsoCommentReference><a href="#_msocom_1">[甲1]</a></span><span style=\'display:none;mso-hide:all\'>内部</span></p>' +
        '<div style=\'mso-element:comment-list\'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>请核实</p></div></div>',
    );
    expect(cleanPaste(html)).toEqual({
      html: '<p>补助<u>500</u>元</p>',
      removed: ['1 处修订中已删除的文字，没有带入'],
    });
  });

  it('表格：合并单元格保留，排版代码去掉', () => {
    const html = wordPage(
      `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>
<td width=200 colspan=2 valign=top style='width:150pt'><p class=MsoNormal align=center><span style='font-family:黑体'>户主<o:p></o:p></span></p></td></tr>
<tr><td><p class=MsoNormal>张某</p></td><td><p class=MsoNormal><span lang=EN-US>3<o:p></o:p></span></p></td></tr></table>`,
    );
    expect(pasted(html)).toBe(
      '<table><tbody><tr><td colspan="2">户主</td></tr><tr><td>张某</td><td>3</td></tr></tbody></table>',
    );
  });

  it('图片在剪贴板里只是本机路径，带不进来，要说明', () => {
    const html = wordPage(
      `<p class=MsoNormal>附图<!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]--><![if !vml]><img width=1 src="file:///C:/a.png"><![endif]></p>`,
    );
    expect(cleanPaste(html)).toEqual({
      html: '<p>附图</p>',
      removed: ['1 张图片没有随文字带入，请用“插入图片”重新添加'],
    });
  });
});

describe('从 WPS 粘贴', () => {
  it('正文、编号和表格', () => {
    const html =
      '<html><head><meta name="Generator" content="WPS Office"></head><body><!--StartFragment-->' +
      '<p class="MsoNormal" style="text-indent:32pt;" ><span style="mso-spacerun:\'yes\';font-family:仿宋;font-size:16pt;" ><font face="仿宋" >根据</font></span><b><span style="font-weight:bold;" >有关规定</span></b><span><o:p></o:p></span></p>' +
      '<p class="MsoNormal" style="margin-left:21pt;mso-list:l0 level1 lfo1;" ><span style="mso-list:Ignore;" >1.<span>&nbsp;</span></span><span style="font-family:仿宋;" >甲</span></p>' +
      '<p class="MsoNormal" style="margin-left:21pt;mso-list:l0 level1 lfo1;" ><span style="mso-list:Ignore;" >2.<span>&nbsp;</span></span><span style="font-family:仿宋;" >乙</span></p>' +
      '<table class="MsoTableGrid" style="border-collapse:collapse;" ><tbody><tr><td style="mso-cell-special:none;" rowspan="2" ><p class="MsoNormal" >一组</p></td><td>甲</td></tr><tr><td>乙</td></tr></tbody></table>' +
      '<!--EndFragment--></body></html>';
    expect(pasted(html)).toBe(
      '<p>根据<strong>有关规定</strong></p>\n<ol><li>甲</li><li>乙</li></ol>\n' +
        '<table><tbody><tr><td rowspan="2">一组</td><td>甲</td></tr><tr><td>乙</td></tr></tbody></table>',
    );
  });
});

describe('从网页和在线文档粘贴', () => {
  it.each([
    [
      '样式写的粗体、上标',
      '<span style="font-weight: 700">粗</span><span style="vertical-align:super">2</span>',
      '<p><strong>粗</strong><sup>2</sup></p>',
    ],
    ['在线文档外层的假粗体', '<b style="font-weight:normal;"><p>一</p></b>', '<p>一</p>'],
    ['浏览器复制的片段', '<meta charset="utf-8"><p>一</p>', '<p>一</p>'],
  ])('%s', (_, html, expected) => {
    expect(pasted(html)).toBe(expected);
  });
});

it.each(hostilePieces)('粘贴的恶意代码不会因为整理而变活：%s', (piece) => {
  const clean = pasted(wordPage(listed('·', piece) + piece));
  expect(clean).not.toMatch(/<(?!\/?(?:p|ul|li|a|img|table|tbody|tr|td|strong|br|h2)\b)/);
  expect(clean).not.toMatch(/<[^>]*\s(?:on\w+|style|srcdoc)=/);
  expect(pasted(clean)).toBe(clean);
});

it('残缺的条件注释不拖慢', () => {
  const start = performance.now();
  normaliseOfficePaste('<!--[if x]>'.repeat(100_000));
  normaliseOfficePaste('<!--[if x]><![endif]-->'.repeat(50_000));
  expect(performance.now() - start).toBeLessThan(3_000);
});
