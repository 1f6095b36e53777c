import type { CheckedDocument, Piece } from './document.ts';
import type { Hit, Span } from './finding.ts';
import { aboutIdentity, maskId, withChineseDigits } from './personal/identity-digits.ts';
import { isIdNumber } from './personal/numbers.ts';

/** A part of a number in one piece: its signs, and where they stand in the plain text. */
interface Part {
  piece: Piece;
  signs: string;
  start: number;
  end: number;
  /** Whether the piece holds nothing else, so that the number may go on behind it. */
  isAll: boolean;
}

const signsOfNumber = 18;
/** A number is cut into few parts, one of them long; or into boxes for one sign each, as forms have them. */
const mostParts = 4;
const longPart = 8;
/** What may stand between two signs of one part, and around it. */
const filler = '[^0-9A-Za-z\\u3400-\\u9fff]{0,3}';
const atEnd = new RegExp(`(?<![0-9A-Za-z])(\\d(?:${filler}\\d){0,16})${filler}$`);
const atBeginning = new RegExp(`^${filler}((?:\\d${filler}){0,17}(?:\\d|[Xx](?![A-Za-z])))(?![0-9A-Za-z])`);
const onlyFiller = new RegExp(`^${filler}$`);
/** As far as a part can reach. */
const longestPart = 80;

const bareSigns = (written: string): string => written.replace(/[^\dXx]/g, '').toUpperCase();

/** The digits with which a piece ends, and those with which it begins. */
function partsOf(piece: Piece): { tail?: Part; head?: Part } {
  const digits = withChineseDigits(piece.plain.text);
  const cut = Math.max(0, digits.length - longestPart);
  const tail = atEnd.exec(digits.slice(cut));
  const head = atBeginning.exec(digits.slice(0, longestPart));
  const isAll = head !== null && onlyFiller.test(digits.slice(head[0].length));
  return {
    ...(tail?.[1] === undefined
      ? {}
      : { tail: partAt(piece, tail[1], cut + tail.index + tail[0].indexOf(tail[1]), isAll) }),
    ...(head?.[1] === undefined ? {} : { head: partAt(piece, head[1], head[0].indexOf(head[1]), isAll) }),
  };
}

const partAt = (piece: Piece, written: string, start: number, isAll: boolean): Part => ({
  piece,
  signs: bareSigns(written),
  start,
  end: start + written.length,
  isAll,
});

/** Whether parts that make up a number were one before they were cut: not every row of figures that adds up. */
function isOneNumber(parts: readonly Part[], lead: string): boolean {
  const number = parts.map(({ signs }) => signs).join('');
  if (!isIdNumber(number)) return false;
  if (aboutIdentity.test(lead)) return true;
  if (parts.length === signsOfNumber) return parts.every(({ isAll }) => isAll);
  return parts.length <= mostParts && parts.some(({ signs }) => signs.length >= longPart);
}

/** The numbers that begin in one piece of a row and end in another. */
function* findIn(row: readonly Piece[]): Generator<Hit> {
  const ends = row.map(partsOf);
  for (let from = 0; from < row.length; from += 1) {
    const tail = ends[from]?.tail;
    if (!tail) continue;
    const parts = [tail];
    let count = tail.signs.length;
    for (let at = from + 1; at < row.length && count < signsOfNumber; at += 1) {
      const head = ends[at]?.head;
      if (!head) break;
      parts.push(head);
      count += head.signs.length;
      if (!head.isAll) break;
    }
    if (count !== signsOfNumber || parts.length < 2) continue;
    const { piece } = tail;
    const lead = `${row[from - 1]?.plain.text.slice(-20) ?? ''} ${piece.label} ${piece.plain.text.slice(0, tail.start).slice(-20)}`;
    if (isOneNumber(parts, lead)) yield hitOf(parts);
  }
}

function hitOf(parts: readonly Part[]): Hit {
  const number = parts.map(({ signs }) => signs).join('');
  const masked = maskId(number);
  let at = 0;
  const spans = parts.map(({ piece, signs, start, end }): Span => {
    const replacement = masked.slice(at, at + signs.length);
    at += signs.length;
    return { place: piece.place, ...piece.plain.locate(start, end), replacement };
  });
  const [first] = spans as [Span];
  return {
    check: 'id-18',
    message:
      '完整的居民身份证号码，分写在相邻的单元格或者段落里，连起来就能读出，不得公开。请脱敏，只留前 6 位和后 4 位。',
    excerpt: spans.map(({ replacement }) => replacement).join('｜'),
    spans,
    place: first.place,
    content: number,
  };
}

/** The rows in which pieces are read one after the other: paragraph by paragraph, cell by cell, and down each column. */
function* rowsOf({ pieces, tables }: CheckedDocument): Generator<readonly Piece[]> {
  const sourceOf = ({ place }: Piece): string =>
    place.part === 'attachment' ? `attachment ${place.attachmentId}` : place.part === 'body' ? 'body' : '';
  const filled = pieces.filter((piece) => piece.plain.text.trim() !== '' && sourceOf(piece) !== '');
  yield* Map.groupBy(filled, sourceOf).values();
  for (const { rows } of tables) {
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (let column = 0; column < width; column += 1) {
      yield rows.flatMap((row) => row[column] ?? []).filter((piece) => piece.plain.text.trim() !== '');
    }
  }
}

/**
 * Full 身份证号码 that are cut over table cells or paragraphs: none of the pieces says anything, together they can be
 * read. The check digit and the day of birth have to be right, and the parts have to look like a number that was cut.
 *
 * @example 110105 | 19491231 | 002X in three cells of a row is one
 */
export function* findSplitNumbers(document: CheckedDocument): Generator<Hit> {
  const seen = new Set<string>();
  for (const row of rowsOf(document)) {
    for (const hit of findIn(row)) {
      const key = JSON.stringify([hit.content, hit.place, hit.spans[0]?.start]);
      if (seen.has(key)) continue;
      seen.add(key);
      yield hit;
    }
  }
}
