/** How a document from Word begins, taken out of its text. */
export interface WordOpening {
  title?: string;
  documentNumber?: string;
  /** The text without what was taken out. */
  html: string;
}

/** Looked for only among the first blocks: further down a line of this kind is part of the text. */
const furthest = 5;
const block = /^\s*<(h[2-4]|p)(?:\s[^>]*)?>(.*?)<\/\1>/s;
const number = /^[\p{Script=Han}\d]{2,20}[〔[（(［]\d{4}[〕\]）)］]第?\d{1,5}号$/u;
const named =
  /(?:通知|办法|规定|细则|决定|决议|公告|通告|公示|意见|方案|规划|计划|预案|批复|函|报告|制度|指南|解读|要点|规则|清单)(?:（[^）]{1,12}）)?$/;

/**
 * Takes the title and the 文号 from the head of a document, as the layout of official documents places them (GB/T
 * 9704—2012, 7.2.5 and 7.3.1); the page shows both above the text, which would have them twice. Takes nothing from a
 * document that does not begin with its title.
 *
 * @param html the cleaned text of the Word file
 * @example readOpening('<h2>关于停水的通告</h2><p>石政〔2026〕6号</p><p>各村：</p>') →
 *   { title: '关于停水的通告', documentNumber: '石政〔2026〕6号', html: '<p>各村：</p>' }
 */
export function readOpening(html: string): WordOpening {
  let rest = html;
  let title: string | undefined;
  let documentNumber: string | undefined;
  for (let at = 0; at < furthest; at++) {
    const found = block.exec(rest);
    if (!found) break;
    const [whole, tag, inner = ''] = found;
    const words = wordsOf(inner);
    if (/<img/.test(inner)) break;
    if (words === '') rest = rest.slice(whole.length);
    else if (documentNumber === undefined && number.test(words)) {
      documentNumber = words;
      rest = rest.slice(whole.length);
    } else if (title === undefined && isTitle(words, tag)) {
      title = words;
      rest = rest.slice(whole.length);
    } else break;
  }
  if (title === undefined) return { html };
  return { title, ...(documentNumber === undefined ? {} : { documentNumber }), html: rest };
}

const isTitle = (words: string, tag: string | undefined): boolean =>
  words.length <= 100 && !/[。；：:;]$/.test(words) && (tag === 'h2' || (!words.includes('。') && named.test(words)));

const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
