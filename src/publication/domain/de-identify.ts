import { Claims } from './check/detector.ts';
import { maskWords, personalStretches } from './check/index.ts';
import { isPersonName, maskName } from './check/names.ts';
import { decoded, editHtml, type HtmlEdit, readHtml } from './check/rich-text.ts';

/** A text without names and numbers, and how many were taken out. */
export interface Deidentified {
  html: string;
  hidden: number;
}

/** A name that is all of its cell, or stands in a list: 张大山、王小梅. A word before a comma is seldom one. */
const tokens = /(?<=^|[\s、：:（(])[^\s、，,；;：:（）()|/。]+(?=[\s、]|$)|(?<=、)[^\s、，,；;：:（）()|/。]+/g;
/** Numbers that lead to a person: telephones, identity and bank cards, also with letters hidden in them already. */
const numbers = /(?<!\d)\d[\d*＊]{5,}[\dXx]?(?![\d年])/g;
/** A word after which a name follows. */
const labelled =
  /(?:姓名|户主|申请人|被征收人|负责人|联系人|候选人|人选|对象|同志|家长|监护人)(?:为|是|[:：])?\s*([\u4e00-\u9fa5]{2,4})/g;

/**
 * Takes the names and the numbers out of a 公示 that is past its last day (公开后去标识化, 2018年政务公开工作要点): a name
 * that stands by itself in a cell or a list keeps its family name, and so it does wherever else it stands; of a number
 * the first three digits stay; pictures go. Places, amounts and dates stay: what was decided can still be understood.
 *
 * @example deidentify('<td>李小云</td><td>13800001234</td>') // '<td>李某</td><td>138********</td>', hidden 2
 */
export function deidentify(html: string): Deidentified {
  const { blocks } = readHtml(html);
  const known = new Set(blocks.flatMap(({ text }) => namesIn(text)));
  const edits = blocks.flatMap(({ text }, block): HtmlEdit[] => {
    const hidden: HtmlEdit[] = [
      ...[...text.matchAll(numbers)].map(({ index, 0: number }) => ({
        block,
        start: index,
        end: index + number.length,
        replacement: hideNumber(number),
      })),
      ...[...known].flatMap((name) =>
        placesOf(name, text).map((start) => ({ block, start, end: start + name.length, replacement: maskName(name) })),
      ),
    ];
    // Addresses, mail, who is ill: what the checks before publication would mask, where it is not hidden already.
    const claims = new Claims(text.length);
    for (const { start, end } of hidden) claims.take(start, end);
    const rest = personalStretches(text).filter(({ start, end }) => claims.take(start, end));
    return [...hidden, ...rest.map((stretch) => ({ block, ...stretch }))];
  });
  const shown = hideUnread(editHtml(html, edits), known);
  return { html: shown.html, hidden: edits.length + shown.hidden };
}

/** What nobody reads in the words: pictures, which may show a list, and links to an address that says who. */
function hideUnread(html: string, known: ReadonlySet<string>): Deidentified {
  let hidden = 0;
  const take = (kept: string): string => {
    hidden += 1;
    return kept;
  };
  const tells = (href: string): boolean =>
    personalStretches(href).length > 0 || [...known].some((name) => href.includes(name));
  const withoutPictures = html.replace(/<img\b[^>]*>/gi, () => take(''));
  const without = withoutPictures.replace(/<a\b[^>]*>/gi, (tag) => {
    const [, href = ''] = /href="([^"]*)"/i.exec(tag) ?? [];
    return tells(decoded(href)) ? take('<a>') : tag;
  });
  return { html: without, hidden };
}

/** The same in a line of plain text, such as a field or a title; `known` are the names found elsewhere. */
export function deidentifyLine(line: string, known: ReadonlySet<string>): string {
  const named = [...known].reduce((text, name) => text.replaceAll(name, maskName(name)), line);
  return maskWords(named.replace(numbers, hideNumber));
}

/** The names that stand in a text: alone in a cell, in a list, or after a word that announces one. */
export function namesIn(text: string): string[] {
  const alone = [...text.matchAll(tokens)].map(([token]) => token).filter(isPersonName);
  const announced = [...text.matchAll(labelled)].flatMap(([, name = '']) => firstName(name) ?? []);
  return [...alone, ...announced];
}

/** The names of all blocks of an HTML text. */
export const namesOfHtml = (html: string): ReadonlySet<string> =>
  new Set(readHtml(html).blocks.flatMap(({ text }) => namesIn(text)));

/** The longest beginning that is a name: 李小云等 is 李小云 and a word. */
const firstName = (letters: string): string | undefined =>
  [3, 2, 4].map((length) => letters.slice(0, length)).find((part) => part.length > 1 && isPersonName(part));

function placesOf(name: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

const hideNumber = (number: string): string => `${number.slice(0, 3)}${'*'.repeat(number.length - 3)}`;
