/**
 * A code as it is kept: without blanks and hyphens, capital letters, no full-width characters,
 * however it was typed or copied.
 *
 * @example normaliseCode('１１ 331a23-…') // '11331A23…'
 */
export const normaliseCode = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff\-‐-―]/g, '')
    .toUpperCase();
