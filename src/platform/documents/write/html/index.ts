import type { PrintableBlock, PrintableDocument, PrintableRun } from '../../../../kernel/printable-document.ts';
import { escapeXml } from '../escape.ts';
import { styleSheet } from './style.ts';
import { htmlTable } from './table.ts';

/** A page that stands alone: headings, paragraphs and tables as such, no script, nothing fetched. */
export function writeHtml(document: PrintableDocument): string {
  const body = document.blocks.map((block, index) => htmlBlock(block, `table-${index + 1}`)).join('');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(document.title)}</title>
<style>${styleSheet}</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

function htmlBlock(block: PrintableBlock, id: string): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.parts.map((part) => `<span>${escapeXml(part)}</span>`).join('')}</h1>\n`;
    case 'heading':
      return `<h${block.level + 1}>${escapeXml(block.text)}</h${block.level + 1}>\n`;
    case 'paragraph': {
      const role = block.role === 'body' ? '' : ` class="${block.role}"`;
      return `<p${role}>${block.runs.map(htmlRun).join('') || '<br>'}</p>\n`;
    }
    case 'signature':
      return block.lines
        .map((line, index) => `<p class="signature${index === 0 ? ' first' : ''}">${escapeXml(line) || '<br>'}</p>\n`)
        .join('');
    case 'table':
      return htmlTable(block, id);
  }
}

function htmlRun(run: PrintableRun): string {
  const text = escapeXml(run.text);
  if (run.kind === 'lead') return `<span class="lead">${text}</span>`;
  if (run.kind === 'strong') return `<strong>${text}</strong>`;
  if (run.kind === 'marked') return `<mark>${text}</mark>`;
  return text;
}
