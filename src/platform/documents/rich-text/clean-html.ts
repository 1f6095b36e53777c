import { allowOnly, isTooDeep } from './allow-list.ts';
import { readBlocks } from './build.ts';
import { writeBlocks } from './write.ts';

/** The longest text that is taken, in characters of HTML: some two hundred printed pages. */
export const maximumHtmlCharacters = 2_000_000;

/** A text as it may be kept and shown. */
export interface CleanText {
  html: string;
  /** What was taken out that its author should know of, each a sentence without its end; empty when nothing was. */
  removed: string[];
}

/**
 * Makes of any HTML the semantic HTML that is kept and shown: headings 2 to 4, paragraphs, lists, tables, quotations, figures,
 * emphasis, links to http, https and mailto, pictures that are attachments. Everything else goes, the text stays. It never
 * throws, and cleaning what is clean changes nothing.
 *
 * @param html of any origin; what is beyond {@link maximumHtmlCharacters} is cut off
 * @example `<div onclick="x()"><b>通知</b></div>` becomes `<p><strong>通知</strong></p>`, and one thing was removed
 */
export function cleanHtml(html: string): CleanText {
  const isCut = html.length > maximumHtmlCharacters;
  const taken = isCut ? html.slice(0, maximumHtmlCharacters) : html;
  const isFlat = isTooDeep(taken);
  const { html: allowed, removed } = allowOnly(isFlat ? wordsOnly(taken) : taken);
  if (isFlat) removed.unshift('网页代码层次过深，只保留了文字，请核对分段');
  if (isCut) removed.unshift('正文过长，超出部分没有保存，请分成几篇或改用附件');
  return { html: writeBlocks(readBlocks(allowed)), removed };
}

/** What is left of a text that is nested beyond reason: its words, a line for each block. */
const wordsOnly = (html: string): string =>
  html.replace(/<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)\s*>|$)/gi, '').replace(/<[^<>]*>?/g, '<br>');
