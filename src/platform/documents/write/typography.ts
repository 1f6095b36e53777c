/**
 * The typography of official documents, GB/T 9704—2012 党政机关公文格式: A4, 22 lines of 28
 * characters, 3号仿宋 for the text, 黑体 and 楷体 for the headings, 2号小标宋 for the title.
 * Lengths are millimetres, sizes of type are points.
 */

/** 5.2.1, 5.2.2: page and margins. */
export const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 } as const;

/** Width of the type area: 156 mm. */
export const textWidth = page.width - page.left - page.right;

/** Sizes of type by their Chinese names. */
export const sizes = { 二号: 22, 小二: 18, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const;

/** Distance of the lines of running text: 22 of them fill the 225 mm of the type area. */
export const linePitch = 28.95;

/** Characters in a line of running text: 28 of them fill the 156 mm of the type area. */
export const charactersPerLine = 28;

export interface Typeface {
  /** The face the standard asks for. */
  name: string;
  /** Faces that stand in for it where it is not installed, best first. */
  substitutes: readonly string[];
  /** Generic family of CSS at the end of the list. */
  generic: 'serif' | 'sans-serif';
}

export const typefaces = {
  title: { name: '方正小标宋简体', substitutes: ['方正小标宋_GBK', '小标宋', '华文中宋', '宋体'], generic: 'serif' },
  body: { name: '仿宋_GB2312', substitutes: ['仿宋', 'FangSong', '华文仿宋'], generic: 'serif' },
  heading: { name: '黑体', substitutes: ['SimHei', '华文黑体', 'Noto Sans CJK SC'], generic: 'sans-serif' },
  subheading: { name: '楷体_GB2312', substitutes: ['楷体', 'KaiTi', '华文楷体'], generic: 'serif' },
  table: { name: '宋体', substitutes: ['SimSun', '华文宋体', 'Noto Serif CJK SC'], generic: 'serif' },
  latin: { name: 'Times New Roman', substitutes: ['Liberation Serif'], generic: 'serif' },
} as const satisfies Record<string, Typeface>;

/** Type and spacing of a table by its density, in points. */
export const tableType = {
  normal: { size: sizes.五号, line: 15, rowHeight: 21, padding: 4, paddingAbove: 2 },
  compact: { size: sizes.小五, line: 12, rowHeight: 18.5, padding: 2, paddingAbove: 0 },
} as const;

/** Points in a length in millimetres. */
export const points = (millimetres: number): number => (millimetres / 25.4) * 72;

/**
 * Width of a text in ems: a Chinese character is one wide, a Latin letter or digit about a half.
 *
 * @example textWidthInEms('2024年') → 3
 */
export function textWidthInEms(text: string, digit = 0.5): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2000 ? digit : 1;
  return width;
}

/** Digits of some faces are wider than half an em. */
const widestDigit = 0.55;

/**
 * The size at which a text stands on one line, or the nearest below which it cannot be read.
 *
 * @param size wanted size in points; `width` the room in points
 * @example fittingSize('12345678', 30, 10.5) → 6.5
 */
export function fittingSize(text: string, width: number, size: number): number {
  const fitting = Math.floor((width / Math.max(textWidthInEms(text, widestDigit), 1)) * 2) / 2;
  return Math.max(Math.min(size, fitting), 6);
}

/**
 * What has to be taken from the room of a label that breaks over several lines so that they come
 * out about equally long: 商业企业 in room for three becomes 商业 over 企业, not 商业企 over 业.
 *
 * @param room in points, as the answer
 * @example surplusRoom('商业企业', 31, 9) → 12
 */
export function surplusRoom(text: string, room: number, size: number): number {
  const width = textWidthInEms(text);
  const perLine = Math.floor(room / size);
  if (perLine < 1 || width <= perLine) return 0;
  const even = Math.ceil(width / Math.ceil(width / perLine));
  return Math.max(0, Math.floor(room - even * size - 1));
}

/**
 * Lines for a title whose parts must not be torn: as few as possible, then as even as possible.
 * A part longer than a line stands alone and is broken wherever the page ends.
 *
 * @param room width of a line in ems
 * @example breakTitle(['云溪县石桥镇人民政府', '2024年政府信息公开工作年度报告'], 20) → one line each
 */
export function breakTitle(parts: readonly string[], room: number): readonly string[] {
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  // Every way to set the parts in lines: after each part the line goes on or ends.
  let ways: string[][] = [[first]];
  for (const part of rest) {
    ways = ways.flatMap((lines) => [
      [...lines.slice(0, -1), `${lines.at(-1)}${part}`],
      [...lines, part],
    ]);
  }
  const measured = ways.map((lines) => {
    const widths = lines.map((line) => textWidthInEms(line));
    const rows = widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / room)), 0);
    const torn = widths.filter((width) => width > room).length;
    return { lines, torn, rows, widest: Math.max(...widths) };
  });
  measured.sort((a, b) => a.torn - b.torn || a.rows - b.rows || a.widest - b.widest);
  return measured[0]?.lines ?? [];
}
