import { createHash } from 'node:crypto';
import type { Explanation } from './explanation.ts';

// The page carries its own style and asks for nothing else: it has to work when nothing else does.
const style = `
body { margin: 0; background: #f3f5f8; color: #1b2330; font: 1rem/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
header { background: #12376a; color: #fff; padding: .75rem 1.25rem; }
header a { color: inherit; font-family: "Songti SC", SimSun, "Noto Serif SC", "Noto Serif CJK SC", serif; font-size: 1.625rem; font-weight: 700; letter-spacing: .1em; text-decoration: none; }
main { max-width: 38rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { margin: 0 0 1rem; font-size: 1.75rem; line-height: 1.4; }
p { margin: 0 0 1rem; }
main a { color: #1a4c8b; text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid #1a4c8b; outline-offset: 3px; }
header a:focus-visible { outline-color: #fff; }
.reference { color: #475264; font-size: .9375rem; border-top: 1px solid #d3dae3; padding-top: 1rem; }
code { font-family: ui-monospace, Consolas, monospace; user-select: all; }
`;

/** The hash by which the content security policy allows the style above. */
export const errorPageStyleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * The page a browser gets when a request fails.
 *
 * @param reference the id under which the request stands in the log
 */
export function errorPage({ status, title, message }: Explanation, reference: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header><a href="/">公开</a></header>
<main>
<h1>${title}</h1>
<p>${message}</p>
<p><a href="/">返回首页</a></p>
<p class="reference">状态 ${status}，编号 <code>${reference}</code></p>
</main>
</body>
</html>
`;
}
