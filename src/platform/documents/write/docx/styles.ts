import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import { AlignmentType, LineRuleType } from 'docx';
import type { Typeface } from '../typography.ts';
import { charactersPerLine, linePitch, points, sizes, tableType, textWidth, typefaces } from '../typography.ts';

/** Twentieths of a point, the unit of OOXML for lengths. */
export const twips = (points: number): number => Math.round(points * 20);
/** Half points, the unit of OOXML for sizes of type. */
export const halfPoints = (points: number): number => Math.round(points * 2);

/** A Chinese face with the one for Latin letters and digits beside it. */
export const font = (face: Typeface, latin: Typeface = typefaces.latin) => ({
  ascii: latin.name,
  hAnsi: latin.name,
  cs: latin.name,
  eastAsia: face.name,
});

/** Ids of the paragraph styles that are not Word's own. */
export const style = {
  body: 'GongwenBody',
  addressee: 'GongwenAddressee',
  note: 'GongwenNote',
  signature: 'GongwenSignature',
  /** Cells of tables, by their density. */
  cell: { normal: 'GongwenTable', compact: 'GongwenTableCompact' },
} as const;

const exactly = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT, before: 0, after: 0 });
const twoCharacters = { firstLineChars: 200, firstLine: twips(2 * sizes.三号) };
const black = '000000';
// What a character gets beside its own width so that 28 of them fill a line; the grid of the page
// would do the same in Word alone.
const tracking = Math.floor(20 * (points(textWidth) / charactersPerLine - sizes.三号));

/** A heading of the text: one face a level, no colour, not parted from what follows. */
const heading = (name: string, face: Typeface, latin: Typeface = face) => ({
  name,
  basedOn: 'Normal',
  next: style.body,
  quickFormat: true,
  run: { font: font(face, latin), size: halfPoints(sizes.三号), color: black, bold: false },
  paragraph: { spacing: exactly(linePitch), indent: twoCharacters, keepNext: true, keepLines: true },
});

/** The text in the cells of a table: centred, small, not indented. */
const cell = (id: string, name: string, density: keyof typeof tableType): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  // Digits of the Chinese face all have the same width, half a character.
  run: { font: font(typefaces.table, typefaces.table), size: halfPoints(tableType[density].size), characterSpacing: 0 },
  paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(tableType[density].line) },
});

/** The styles of official documents under the names Word shows. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: {
        font: font(typefaces.body),
        size: halfPoints(sizes.三号),
        characterSpacing: tracking,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: exactly(linePitch), alignment: AlignmentType.BOTH },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: style.body,
      quickFormat: true,
      run: {
        font: font(typefaces.title, typefaces.title),
        size: halfPoints(sizes.二号),
        color: black,
        characterSpacing: 0,
      },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: twips(34), lineRule: LineRuleType.EXACT, before: 0, after: twips(linePitch) },
        keepNext: true,
        keepLines: true,
      },
    },
    heading1: heading('heading 1', typefaces.heading),
    heading2: heading('heading 2', typefaces.subheading),
    heading3: heading('heading 3', typefaces.body, typefaces.latin),
  },
  paragraphStyles: [
    {
      id: style.body,
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { spacing: exactly(linePitch), indent: twoCharacters, alignment: AlignmentType.BOTH },
    },
    {
      id: style.addressee,
      name: '公文主送机关',
      basedOn: 'Normal',
      next: style.body,
      quickFormat: true,
      paragraph: { spacing: exactly(linePitch), alignment: AlignmentType.LEFT, keepNext: true },
    },
    {
      id: style.note,
      name: '公文附注',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: halfPoints(sizes.小四), characterSpacing: 0 },
      paragraph: { spacing: exactly(20), alignment: AlignmentType.LEFT },
    },
    {
      id: style.signature,
      name: '公文落款',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        spacing: exactly(linePitch),
        alignment: AlignmentType.RIGHT,
        indent: { right: twips(4 * sizes.三号) },
        keepLines: true,
      },
    },
    cell(style.cell.normal, '公文表格', 'normal'),
    cell(style.cell.compact, '公文表格（紧凑）', 'compact'),
  ],
};

/**
 * The table of fonts: for each face what Word may take in its place, so that a machine without
 * 方正小标宋 or 仿宋_GB2312 shows the nearest face and not its default one.
 */
export function fontTableXml(): string {
  const entries = Object.values(typefaces).map((face: Typeface) => {
    const latin = face === typefaces.latin;
    const family = face.generic === 'serif' ? 'roman' : 'modern';
    return (
      `<w:font w:name="${face.name}"><w:altName w:val="${face.substitutes[0] ?? face.name}"/>` +
      `<w:charset w:val="${latin ? '00' : '86'}"/><w:family w:val="${family}"/>` +
      `<w:pitch w:val="${latin ? 'variable' : 'fixed'}"/></w:font>`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
  );
}
