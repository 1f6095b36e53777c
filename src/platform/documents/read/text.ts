import type { Block, NeutralDocument, Paragraph } from '../../../kernel/neutral-document.ts';
import { removeInvisible } from './clean-text.ts';
import { type Deadline, limits } from './limits.ts';
import { removeMarks } from './markdown.ts';
import { DocumentRefusal } from './refusal.ts';

/**
 * Plain text or Markdown as one paragraph per physical line, empty lines, tabs, pipes and leading spaces kept.
 *
 * Markdown marks of headings and emphasis are taken off in both, because reports saved as `.txt` carry them
 * too. A `<table>` written as HTML inside the text becomes a table.
 */
export async function readText(
  text: string,
  format: 'text' | 'markdown',
  deadline: Deadline,
): Promise<NeutralDocument> {
  if (text.length > limits.characters) throw new DocumentRefusal('text-too-long');
  const blocks: Block[] = [];
  const remarks: string[] = [];
  for (const part of splitAtTables(text)) {
    if (part.isTable) {
      const { readHtmlText } = await import('./html/read-html.ts');
      const page = await readHtmlText(part.text, deadline);
      for (const block of page.blocks) blocks.push(block);
      remarks.push(...page.remarks);
    } else {
      appendLines(part.text, format, blocks);
    }
    deadline.check();
  }
  return { mediaType: format === 'markdown' ? 'text/markdown' : 'text/plain', blocks, remarks };
}

/** The text in pieces, every outermost `<table>…</table>` apart; one that is never closed reaches to the end. */
function splitAtTables(text: string): { text: string; isTable: boolean }[] {
  if (!/<table[\s>]/i.test(text)) return [{ text, isTable: false }];
  const parts: { text: string; isTable: boolean }[] = [];
  const tag = /<(\/?)table[\s>]/gi;
  let depth = 0;
  let from = 0;
  const cut = (to: number, isTable: boolean) => {
    const piece = text.slice(from, to);
    // The line breaks around a table belong to neither side.
    if (isTable) parts.push({ text: piece, isTable });
    else if (piece.trim() !== '') parts.push({ text: piece.replace(/^[ \t]*(?:\r\n?|\n)/, ''), isTable });
    from = to;
  };
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    if (match[1] === '') {
      if (depth++ === 0) cut(match.index, false);
    } else if (depth > 0 && --depth === 0) {
      cut(tag.lastIndex, true);
    }
  }
  cut(text.length, depth > 0);
  return parts;
}

function appendLines(text: string, format: 'text' | 'markdown', blocks: Block[]): void {
  // A form feed is pdftotext's page break: alone or at the start of a line it adds no line of its own.
  const lines = text.replace(/(^|[\r\n])\f+/g, '$1').split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
  if (lines.length > limits.lines) throw new DocumentRefusal('text-too-long');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) {
    const paragraph = readLine(removeInvisible(line), format);
    if (paragraph !== undefined) blocks.push(paragraph);
  }
}

function readLine(line: string, format: 'text' | 'markdown'): Paragraph | undefined {
  const heading = /^ {0,3}(#{1,6})(?=[ \t\u3000]|$)/.exec(line);
  if (heading !== null) {
    const text = removeClosingMark(line.slice(heading[0].length).trim());
    return { kind: 'paragraph', text: removeMarks(text, format), heading: (heading[1] as string).length };
  }
  if (format === 'markdown' && /^ {0,3}(?:```|~~~)/.test(line)) return undefined;
  return { kind: 'paragraph', text: removeMarks(line, format) };
}

/** `二、主动公开 ##` → `二、主动公开` */
function removeClosingMark(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end--;
  if (end === text.length) return text;
  return end === 0 || /\s/.test(text[end - 1] as string) ? text.slice(0, end).trimEnd() : text;
}
