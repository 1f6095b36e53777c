import type { Section } from '../annual-report.ts';
import { fold, trimmed } from './fold.ts';
import type { Front } from './front.ts';
import { lineText, type SourceLine } from './lines.ts';
import type { Outline } from './outline.ts';
import type { TableReading } from './table.ts';

/** The six sections as written, without their tables. */
export function narrative(
  outline: Outline,
  tables: Record<'proactive' | 'requests' | 'remedies', TableReading>,
  title: string | null,
): Section[] {
  const byNumber: Record<number, TableReading | undefined> = {
    2: tables.proactive,
    3: tables.requests,
    4: tables.remedies,
  };
  const ranges: Record<number, { from: number; to: number } | undefined> = {
    2: outline.regions.proactive,
    3: outline.regions.requests,
    4: outline.regions.remedies,
  };
  // The title runs along the head of every page, often without its year.
  const furniture = new Set(title === null ? [] : [fold(title), fold(title).replace(/20\d{2}年?度?/, '')]);
  return ([1, 2, 3, 4, 5, 6] as const).map((number) => {
    const heading = outline.headings[number - 1];
    const from = ranges[number]?.from ?? (heading === undefined ? undefined : heading + 1);
    if (from === undefined || (heading === undefined && !ranges[number])) return { number, heading: '', text: '' };
    const to = ranges[number]?.to ?? nextStart(outline, number);
    const table = byNumber[number];
    let lines = outline.lines.slice(from, Math.max(from, to));
    if (table) lines = withoutTable(lines, from, table.extent);
    let text = paragraphs(lines, furniture);
    if (number === 6) text = withoutFooter(text);
    return { number, heading: outline.headingTexts[number - 1] ?? '', text: text.join('\n') };
  });
}

/** Text between the title and the first heading or table, without what a web page adds. */
export function preambleOf(outline: Outline, front: Front, bodyFrom: number): string {
  if (front.afterTitle === 0 && front.title === null) {
    // Without a title nothing tells the preamble from navigation but its being a sentence.
    return paragraphs(outline.lines.slice(0, bodyFrom))
      .filter((text) => /[。；]/.test(text))
      .join('\n');
  }
  return paragraphs(outline.lines.slice(front.afterTitle, bodyFrom))
    .filter((text) => !isPageInformation(text))
    .join('\n');
}

function nextStart(outline: Outline, number: number): number {
  for (let index = number; index < 6; index += 1) {
    const heading = outline.headings[index];
    if (heading !== undefined) return heading;
    const region =
      index === 1
        ? outline.regions.proactive
        : index === 2
          ? outline.regions.requests
          : index === 3
            ? outline.regions.remedies
            : undefined;
    if (region && region.to > region.from) return region.from;
  }
  return outline.end;
}

/** A row of a grid that is one merged cell: text above or below a table in a spreadsheet. */
const isMergedRow = ({ grid, cells: [only, ...others] }: SourceLine): boolean =>
  grid !== undefined && others.length === 0 && (only?.right ?? 0) - (only?.left ?? 0) > 1;

/** Lines of a section that its table did not take up. */
function withoutTable(
  lines: readonly SourceLine[],
  from: number,
  extent: { from: number; to: number } | undefined,
): SourceLine[] {
  return lines.filter((line, index) => {
    if (extent && from + index >= extent.from && from + index <= extent.to) return false;
    return line.kind !== 'cells' || /[。；！？]/.test(lineText(line)) || isMergedRow(line);
  });
}

/** Paragraphs of running text; lines broken by the width of a page are joined again. */
function paragraphs(lines: readonly SourceLine[], furniture: ReadonlySet<string> = new Set()): string[] {
  const widths = lines.filter((line) => line.kind !== 'cells').map((line) => lineText(line).length);
  const longest = Math.max(0, ...widths);
  const positioned = lines.some((line) => line.kind === 'positioned');
  const result: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = lineText(line)
      .replace(/\*\*|^#{1,6}\s+/g, '')
      .replace(/[\s\u3000\u00a0]+/g, ' ')
      .trim();
    if (text === '' || /^\d{1,3}$/.test(text) || furniture.has(fold(text))) {
      if (text === '' && !positioned) open = false;
      continue;
    }
    const last = result.at(-1);
    if (open && last !== undefined && !startsItem(text)) result[result.length - 1] = glue(last, text);
    else result.push(text);
    // A line that fills the page and does not end a sentence goes on in the next.
    open =
      (positioned || longest <= 60) &&
      text.length >= longest * 0.8 &&
      text.length >= 20 &&
      !/[。！？；：:]$/.test(text);
  }
  return result;
}

const startsItem = (text: string): boolean =>
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|\d{1,2}[.、．]\D|[①-⑳])/.test(text);

const glue = (left: string, right: string): string =>
  /[a-zA-Z0-9]$/.test(left) && /^[a-zA-Z]/.test(right) ? `${left} ${right}` : left + right;

const pageInformation =
  /^(?:[【[]?(?:发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|日期|时间|来源|信息来源|文章来源|作者|编辑|责任编辑|审核|浏览|浏览次数|浏览量|点击|点击数|阅读|访问量|字号|字体|字体大小|打印|打印本页|分享|分享到|收藏|关闭|索引号|主题分类|发布机构|发文机关|发文字号|信息名称|名称|文号|主题词|有效性|公开方式|公开时限|当前位置|您的位置|首页|视力保护色|背景色|保护视力色)(?:[】\]：:\s]|$)|.{0,60}(?:首页|主页)\s*[>＞»›/]|[【[（(]?(?:大|中|小)\s*[】\]）)]?$)/;

/** What a web page puts between the title and the text. */
function isPageInformation(text: string): boolean {
  return (
    text.length < 120 &&
    !/。$/.test(text) &&
    (pageInformation.test(text) ||
      /^20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:\s|$)/.test(text))
  );
}

const footer =
  /^(?:上一篇|下一篇|上一条|下一条|相关(?:链接|文档|附件|阅读|新闻|信息|稿件|文章)|附件(?:下载)?[：:\d]|附件$|扫一扫|扫描二维码|分享(?:到|至|$)|打印|【?打印|关闭窗口|【?关闭|收藏|返回顶部|返回列表|返回首页|友情链接|网站地图|网站声明|关于我们|联系我们|版权所有|主办单位|主办[：:]|承办|技术支持|网站标识码|责任编辑|编辑[：:]|信息来源|来源[：:]|Copyright|©|.{0,40}ICP备|.{0,30}公网安备|您访问的链接|政府网站|无障碍|手机版)/i;

/** Cuts what a web page puts behind the report. */
function withoutFooter(text: readonly string[]): string[] {
  const at = text.findIndex((line) => line.length < 120 && footer.test(trimmed(line)));
  return at < 0 ? [...text] : text.slice(0, at);
}
