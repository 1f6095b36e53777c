import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import { kindOfMarker, type Numbered } from './list-markers.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

interface OpenList {
  level: number;
  name: 'ul' | 'ol';
  element: Element;
}

/**
 * Makes lists of the paragraphs that are numbered, where they stand next to each other; a number that a list cannot show
 * becomes words before its paragraph.
 *
 * @param parent whose children are looked through; changed in place
 * @param numberOf the automatic number of a paragraph; it also takes the number out of the text where it stands there
 */
export function makeLists(parent: Parent, numberOf: (element: Element) => Numbered | undefined): void {
  const open: OpenList[] = [];
  const children = parent.childNodes;
  parent.childNodes = [];
  for (const child of children) {
    const numbered = 'tagName' in child ? numberOf(child) : undefined;
    const kind = numbered && (numbered.asWords ? 'words' : kindOfMarker(numbered.marker));
    if ('tagName' in child && numbered && kind !== undefined && kind !== 'words') {
      addItem(parent, open, child, numbered.level, kind);
      continue;
    }
    // White space between paragraphs does not end a list.
    if (child.nodeName === '#text' && 'value' in child && child.value.trim() === '') continue;
    if (child.nodeName === '#comment') continue;
    open.length = 0;
    if ('tagName' in child && numbered) prefix(child, numbered.marker);
    defaultTreeAdapter.appendChild(parent, child);
  }
}

function addItem(
  parent: Parent,
  open: OpenList[],
  paragraph: Element,
  level: number,
  kind: 'points' | { start: number },
): void {
  const name = kind === 'points' ? 'ul' : 'ol';
  while (open.length > 0 && (open.at(-1) as OpenList).level > level) open.pop();
  if (open.at(-1)?.level === level && open.at(-1)?.name !== name) open.pop();
  let list = open.at(-1);
  if (list === undefined || list.level < level) {
    const attributes = kind === 'points' || kind.start === 1 ? [] : [{ name: 'start', value: String(kind.start) }];
    const element = defaultTreeAdapter.createElement(name, html.NS.HTML, attributes);
    const lastItem = list?.element.childNodes.findLast((node): node is Element => 'tagName' in node);
    defaultTreeAdapter.appendChild(lastItem ?? parent, element);
    list = { level, name, element };
    open.push(list);
  }
  const item = defaultTreeAdapter.createElement('li', html.NS.HTML, []);
  for (const node of paragraph.childNodes) defaultTreeAdapter.appendChild(item, node);
  defaultTreeAdapter.appendChild(list.element, item);
}

/** Puts a number in words before a paragraph, as it is seen. */
function prefix(paragraph: Element, marker: string): void {
  const words = marker.replace(/[\s\u00a0]+/g, ' ').trim();
  // A number of a heading is set apart, `1.2 范围`; Chinese ones are not, `一、范围`.
  const text = defaultTreeAdapter.createTextNode(/[\w.]$/.test(words) ? `${words} ` : words);
  paragraph.childNodes = [text, ...paragraph.childNodes];
  text.parentNode = paragraph;
}
