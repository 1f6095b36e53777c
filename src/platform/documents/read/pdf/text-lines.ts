import type { PositionedRun } from '../../../../kernel/neutral-document.ts';
import { isIdeographic, removeInvisible } from '../clean-text.ts';
import type { Glyph } from './geometry.ts';

/** A line of text: characters on one base line, from left to right. */
export interface TextLine {
  y: number;
  size: number;
  glyphs: Glyph[];
}

/** Gathers characters into lines by their base lines, from top to bottom; blanks are left out. */
export function gatherLines(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = glyphs
    .filter((glyph) => glyph.text.trim() !== '' && glyph.size > 0)
    .sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: TextLine[] = [];
  let line: TextLine | undefined;
  for (const glyph of sorted) {
    // Superscripts and mixed fonts differ by a fraction of the size; the next line by more than half of it.
    if (line === undefined || glyph.y - line.y > 0.35 * Math.min(Math.max(glyph.size, line.size), 40)) {
      line = { y: glyph.y, size: glyph.size, glyphs: [] };
      lines.push(line);
    }
    line.glyphs.push(glyph);
    if (glyph.size > line.size) line.size = glyph.size;
  }
  for (const each of lines) each.glyphs = orderWords(each.glyphs);
  return lines;
}

/**
 * The characters of a line word by word: where one word runs under the next (a label too long for its cell, the figure of
 * the next cell printed over its end), they must not be mixed by their places.
 */
function orderWords(glyphs: Glyph[]): Glyph[] {
  const words = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const word = words.get(glyph.word);
    if (word === undefined) words.set(glyph.word, [glyph]);
    else word.push(glyph);
  }
  const ordered = [...words.values()].sort((a, b) => leftOf(a) - leftOf(b));
  return ordered.filter((word, at) => !isDouble(word, ordered, at)).flat();
}

const leftOf = (word: Glyph[]): number => (word[0] as Glyph).left;
const textOf = (word: Glyph[]): string => word.map((glyph) => glyph.text).join('');

/** Bold type is sometimes made by printing the same word twice, a hair apart. */
function isDouble(word: Glyph[], ordered: Glyph[][], at: number): boolean {
  const [first] = word as [Glyph];
  for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
    const other = ordered[back] as Glyph[];
    if (first.left - leftOf(other) > 0.25 * (first.right - first.left)) break;
    if (textOf(other) === textOf(word)) return true;
  }
  return false;
}

/** A gap wider than this share of the type size separates two runs. */
const runGap = 0.7;
/** Words that overlap by more than this share of the type size belong to different places. */
const overlap = 0.12;
/** A gap wider than this share separates two words of letters or digits. */
const wordGap = 0.18;

/** The runs of a line: words closer than an ordinary space stand together. */
export function splitRuns(line: TextLine): PositionedRun[] {
  const runs: PositionedRun[] = [];
  let part: Glyph[] = [];
  const finish = () => {
    const first = part[0];
    if (first === undefined) return;
    const text = joinGlyphs(part);
    if (text !== '')
      runs.push({ text, left: round(first.left), right: round(Math.max(...part.map((glyph) => glyph.right))) });
    part = [];
  };
  for (const glyph of line.glyphs) {
    const before = part.at(-1);
    if (before !== undefined && isApart(before, glyph)) finish();
    part.push(glyph);
  }
  finish();
  return runs;
}

function isApart(before: Glyph, glyph: Glyph): boolean {
  const gap = glyph.left - before.right;
  const size = Math.max(before.size, glyph.size);
  return gap > runGap * size || (gap < -overlap * size && glyph.word !== before.word);
}

/** The text of characters that belong together, a space only between separated words of letters or digits. */
export function joinGlyphs(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before !== undefined && glyph.left - before.right > wordGap * glyph.size) {
      const isTight = isIdeographic(before.text.at(-1)) || isIdeographic(glyph.text[0]);
      if (!isTight) text += ' ';
    }
    text += glyph.text;
    before = glyph;
  }
  return removeInvisible(text).trim();
}

const round = (value: number): number => Math.round(value * 10) / 10;
