import { sizes, typefaces } from '../typography.ts';

interface CellStyle {
  font: keyof typeof fonts;
  border: boolean;
  fill: 'none' | 'mark';
  horizontal: 'left' | 'center' | 'right';
  vertical: 'center' | 'top';
  /** Characters one below the other. */
  stacked?: true;
}

const fonts = {
  text: { name: typefaces.table.name, size: 11 },
  title: { name: typefaces.table.name, size: 18, bold: true },
  heading: { name: typefaces.heading.name, size: sizes.小四 },
} as const;

/** Size of a font in points. */
export const fontSize = (name: keyof typeof fonts): number => fonts[name].size;

const cell: CellStyle = { font: 'text', border: true, fill: 'none', horizontal: 'center', vertical: 'center' };

/** The styles a cell of a sheet can have. */
export const cellStyle = {
  title: { ...cell, font: 'title', border: false },
  heading: { ...cell, font: 'heading', border: false, horizontal: 'left' },
  text: { ...cell, border: false, horizontal: 'left', vertical: 'top' },
  signature: { ...cell, border: false, horizontal: 'right' },
  center: cell,
  left: { ...cell, horizontal: 'left' },
  right: { ...cell, horizontal: 'right' },
  stacked: { ...cell, stacked: true },
  marked: { ...cell, fill: 'mark' },
  markedLeft: { ...cell, fill: 'mark', horizontal: 'left' },
} as const satisfies Record<string, CellStyle>;

/** Collects the combinations of style and number format that are used, and writes the style sheet. */
export class Styles {
  // The first entry is what every cell without a style has.
  readonly #used: { name: keyof typeof cellStyle; decimals: number | undefined }[] = [
    { name: 'text', decimals: undefined },
  ];

  /** The number by which cells refer to a style; `decimals` only for numbers. */
  index(name: keyof typeof cellStyle, decimals?: number): number {
    const found = this.#used.findIndex((each) => each.name === name && each.decimals === decimals);
    return found >= 0 ? found : this.#used.push({ name, decimals }) - 1;
  }

  xml(): string {
    const fractions = [...new Set(this.#used.map((each) => each.decimals ?? 0))].filter((decimals) => decimals > 0);
    const fontNames = Object.keys(fonts);
    const formats = fractions.map(
      (decimals) => `<numFmt numFmtId="${163 + decimals}" formatCode="0.${'0'.repeat(decimals)}"/>`,
    );
    const cellXfs = this.#used.map(({ name, decimals }) => {
      const style: CellStyle = cellStyle[name];
      // 0 is General, 1 is “0”, own formats begin at 164.
      const format = decimals === undefined ? 0 : decimals === 0 ? 1 : 163 + decimals;
      return (
        `<xf numFmtId="${format}" fontId="${fontNames.indexOf(style.font)}" fillId="${style.fill === 'mark' ? 2 : 0}" ` +
        `borderId="${style.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
        `<alignment horizontal="${style.horizontal}" vertical="${style.vertical}"` +
        `${style.stacked ? ' textRotation="255"' : ''} wrapText="1"/></xf>`
      );
    });
    const thin = (['left', 'right', 'top', 'bottom'] as const).map(
      (side) => `<${side} style="thin"><color auto="1"/></${side}>`,
    );
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '') +
      `<fonts count="${fontNames.length}">${Object.values(fonts).map(fontXml).join('')}</fonts>` +
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
      '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/><bgColor indexed="64"/></patternFill></fill></fills>' +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin.join('')}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${cellXfs.length}">${cellXfs.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

const fontXml = (font: { name: string; size: number; bold?: boolean }): string =>
  `<font>${font.bold ? '<b/>' : ''}<sz val="${font.size}"/><name val="${font.name}"/><charset val="134"/></font>`;
