import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as markup, parseFragment, serialize } from 'parse5';
import { isTooDeep } from './allow-list.ts';
import { type CleanText, cleanHtml, maximumHtmlCharacters } from './clean-html.ts';
import { attributeOf } from './element.ts';
import type { Numbered } from './list-markers.ts';
import { makeLists } from './office-lists.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * Cleans what was pasted from Word, WPS or a web page: first what these programs mean by their styles is made into
 * elements, then {@link cleanHtml}.
 *
 * @param html what the clipboard holds as `text/html`
 */
export const cleanPaste = (html: string): CleanText => cleanHtml(normaliseOfficePaste(html));

/**
 * Turns the HTML that Word and WPS put on the clipboard into plain HTML: paragraphs with `mso-list` become lists, outline
 * levels headings, styles of letters elements; comments, deletions, hidden text and drawings go. It is not clean yet.
 */
export function normaliseOfficePaste(html: string): string {
  // What cannot be read in good time is left to the cleaning, which keeps its words.
  if (html.length > maximumHtmlCharacters || isTooDeep(html)) return html;
  const fragment = parseFragment(withinFragment(html));
  settle(fragment);
  return serialize(fragment);
}

/** Windows puts the page around what was copied and marks it. */
function withinFragment(html: string): string {
  const copied = /<!--\s*StartFragment\s*-->([\s\S]*?)(?:<!--\s*EndFragment\s*-->|$)/i.exec(html)?.[1] ?? html;
  // What only other programs are to read, as `<![if !supportLists]>`, is read as a comment by a parser; its content stays.
  return withoutForeign(copied).replace(/<!\[(?:if[^\]<>]*|endif)\]>/gi, '');
}

/** Without the comments that only Word reads as text: `<!--[if gte mso 9]> … <![endif]-->`. */
function withoutForeign(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { index } of html.matchAll(/<!--\[if[^\]<>]{0,200}\]>/gi)) {
    if (index < at) continue;
    const end = html.indexOf('<![endif]-->', index);
    if (end === -1) break;
    pieces.push(html.slice(at, index));
    at = end + '<![endif]-->'.length;
  }
  return pieces.join('') + html.slice(at);
}

function settle(parent: Parent): void {
  const kept: Node[] = [];
  for (const child of parent.childNodes) {
    if (!('tagName' in child)) kept.push(child);
    else if (!isUnseen(child)) kept.push(child);
  }
  parent.childNodes = kept;
  for (const child of kept) {
    if (!('tagName' in child)) continue;
    settle(child);
    if (/^(?:span|font|b|p|h[1-6]|li)$/.test(child.tagName)) giveMeaning(child);
  }
  makeLists(parent, numberOf);
}

/** Deleted and hidden text, comments of readers, drawings and the data of programs. */
function isUnseen(element: Element): boolean {
  const { tagName: name } = element;
  const style = styleOf(element);
  const kind = attributeOf(element, 'class') ?? '';
  if (/^(?:style|xml|meta|link|title)$/.test(name) || name.startsWith('v:')) return true;
  if (/display:none|mso-hide:all|mso-element:(?:comment|header|footer)/.test(style)) return true;
  return /\bMso(?:Comment|AnnotationReference)|\bmsoDel\b|\bmsocom/i.test(kind);
}

const meanings: readonly (readonly [RegExp, string])[] = [
  [/(?:^|;)font-weight:(?:bold|[6-9]00)/, 'strong'],
  [/(?:^|;)font-style:italic/, 'em'],
  [/(?:^|;)text-decoration:[^;]*underline/, 'u'],
  [/(?:^|;)vertical-align:super/, 'sup'],
  [/(?:^|;)vertical-align:sub/, 'sub'],
];

function giveMeaning(element: Element): void {
  const style = styleOf(element);
  if (element.tagName === 'b' && /(?:^|;)font-weight:(?:normal|[1-4]00)/.test(style)) rename(element, 'span');
  const outline = /mso-outline-level:\s*([1-6])/.exec(style)?.[1];
  if (element.tagName === 'p' && outline !== undefined) rename(element, `h${outline}`);
  for (const [pattern, name] of meanings) if (pattern.test(style)) wrapContent(element, name);
}

function rename(element: Element, name: string): void {
  element.tagName = name;
  element.nodeName = name;
}

function wrapContent(element: Element, name: string): void {
  const wrapper = defaultTreeAdapter.createElement(name, markup.NS.HTML, []);
  for (const node of element.childNodes) defaultTreeAdapter.appendChild(wrapper, node);
  element.childNodes = [];
  defaultTreeAdapter.appendChild(element, wrapper);
}

/** The automatic number of a paragraph of Word; its text is taken out of the paragraph. */
function numberOf(element: Element): Numbered | undefined {
  if (!/^(?:p|h[1-6]|div)$/.test(element.tagName)) return undefined;
  const level = /mso-list:[^;]*?level(\d)/.exec(styleOf(element))?.[1];
  const marker = level === undefined ? undefined : takeMarker(element);
  if (level === undefined || marker === undefined) return undefined;
  // A numbered heading stays a heading.
  return { level: Number(level) - 1, marker, asWords: element.tagName.startsWith('h') };
}

function takeMarker(parent: Parent): string | undefined {
  for (const [at, child] of parent.childNodes.entries()) {
    if (!('tagName' in child)) continue;
    if (/mso-list:ignore/.test(styleOf(child))) {
      parent.childNodes.splice(at, 1);
      return wordsOf(child);
    }
    const inner = takeMarker(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

const wordsOf = (node: Node): string => {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
};

/** The style of an element in one spelling: small letters, no blanks. */
const styleOf = (element: Element): string => (attributeOf(element, 'style') ?? '').toLowerCase().replace(/\s+/g, '');
