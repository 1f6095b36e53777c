import type { Block } from '../../rich-text/model.ts';
import { points, textWidthInEms } from '../typography.ts';

/** The sizes of paper a sheet for a wall is printed on, in millimetres. */
export const posterSizes = {
  A4: { width: 210, height: 297, margin: 18 },
  A3: { width: 297, height: 420, margin: 24 },
} as const;
export type PosterSize = keyof typeof posterSizes;

/**
 * Sizes of type in points: the text is read from a metre, the title from three. A character of 16 points is five and a half
 * millimetres high, which a reader of seventy makes out at that distance.
 */
export const posterType = {
  A4: { head: 16, title: 30, body: 17, heading: 19, table: 13, narrowTable: 10.5, facts: 13, foot: 10.5, code: 30 },
  A3: { head: 24, title: 46, body: 26, heading: 29, table: 20, narrowTable: 16, facts: 20, foot: 14, code: 46 },
} as const satisfies Record<PosterSize, Record<string, number>>;

/** Columns from which on a table is set in the smaller type. */
export const narrowFrom = 6;

/** A picture of the text. */
export interface PosterPicture {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
}

/** A sheet to hang on a wall: what it says, who says it, and where to read more. */
export interface Poster {
  size: PosterSize;
  /** Above the title, e.g. the full name of the organ. */
  head: string;
  title: string;
  /** Below the title, e.g. 发文字号; empty for none. */
  subtitle: string;
  body: readonly Block[];
  /** By the id of the attachment; one that is missing is named by its words. */
  pictures: ReadonlyMap<string, PosterPicture>;
  /** What stands below the text, in order: 发布机关, 索引号, 公示期限, 监督电话. */
  facts: readonly { label: string; text: string }[];
  /** The address behind the code to be scanned; absent for none. */
  address?: string;
  /** In the foot of every page, beside the number. */
  foot: string;
}

/** Width between the margins, in millimetres. */
export const widthOf = ({ size }: Pick<Poster, 'size'>): number =>
  posterSizes[size].width - 2 * posterSizes[size].margin;

/** Points of the title: one of more than two lines is set smaller, so that the text begins on the upper half. */
export function titleSize(poster: Pick<Poster, 'size' | 'title'>): number {
  const { title: size } = posterType[poster.size];
  const rows = textWidthInEms(poster.title) / (points(widthOf(poster)) / size);
  return rows <= 2 ? size : Math.max(size * 0.7, Math.floor((size * 4) / rows) / 2);
}

/**
 * The lines of a title, about equally long: as few as its width needs, not broken within a number or a word in Latin
 * letters, nor before a mark that must not begin a line.
 *
 * @param room width of a line in ems
 * @example balanceTitle('石桥镇2026年耕地地力保护补贴发放情况公示', 16) // ['石桥镇2026年耕地地力', '保护补贴发放情况公示']
 */
export function balanceTitle(title: string, room: number): string[] {
  const pieces = title.match(/[\u0020-\u007e]+|[\s\S]/gu) ?? [];
  const total = textWidthInEms(title);
  const rows = Math.max(1, Math.ceil(total / room));
  const lines: string[] = [''];
  let before = 0;
  for (const piece of pieces) {
    const width = textWidthInEms(piece);
    const isFull = before + width / 2 > (total / rows) * lines.length;
    if (isFull && lines.length < rows && !/^[，。、；：！？”’）》〉】]/.test(piece)) lines.push('');
    lines[lines.length - 1] += piece;
    before += width;
  }
  return lines;
}

/** The text below the code. */
export const codeCaption = '扫码查看原文和附件';

/** Width and height of a picture in pixels; undefined where the file does not say. */
export function pictureSize({ bytes, mediaType }: PosterPicture): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/png') {
    return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
  }
  // Segments of a JPEG: marker, length, content; the one that begins the frame has the size.
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
