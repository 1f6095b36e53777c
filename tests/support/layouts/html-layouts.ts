import type { Random } from '../../../src/kernel/random.ts';
import type { AnnualReport } from '../../../src/report/domain/annual-report.ts';
import { emptyValues } from './damage.ts';
import type { Grid, Grids } from './grid.ts';
import { cellsByRow } from './grid.ts';
import { mixedLabels } from './labels.ts';
import type { Layout, Rendering } from './layout.ts';
import { numeralOf, tableOfSection } from './page.ts';
import type { Recipe } from './recipe.ts';
import { headOf, prepareGrids } from './recipe.ts';
import { blankZeros, paddedValues, signsForZero } from './values.ts';

type Markup = (text: string, random: Random) => string;

const escapeText = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;');

const plainMarkup: Markup = (text) => escapeText(text);

/** A text over span, font and br, as word processors and page editors leave it. */
const splitMarkup: Markup = (text, random) => {
  const pieces: string[] = [];
  for (const character of text) {
    if (pieces.length === 0 || random.chance(0.25)) pieces.push(character);
    else pieces[pieces.length - 1] += character;
  }
  const wrapped = pieces.map((piece) => {
    const inner = escapeText(piece);
    return random.pick([
      `<span style="font-family:宋体">${inner}</span>`,
      `<font size="2">${inner}</font>`,
      `<span lang="EN-US"><o:p></o:p></span><span>${inner}</span>`,
      inner,
    ]);
  });
  // A line break stands between whole pieces of a label; a number is not broken.
  const joint = /^[\d.\s]*$/.test(text) ? '' : random.pick(['', '', '<br>', '<br/>\n']);
  return `<p class="MsoNormal" align="center">${wrapped.join(joint)}</p>`;
};

interface TableOptions {
  spans: boolean;
  markup: Markup;
}

function writeTable(grid: Grid, { spans, markup }: TableOptions, random: Random): string {
  const rows = cellsByRow(grid).map((row) => {
    const cells = row.map((cell) => {
      const span = spans
        ? `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`
        : '';
      const text = cell.text === '' ? random.pick(['', '&nbsp;', '<p>&nbsp;</p>']) : markup(cell.text, random);
      return `<td${span} style="border:1px solid #000">${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1" cellspacing="0"><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

/** The report as a piece of markup. */
function writeArticle(report: AnnualReport, grids: Grids, options: TableOptions, random: Random): string {
  const paragraphs = (text: string) =>
    text === ''
      ? ''
      : text
          .split('\n')
          .map((each) => `<p style="text-indent:2em">${escapeText(each)}</p>`)
          .join('\n');
  const sections = report.sections.map((section) => {
    const key = tableOfSection(report, section);
    const table = key === undefined || grids[key].rowCount === 0 ? '' : writeTable(grids[key], options, random);
    const heading = `<p><strong>${numeralOf(section)}、${escapeText(section.heading)}</strong></p>`;
    return `${heading}\n${paragraphs(section.text)}\n${table}`;
  });
  return `${paragraphs(report.preamble)}\n${sections.join('\n')}`;
}

/** What stands around an article: `title` is its heading, `article` its content. */
type Page = (title: string, article: string, report: AnnualReport) => string;

const barePage: Page = (title, article) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${article}</body></html>`;

const navigation = ['首页', '走进云溪', '新闻中心', '政务公开', '办事服务', '互动交流'];

/** A page of a county site: menu, breadcrumbs, index table, share buttons, attachments, footer. */
const sitePage: Page = (
  title,
  article,
  report,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}-云溪县人民政府</title></head><body>
<header><div class="logo">云溪县人民政府门户网站</div><nav><ul>${navigation.map((item) => `<li><a href="/${item}/">${item}</a></li>`).join('')}</ul></nav></header>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<table class="index"><tr><td>索引号</td><td>YX0012/${report.year}-00031</td><td>组配分类</td><td>政府信息公开年报</td></tr>
<tr><td>发布机构</td><td>${report.organ}</td><td>发布日期</td><td>${Number(report.year) + 1}-01-20 10:15</td></tr>
<tr><td>名称</td><td colspan="3">${title}</td></tr></table>
<div class="article"><h1>${title}</h1>
<div class="info">发布时间：${Number(report.year) + 1}-01-20 10:15　来源：${report.organ}　浏览次数：128　字体：【大 中 小】</div>
<div id="zoom">${article}</div></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> 【打印】 【关闭】</div>
<ul class="files"><li><a href="/files/1.docx">${title}.docx</a></li><li><a href="/files/2.pdf">${title}.pdf</a></li><li><a href="/zwgk/nb/3.html">下一篇</a></li></ul>
<footer><p>主办：云溪县人民政府办公室　网站标识码：0000000000</p><p><a href="/about">关于我们</a> | <a href="/map">网站地图</a></p></footer></body></html>`;

/** The same without any element that says what it is: divisions all the way down. */
const divisionPage: Page = (
  title,
  article,
  report,
) => `<html><head><meta charset="utf-8"><title>${title}</title></head><body>
<div class="top"><div>云溪县人民政府</div>${navigation.map((item) => `<div><a href="/${item}/">${item}</a></div>`).join('')}</div>
<div>您现在的位置：首页&gt;政务公开&gt;法定主动公开内容&gt;政府信息公开年报</div>
<div class="title">${title}</div>
<div>日期：${Number(report.year) + 1}-01-20　点击数：56</div>
<div>${article}</div>
<div>扫一扫在手机打开当前页</div><div>版权所有：云溪县人民政府办公室</div></body></html>`;

/** Page layout by tables: menu on the left, the article in a cell. */
const tablePage: Page = (
  title,
  article,
) => `<html><head><meta charset="utf-8"></head><body><table width="1000"><tr><td colspan="2">云溪县人民政府门户网站</td></tr>
<tr><td width="180"><table><tr><td><a href="/a">政府信息公开指南</a></td></tr><tr><td><a href="/b">政府信息公开目录</a></td></tr><tr><td><a href="/c">政府信息公开年报</a></td></tr></table></td>
<td><table width="800"><tr><td align="center"><b>${title}</b></td></tr><tr><td>${article}</td></tr></table></td></tr></table></body></html>`;

type HtmlRecipe = Omit<Recipe, 'write'> & { spans?: boolean; markup?: Markup; page?: Page };

function htmlLayout(recipe: HtmlRecipe): Layout {
  return {
    ...headOf(recipe),
    render: (report, random): Rendering => {
      const { grids, cells } = prepareGrids(recipe, report, random);
      const options = { spans: recipe.spans ?? true, markup: recipe.markup ?? plainMarkup };
      const article = writeArticle(report, grids, options, random);
      const text = (recipe.page ?? barePage)(escapeText(report.title ?? ''), article, report);
      return { name: `${recipe.id}.html`, source: { text }, cells, report };
    },
  };
}

/** Web pages. */
export const htmlLayouts: readonly Layout[] = (
  [
    { id: 'html', title: 'HTML with the spans of the official form' },
    { id: 'html-no-spans', title: 'HTML without spans', spans: false },
    { id: 'html-split', title: 'HTML, texts split over span, font and br', markup: splitMarkup },
    { id: 'html-mixed', title: 'HTML, every label in a way of its own', labels: mixedLabels, markup: splitMarkup },
    { id: 'html-padded', title: 'HTML, numbers padded', values: paddedValues },
    { id: 'html-blank', title: 'HTML, blank for zero', values: blankZeros },
    { id: 'html-no-spans-blank', title: 'HTML without spans, blank for zero', spans: false, values: blankZeros },
    { id: 'html-signs', title: 'HTML, a sign for zero', values: signsForZero, markup: splitMarkup },
    { id: 'html-emptied', title: 'HTML, a few values left empty', damage: emptyValues },
    { id: 'html-site', title: 'a page of a county site', page: sitePage, narrative: 'framed' },
    { id: 'html-site-split', title: 'the same, texts split', page: sitePage, markup: splitMarkup, narrative: 'framed' },
    { id: 'html-divisions', title: 'a page of divisions', page: divisionPage, narrative: 'framed' },
    { id: 'html-layout-tables', title: 'a page laid out by tables', page: tablePage },
    { id: 'html-layout-tables-blank', title: 'the same, blank for zero', page: tablePage, values: blankZeros },
  ] satisfies readonly HtmlRecipe[]
).map(htmlLayout);
