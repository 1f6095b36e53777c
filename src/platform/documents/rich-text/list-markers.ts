/** A paragraph that a program for offices numbered by itself. */
export interface Numbered {
  /** 0 for the outermost. */
  level: number;
  /** As it is seen: `1.`, `（一）`, `·`. */
  marker: string;
  /** It stays a paragraph with its number before it, whatever the number is. */
  asWords: boolean;
}

/**
 * What becomes of an automatic number: a list of points, a list with numbers, or words before the paragraph. The Chinese
 * numbers of official documents (一、 （一） 第三条) are words: a list of the web cannot show them.
 *
 * @example `3.` is an ordered list that begins with 3; `（一）` is words
 */
export function kindOfMarker(marker: string): 'points' | 'words' | { start: number } {
  const plain = marker.replace(/[\s\u00a0]+/g, '');
  const number = /^(\d{1,5})[.．、]?$/.exec(plain)?.[1];
  if (number !== undefined) return { start: Number(number) };
  return /[\p{L}\p{N}]/u.test(plain) && !isPoint(plain) ? 'words' : 'points';
}

/** Letters that fonts of symbols show as points. */
const isPoint = (marker: string): boolean => /^[onlqtuvwØüÞ§]$/u.test(marker);
