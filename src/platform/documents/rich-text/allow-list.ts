import sanitize from 'sanitize-html';

/** The elements an author may write. What else is let through here only says where a block begins; it is rewritten afterwards. */
const written = [
  ...['h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'blockquote'],
  ...['strong', 'em', 'u', 'sub', 'sup', 'br', 'a', 'img', 'figure', 'figcaption', 'hr'],
];
const rewritten = [
  ...['h1', 'h5', 'h6', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'center', 'address', 'nav'],
  ...['details', 'summary', 'fieldset', 'legend', 'pre', 'dl', 'dt', 'dd', 'caption', 'tfoot', 'b', 'i', 'ins'],
];

/** Elements that go with everything in them: what they hold is no text of the author. */
const dropped = [
  ...['script', 'style', 'noscript', 'template', 'title', 'head', 'xml', 'object', 'applet', 'iframe', 'frameset'],
  ...['svg', 'math', 'canvas', 'audio', 'video', 'select', 'option', 'datalist', 'textarea', 'button', 'del', 'xmp'],
  ...['plaintext', 'noembed', 'noframes', 'listing'],
];

/** Found in a text that came from somewhere else, each with what a person is told of it. */
const findings = {
  active: (count: number) => `${count} 处脚本、表单或嵌入的网页内容，已删除`,
  links: (count: number) => `${count} 个链接的地址无效或不安全，已去掉链接，文字保留`,
  pictures: (count: number) => `${count} 张图片没有随文字带入，请用“插入图片”重新添加`,
  deletions: (count: number) => `${count} 处修订中已删除的文字，没有带入`,
  struck: (count: number) => `${count} 处删除线已去掉，文字保留，请核对`,
} as const;
type Finding = keyof typeof findings;

const activeElements = new Set(
  'script iframe object applet embed form input select textarea button svg math canvas audio video frameset link base'.split(
    ' ',
  ),
);
const pictureSource = /^attachment:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id in the address of a picture; undefined when it is not one of our attachments. */
export const pictureId = (source: string | undefined): string | undefined =>
  source !== undefined && pictureSource.test(source) ? source.slice('attachment:'.length) : undefined;

/** The address of a link as it may stand in a text; undefined for any other scheme, an address within the page, or nonsense. */
export function linkAddress(written: string | undefined): string | undefined {
  const address = written?.replace(/[\p{Cc}\p{Zs}]/gu, '') ?? '';
  if (!/^(?:https?:\/\/|mailto:)[^"<>\\^`{|}]+$/i.test(address) || address.length > 2_000) return undefined;
  return URL.canParse(address) ? address : undefined;
}

/**
 * The first of two lines: lets through only the elements and attributes of the list, with every other element's text but
 * not its tags. What comes out still has the shape it came in.
 *
 * @param html of any origin
 * @returns the rest, and in words what was taken out that an author should know of
 */
export function allowOnly(html: string): { html: string; removed: string[] } {
  const counts = new Map<Finding, number>();
  const count = (finding: Finding) => counts.set(finding, (counts.get(finding) ?? 0) + 1);
  const kept = sanitize(html, {
    allowedTags: [...written, ...rewritten],
    allowedAttributes: { a: ['href'], img: ['src', 'alt'], ol: ['start'], '*': ['colspan', 'rowspan', 'scope'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['attachment'] },
    allowProtocolRelative: false,
    nonTextTags: dropped,
    disallowedTagsMode: 'discard',
    parseStyleAttributes: false,
    enforceHtmlBoundary: false,
    nestingLimit: 60,
    onOpenTag(name, attributes) {
      if (activeElements.has(name)) count('active');
      if (Object.keys(attributes).some((attribute) => attribute.startsWith('on'))) count('active');
      if (name === 'a' && isForeign(attributes.href)) count('links');
      if (name === 'img' && pictureId(attributes.src) === undefined) count('pictures');
      if (name === 'del') count('deletions');
      if (name === 's' || name === 'strike') count('struck');
    },
  });
  const removed = [...counts].map(([finding, number]) => findings[finding](number));
  return { html: kept, removed };
}

/** Elements that end by themselves where the next one begins; open ones of these do not nest. */
const endBySelf = new Set(
  'p li dt dd tr td th thead tbody tfoot option br hr img input col meta link base wbr area source embed'.split(' '),
);
const maximumNesting = 200;

/**
 * Whether elements stand in each other deeper than in anything an office writes. Both parsers behind this take time by the
 * square of the depth, so it is asked before them, by a count that errs on the side of too deep.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (endBySelf.has(name.toLowerCase())) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > maximumNesting) return true;
  }
  return false;
}

/** Whether an address leads out of the page and may not stand in a text. */
const isForeign = (href: string | undefined): boolean =>
  href !== undefined && href.trim() !== '' && !href.trim().startsWith('#') && linkAddress(href) === undefined;
