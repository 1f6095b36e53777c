import { diffArrays } from 'diff';

/** Letters that are the same in both texts, or stand in one of them only. */
export interface DifferencePiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A block of one of the texts: unchanged, new, gone, or rewritten with what changed in it. */
export type DifferenceLine =
  | { kind: 'same' | 'added' | 'removed'; text: string }
  | { kind: 'changed'; pieces: DifferencePiece[] };

/** Beyond so many edits two texts have little to do with each other, and are shown one after the other. */
const maximumEdits = 4_000;

/**
 * What is different between two texts, for somebody to read: block by block, and within a block that was rewritten word by
 * word. Chinese is compared by characters; numbers, Latin words and dates stay whole.
 *
 * @param before one block a line, as `textOfHtml` gives it
 * @param after the same
 * @example `补助300元` and `补助500元` differ in `300` → `500`
 */
export function diffTexts(before: string, after: string): DifferenceLine[] {
  const changes = diffArrays(linesOf(before), linesOf(after), { maxEditLength: maximumEdits });
  if (!changes) return [...whole('removed', before), ...whole('added', after)];
  const told: DifferenceLine[] = [];
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at];
    const next = changes[at + 1];
    if (change?.removed && next?.added) {
      told.push(...pairUp(change.value, next.value));
      at++;
    } else if (change) {
      told.push(...change.value.map((text): DifferenceLine => ({ kind: kindOf(change), text })));
    }
  }
  return told;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

const whole = (kind: 'added' | 'removed', text: string): DifferenceLine[] =>
  linesOf(text).map((line) => ({ kind, text: line }));

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): DifferencePiece['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same';

/** Lines that went and lines that came: those alike are one line rewritten, in order. */
function pairUp(gone: readonly string[], come: readonly string[]): DifferenceLine[] {
  const told: DifferenceLine[] = [];
  let from = 0;
  for (const line of gone) {
    const reach = come.slice(from, from + 12);
    const found = reach.findIndex((each) => sharesLetters(line, each) && isAlike(diffLine(line, each)));
    if (found === -1) {
      told.push({ kind: 'removed', text: line });
      continue;
    }
    for (const text of reach.slice(0, found)) told.push({ kind: 'added', text });
    told.push({ kind: 'changed', pieces: diffLine(line, reach[found] as string) });
    from += found + 1;
  }
  return [...told, ...come.slice(from).map((text): DifferenceLine => ({ kind: 'added', text }))];
}

/** Words of a line: numbers with their points, Latin words, single Chinese characters, single signs. */
const wordsOf = (line: string): string[] => line.match(/\d+(?:[.,]\d+)*%?|[A-Za-z]+|\s+|[\s\S]/gu) ?? [];

function diffLine(before: string, after: string): DifferencePiece[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: maximumEdits });
  if (!changes) return [piece('removed', before), piece('added', after)];
  return join(changes.map((change) => piece(kindOf(change), change.value.join(''))));
}

const piece = (kind: DifferencePiece['kind'], text: string): DifferencePiece => ({ kind, text });

/** A single common character between two changes is chance, not agreement: it is shown as changed, so that words stay whole. */
function join(pieces: readonly DifferencePiece[]): DifferencePiece[] {
  const split = pieces.flatMap((each, at): DifferencePiece[] => {
    const isChance = each.kind === 'same' && at > 0 && at < pieces.length - 1 && /^[\p{Script=Han}]$/u.test(each.text);
    return isChance ? [piece('removed', each.text), piece('added', each.text)] : [each];
  });
  const joined: DifferencePiece[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) joined.push(piece('removed', gone));
    if (come) joined.push(piece('added', come));
    gone = '';
    come = '';
  };
  for (const { kind, text } of split) {
    if (kind === 'removed') gone += text;
    else if (kind === 'added') come += text;
    else {
      flush();
      joined.push(piece('same', text));
    }
  }
  flush();
  return joined;
}

/** A quick look before the comparison: a third of the letters of the shorter line are letters of the other. */
function sharesLetters(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const letters = new Set(longer);
  return Array.from(shorter).filter((letter) => letters.has(letter)).length * 3 >= shorter.length;
}

/** At least a third of the shorter line stands in both. */
function isAlike(pieces: readonly DifferencePiece[]): boolean {
  const length = (kind: DifferencePiece['kind']) =>
    pieces.filter((each) => each.kind === kind).reduce((sum, { text }) => sum + text.length, 0);
  const same = length('same');
  return same > 0 && same * 2 >= Math.min(length('removed'), length('added'));
}
