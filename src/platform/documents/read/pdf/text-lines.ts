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
  for (const each of lines) each.glyphs = removeDoubles(each.glyphs.sort((a, b) => a.left - b.left));
  return lines;
}

/** Bold type is sometimes made by printing the same character twice, a hair apart. */
function removeDoubles(glyphs: Glyph[]): Glyph[] {
  return glyphs.filter((glyph, at) => {
    for (let back = at - 1; back >= 0 && back >= at - 3; back--) {
      const other = glyphs[back] as Glyph;
      if (glyph.left - other.left > 0.25 * (other.right - other.left)) break;
      if (other.text === glyph.text) return false;
    }
    return true;
  });
}

/** A gap wider than this share of the type size separates two runs. */
const runGap = 0.7;
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
    if (before !== undefined && glyph.left - before.right > runGap * Math.max(before.size, glyph.size)) finish();
    part.push(glyph);
  }
  finish();
  return runs;
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
