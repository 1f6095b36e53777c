import { readFileSync } from 'node:fs';

const fixtures = new URL('../../src/platform/documents/read/fixtures/', import.meta.url);

/** The report of the fixtures as a file. */
export const readFixture = (name: string): Buffer => readFileSync(new URL(name, fixtures));

/** The report inside the page of a government site: menus, breadcrumbs, lists of news, inline styles, a script. */
export function siteAround(report: string): string {
  const link = (at: number) =>
    `<li class="item"><a href="/zwgk/${at}.html" target="_blank" title="栏目${at}">政务公开栏目${at}</a></li>`;
  const news = (at: number) =>
    `<div class="news"><span class="date">2023-01-${10 + (at % 20)}</span><a href="/xw/${at}.html"><b>云溪县</b>第${at}次工作会议召开</a></div>`;
  const many = (count: number, make: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at)).join('\n');
  const body = report.replace(/^[\s\S]*<body>/, '').replace(/<\/body>[\s\S]*$/, '');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>云溪县人民政府</title>
<style>${'.item{color:#333;line-height:1.8;padding:0 4px}\n'.repeat(80)}</style>
<script>${'window.stats=window.stats||[];window.stats.push({page:1,kind:"view"});\n'.repeat(120)}</script></head><body>
<header><div class="logo"><a href="/">云溪县人民政府</a></div><nav><ul>${many(60, link)}</ul></nav></header>
<div class="crumbs">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政府信息公开</a> &gt; 年报</div>
<div class="main"><div class="article">${body.replaceAll('<td', '<td style="border:1px solid #000;padding:0 5px;text-align:center" width="60"').replaceAll('<p>', '<p style="text-indent:2em;line-height:28pt"><span style="font-family:仿宋_GB2312;font-size:16pt">').replaceAll('</p>', '</span></p>')}</div>
<aside>${many(40, news)}</aside></div><footer><p>主办：云溪县人民政府办公室</p><ul>${many(20, link)}</ul></footer></body></html>`;
}

/** The report as it stands on most sites: pasted from a word processor, each cell and paragraph with its styles. */
export function pastedFromWord(report: string): string {
  const span = '<span style="font-family:仿宋_GB2312;mso-hansi-font-family:宋体;font-size:12.0pt" lang="EN-US">';
  const cell = '<td style="border:solid windowtext 1.0pt;padding:0cm 5.4pt;height:17.0pt" width="52"';
  return report
    .replace(
      /<td([^>]*)>([^<]*)/g,
      (_, attributes, text) =>
        `${cell}${attributes}><p class="MsoNormal" style="text-align:center;line-height:16.0pt" align="center">${span}${text}</span></p></td>`,
    )
    .replace(
      /<p>([^<]*)/g,
      (_, text) => `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt">${span}${text}</span>`,
    );
}
