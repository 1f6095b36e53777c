import type { PlainDate } from '../../kernel/plain-date.ts';

/** What a 索引号 may be put together from, by the word in its template. */
const indexParts = {
  统一社会信用代码: 'credit-code',
  区划代码: 'division',
  年: 'year',
  月: 'month',
  日: 'day',
  类别: 'kind',
  序号: 'serial',
} as const;
type IndexPart = (typeof indexParts)[keyof typeof indexParts];

/** The usual form (P-40): 统一社会信用代码/year-five digits. */
export const standardIndexTemplate = '{统一社会信用代码}/{年}-{序号:5}';

/** A piece of a template: text as it is, or something put in. */
type Piece = { text: string } | { part: Exclude<IndexPart, 'serial'> } | { part: 'serial'; digits: number };

/**
 * What is wrong with a template, as a sentence; undefined when nothing is. There has to be one 序号, so that no two
 * items get the same, and the year or the code of the organ keeps the numbers short.
 *
 * @example checkIndexTemplate('{年}-{月}') // '须有一个序号，例如 {序号:5}。'
 */
export function checkIndexTemplate(template: string): string | undefined {
  if (template.length > 100) return '不能超过 100 个字。';
  const strange = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, word = '']) => word).find((word) => !pieceOf(word));
  if (strange !== undefined)
    return `不认识“{${strange}}”，可用：${Object.keys(indexParts)
      .map((word) => `{${word}}`)
      .join('、')}；序号可写位数，如 {序号:5}。`;
  const rest = template.replace(/\{[^{}]*\}/g, '');
  if (!/^[\p{Letter}\p{Number}/_.〔〕-]*$/u.test(rest)) return '占位符之外只能用文字、数字和 / - _ . 〔〕。';
  const serials = (template.match(/\{序号(?::\d)?\}|\{serial(?::\d)?\}/g) ?? []).length;
  return serials === 1 ? undefined : '须有一个序号，例如 {序号:5}。';
}

/** What is put into a 索引号. */
export interface IndexValues {
  creditCode: string;
  divisionCode: string;
  /** The day of publication. */
  day: PlainDate;
  /** 组配分类: two digits, the item of 条例 art. 20, 99 for everything else. */
  kindCode: string;
}

/**
 * The series of a 索引号: all of it but the serial, where `#` stands. Numbers of one series are counted on their own.
 *
 * @example seriesOf('{统一社会信用代码}/{年}-{序号:5}', values) // '11990123000000019R/2026-#'
 */
export const seriesOf = (template: string, values: IndexValues): string => render(template, values, () => '#');

/**
 * A 索引号 with its serial.
 *
 * @example writeIndexNumber('{统一社会信用代码}/{年}-{序号:5}', values, 35) // '11990123000000019R/2026-00035'
 */
export const writeIndexNumber = (template: string, values: IndexValues, serial: number): string =>
  render(template, values, (digits) => String(serial).padStart(digits, '0'));

/** The two digits of 组配分类. */
export const kindCodeOf = (article20: number | undefined): string =>
  article20 === undefined ? '99' : String(article20).padStart(2, '0');

function render(
  template: string,
  { creditCode, divisionCode, day, kindCode }: IndexValues,
  serial: (digits: number) => string,
): string {
  const parts: Record<Exclude<IndexPart, 'serial'>, string> = {
    'credit-code': creditCode,
    division: divisionCode,
    year: day.slice(0, 4),
    month: day.slice(5, 7),
    day: day.slice(8, 10),
    kind: kindCode,
  };
  return template.replace(/\{([^{}]*)\}/g, (_, word: string) => {
    const piece = pieceOf(word);
    if (!piece || 'text' in piece) return '';
    return piece.part === 'serial' ? serial(piece.digits) : parts[piece.part];
  });
}

/** A placeholder by its Chinese word or by its code word. */
function pieceOf(word: string): Piece | undefined {
  const [, name = '', digits] = /^([^:]*)(?::([1-9]))?$/.exec(word) ?? [];
  const part =
    (indexParts as Record<string, IndexPart | undefined>)[name] ??
    Object.values(indexParts).find((each) => each === name);
  if (part === 'serial') return { part, digits: Number(digits ?? 5) };
  return part && digits === undefined ? { part } : undefined;
}
