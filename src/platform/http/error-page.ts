import { createHash } from 'node:crypto';
import type { Explanation } from './explanation.ts';

// The page carries its own style and asks for nothing else: it has to work when nothing else does.
const style = `
body { margin: 0; background: #f4f6f9; color: #1d2733; font: 1.0625rem/1.75 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { margin: 0 0 .75rem; font-size: 1.625rem; line-height: 1.4; border-left: .3rem solid #b3261e; padding-left: .9rem; }
p { margin: 0 0 1rem; }
a { color: #0b4f9e; text-underline-offset: .2em; }
a:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 3px; }
.reference { color: #4a5665; font-size: .9375rem; }
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
