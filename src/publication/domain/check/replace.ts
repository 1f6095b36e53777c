/** A stretch of a text and what comes in its place. */
export interface Replacement {
  start: number;
  end: number;
  put: string;
}

/**
 * Puts other words in the place of some, in one go however many there are. Of two that overlap the one that begins
 * further right counts.
 *
 * @example replaceStretches('甲乙丙', [{ start: 1, end: 2, put: '某' }]) // '甲某丙'
 */
export function replaceStretches(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let behind = text.length;
  let before = Number.POSITIVE_INFINITY;
  for (const { start, end, put } of replacements.toSorted((one, other) => other.start - one.start)) {
    if (end > before) continue;
    pieces.push(text.slice(end, behind), put);
    behind = start;
    before = start;
  }
  pieces.push(text.slice(0, behind));
  return pieces.reverse().join('');
}
