// How wide text stands in a terminal, and what follows from it: padding, cutting, wrapping, tables.

/** Signs that take two columns: CJK, kana, hangul, full-width forms, pictographs. */
const wide = /[ᄀ-ᅟ⺀-〾ぁ-㏿㐀-䶿一-鿿ꀀ-꓏가-힣豈-﫿︰-﹯＀-｠￠-￦\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns the text takes on one line of a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += wide.test(sign) ? 2 : zero.test(sign) ? 0 : 1;
  return width;
}

/** Text from a file with nothing in it that would steer the terminal. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (sign) =>
    sign === '\n' || sign === '\t' || sign === '\r' ? ' ' : '\ufffd',
  );
}

/** Filled up with spaces to `width` columns. */
function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/** Cut to at most `width` columns, the cut shown by an ellipsis. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const sign of text) {
    const step = displayWidth(sign);
    if (used + step > width - 1) break;
    kept += sign;
    used += step;
  }
  return `${kept}…`;
}

// A word or number stays whole; a bracket or quotation mark stays with what it opens or closes.
const pieces = /[（《“‘〔【]*(?:[!-~]+|\S)[，。；：、！？）》”’〕】]*|\s+/gu;

/** Broken into lines of at most `width` columns, all but the first beginning with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const room = width - displayWidth(indent);
  for (const piece of text.match(pieces) ?? []) {
    const step = displayWidth(piece);
    if (used > 0 && used + step > (lines.length === 0 ? width : room)) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += step;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines.map((each, index) => (index === 0 ? each : indent + each));
}

/** A column of a table for people. */
export interface DisplayColumn {
  title: string;
  align?: 'left' | 'right';
  /** Takes what the other columns leave of the line; its cells are cut where that is too little. */
  yields?: true;
}

/** How wide a table may become. */
export interface TableLimits {
  /** Columns of the whole line. */
  width: number;
  /** Titles wider than this are set in several lines. */
  titleWidth?: number;
}

const gap = 2;
const narrowest = 12;

/** A table with a line of titles, aligned by display width and without ruled lines. */
export function displayTable(
  columns: readonly DisplayColumn[],
  rows: readonly (readonly string[])[],
  { width, titleWidth = width }: TableLimits,
): string[] {
  const titles = columns.map((column) => splitTitle(column.title, titleWidth));
  const height = Math.max(...titles.map((lines) => lines.length));
  const widths = columns.map((_, at) =>
    Math.max(...[...(titles[at] ?? []), ...rows.map((row) => row[at] ?? '')].map(displayWidth)),
  );
  const excess = widths.reduce((sum, each) => sum + each + gap, -gap) - width;
  const yielding = columns.findIndex((column) => column.yields);
  if (excess > 0 && yielding >= 0) widths[yielding] = Math.max(narrowest, (widths[yielding] ?? 0) - excess);

  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => pad(cut(cell, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align))
      .join(' '.repeat(gap))
      .trimEnd();
  const head = Array.from({ length: height }, (_, level) =>
    line(titles.map((lines) => lines[level - height + lines.length] ?? '')),
  );
  return [...head, ...rows.map(line)];
}

function splitTitle(title: string, width: number): string[] {
  const lines = [''];
  for (const sign of title) {
    const last = lines.at(-1) ?? '';
    if (displayWidth(last + sign) > width) lines.push(sign);
    else lines[lines.length - 1] = last + sign;
  }
  return lines;
}
