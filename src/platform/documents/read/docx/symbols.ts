/** Signs of the Wingdings fonts that stand in forms, by their place in the font. */
const wingdings: Record<number, string> = {
  108: '●',
  110: '■',
  111: '□',
  113: '□',
  117: '◆',
  161: '○',
  168: '□',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};
const wingdings2: Record<number, string> = { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '□' };

/** Signs of the Symbol font outside the Greek letters that stand in figures. */
const symbols: Record<number, string> = { 177: '±', 180: '×', 184: '÷', 163: '≤', 179: '≥', 183: '•', 215: '·' };

/**
 * The text of a sign inserted by font and place (`w:sym`); `code` is hexadecimal, in symbol fonts from F000 on.
 * A sign that is not known is left out: it is an ornament, never a figure.
 */
export function symbolText(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (Number.isNaN(value)) return '';
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const name = font.toLowerCase();
  if (name === 'wingdings 2') return wingdings2[place] ?? '';
  if (name.startsWith('wingdings')) return wingdings[place] ?? '';
  if (name === 'symbol') return symbols[place] ?? (place >= 0x20 && place < 0x7f ? String.fromCharCode(place) : '');
  return value >= 0x20 && value < 0xd800 ? String.fromCodePoint(value) : '';
}
