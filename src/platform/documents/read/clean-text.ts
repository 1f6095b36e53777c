/** Zero-width characters, soft hyphens, marks of writing direction, control characters except tab and line breaks. */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/;
const everyInvisible = new RegExp(invisible.source, 'g');

/**
 * Removes what a reader of the page cannot see, leaving every visible character as it is.
 *
 * Example: `本年\u200B制发` → `本年制发`.
 */
export function removeInvisible(text: string): string {
  return invisible.test(text) ? text.replace(everyInvisible, '') : text;
}

const ideograph = /[\u2E80-\u303F\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]/;

/** Whether a character is written without spaces around it: Chinese characters, full-width signs. */
export const isIdeographic = (character: string | undefined): boolean =>
  character !== undefined && ideograph.test(character);

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Text set above or below the line: 760 with a raised 1 behind it is not 7601.
 *
 * Example: `1` → `¹`.
 */
export const raiseDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => raisedDigits[Number(digit)] ?? digit);
