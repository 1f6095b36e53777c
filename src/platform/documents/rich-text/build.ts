import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { linkAddress, pictureId } from './allow-list.ts';
import { readTable } from './build-table.ts';
import { attributeOf, type Element, isElement, type Node, whole } from './element.ts';
import { tidy } from './inlines.ts';
import type { Block, Inline, ListBlock, Marks, Picture } from './model.ts';

/** Deeper than this nothing an office writes goes; what is deeper is let go. */
const maximumDepth = 150;

/** How the place a node stands in changes what becomes of it. */
interface Context {
  marks: Marks;
  depth: number;
  /** Added to the level of every heading: the page's own heading is the title. */
  lowered: number;
  /** Headings become paragraphs in bold, as in a list. */
  isPlain?: boolean;
}

/** Reads HTML as a browser does and makes blocks of it: the second line, which knows nothing but the blocks there are. */
export function readBlocks(html: string): Block[] {
  const { childNodes } = parseFragment(html);
  return blocksIn(childNodes, { marks: {}, depth: 0, lowered: /<h1[\s>]/i.test(html) ? 1 : 0 });
}

/** What stands inside an element, as blocks; bare text between them becomes paragraphs. */
function blocksIn(nodes: readonly Node[], context: Context): Block[] {
  const story = new Story();
  walk(nodes, context, story);
  story.end();
  return story.blocks;
}

/** Collects the blocks of one place and the line being read. */
class Story {
  readonly blocks: Block[] = [];
  #line: Inline[] = [];

  add(inline: Inline): void {
    this.#line.push(inline);
  }

  push(block: Block): void {
    this.end();
    this.blocks.push(block);
  }

  /** Ends the line being read. */
  end(level?: 2 | 3 | 4): void {
    const line = this.#line;
    this.#line = [];
    const marked = level === undefined ? line : line.map(withoutStrength);
    const inlines = tidy(marked);
    if (inlines.length > 0) this.blocks.push({ kind: 'paragraph', level, inlines });
  }
}

/** A heading is strong by itself. */
function withoutStrength(inline: Inline): Inline {
  if (inline.kind !== 'text') return inline;
  const { strong: _, ...marks } = inline.marks;
  return { ...inline, marks };
}

const markOf: Readonly<Record<string, Marks>> = {
  strong: { strong: true },
  b: { strong: true },
  em: { em: true },
  i: { em: true },
  u: { u: true },
  ins: { u: true },
  sub: { sub: true },
  sup: { sup: true },
};

const carriers = new Set(
  'p div section article header footer main aside center address nav details summary fieldset legend dd figcaption'.split(
    ' ',
  ),
);

function walk(nodes: readonly Node[], context: Context, story: Story): void {
  if (context.depth > maximumDepth) return;
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      story.add({ kind: 'text', text: node.value, marks: context.marks });
    } else if (isElement(node)) {
      readElement(node, { ...context, depth: context.depth + 1 }, story);
    }
  }
}

function readElement(element: Element, context: Context, story: Story): void {
  const { tagName: name, childNodes } = element;
  const mark = markOf[name];
  if (mark) walk(childNodes, { ...context, marks: { ...context.marks, ...mark } }, story);
  else if (carriers.has(name)) readCarrier(childNodes, context, story);
  else if (/^h[1-6]$/.test(name)) readHeading(element, context, story);
  else readOther(element, context, story);
}

function readOther(element: Element, context: Context, story: Story): void {
  const { tagName: name, childNodes } = element;
  switch (name) {
    case 'a':
      walk(childNodes, { ...context, marks: withLink(context.marks, attributeOf(element, 'href')) }, story);
      break;
    case 'br':
      story.add({ kind: 'break' });
      break;
    case 'img': {
      const picture = readPicture(element);
      if (picture) story.add(picture);
      break;
    }
    case 'hr':
      story.push({ kind: 'rule' });
      break;
    case 'dt':
      readCarrier(childNodes, { ...context, marks: { ...context.marks, strong: true } }, story);
      break;
    case 'pre':
      readLines(childNodes, context, story);
      break;
    case 'ul':
    case 'ol':
      readList(element, context, story);
      break;
    case 'li':
      pushFilled(story, { kind: 'list', start: undefined, items: [itemOf(childNodes, context)] });
      break;
    case 'table':
      for (const block of readTable(element, (nodes) => blocksIn(nodes, inTable(context)))) story.push(block);
      break;
    case 'blockquote':
      pushFilled(story, { kind: 'quote', blocks: blocksIn(childNodes, context) });
      break;
    case 'figure':
      readFigure(element, context, story);
      break;
    default:
      walk(childNodes, context, story);
      break;
  }
}

function readCarrier(nodes: readonly Node[], context: Context, story: Story): void {
  story.end();
  walk(nodes, context, story);
  story.end();
}

function readHeading({ tagName, childNodes }: Element, context: Context, story: Story): void {
  if (context.isPlain) {
    readCarrier(childNodes, { ...context, marks: { ...context.marks, strong: true } }, story);
    return;
  }
  const level = Math.min(Math.max(Number(tagName[1]) + context.lowered, 2), 4) as 2 | 3 | 4;
  story.end();
  const inner = blocksIn(childNodes, { ...context, isPlain: true });
  for (const block of inner)
    story.push(
      block.kind === 'paragraph' ? { ...block, level, inlines: tidy(block.inlines.map(withoutStrength)) } : block,
    );
}

/** Preformatted text keeps its lines and nothing else. */
function readLines(nodes: readonly Node[], context: Context, story: Story): void {
  story.end();
  const broken = nodes.flatMap((node): Node[] => {
    if (node.nodeName !== '#text' || !('value' in node)) return [node];
    return node.value
      .split(/\r?\n/)
      .flatMap((value, at) => [
        ...(at > 0 ? parseFragment('<br>').childNodes : []),
        { ...node, value } satisfies DefaultTreeAdapterTypes.TextNode,
      ]);
  });
  walk(broken, context, story);
  story.end();
}

function readList(element: Element, context: Context, story: Story): void {
  const start = element.tagName === 'ol' ? Math.max(1, whole(attributeOf(element, 'start'), 100_000) ?? 1) : undefined;
  const list: ListBlock = { kind: 'list', start, items: [] };
  for (const node of element.childNodes) {
    const isList = isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol');
    const item = isElement(node) && node.tagName === 'li' ? itemOf(node.childNodes, context) : itemOf([node], context);
    const last = list.items.at(-1);
    // A list that stands between items belongs to the item before it.
    if (isList && last) last.push(...item);
    else if (item.length > 0) list.items.push(item);
  }
  pushFilled(story, list);
}

/** A cell takes no marks from around its table. */
const inTable = (context: Context): Context => ({ ...context, marks: {}, depth: context.depth + 3, isPlain: true });

const itemOf = (nodes: readonly Node[], context: Context): Block[] =>
  blocksIn(nodes, { ...context, depth: context.depth + 1, isPlain: true });

function pushFilled(story: Story, block: Block): void {
  const isFilled =
    block.kind === 'list'
      ? block.items.some((item) => item.length > 0)
      : block.kind !== 'quote' || block.blocks.length > 0;
  if (!isFilled) story.end();
  else story.push(block.kind === 'list' ? { ...block, items: block.items.filter((item) => item.length > 0) } : block);
}

function readFigure(element: Element, context: Context, story: Story): void {
  const inner = blocksIn(element.childNodes, { ...context, isPlain: true });
  const [first, ...rest] = inner;
  const picture = first?.kind === 'paragraph' && first.inlines.length === 1 ? first.inlines[0] : undefined;
  if (picture?.kind !== 'picture' || rest.some(({ kind }) => kind !== 'paragraph')) {
    for (const block of inner) story.push(block);
    return;
  }
  const caption = rest.flatMap((block): Inline[] =>
    block.kind === 'paragraph' ? [{ kind: 'break' }, ...block.inlines] : [],
  );
  story.push({ kind: 'figure', picture, caption: tidy(caption).filter(({ kind }) => kind !== 'picture') });
}

function readPicture(element: Element): Picture | undefined {
  const id = pictureId(attributeOf(element, 'src'));
  if (id === undefined) return undefined;
  const [alt] = tidy([{ kind: 'text', text: attributeOf(element, 'alt') ?? '', marks: {} }]);
  return { kind: 'picture', id, alt: alt?.kind === 'text' ? Array.from(alt.text).slice(0, 200).join('').trim() : '' };
}

function withLink(marks: Marks, href: string | undefined): Marks {
  const address = linkAddress(href);
  return address === undefined ? marks : { ...marks, href: address };
}
