import { apply, combine, identity, type Matrix } from './geometry.ts';

/** A character as pdf.js describes it; `width` is in thousandths of the font's square. */
export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric?: [number, number, number] | null;
}

/** A font as far as it moves the pen. */
export interface PdfFont {
  fontMatrix?: ArrayLike<number>;
  vertical?: boolean;
}

/** Where a shown character begins and ends, in page space, with the direction of its line as a quarter turn. */
export interface ShownGlyph {
  text: string;
  start: [number, number];
  end: [number, number];
  size: number;
  /** The same for characters of one word. */
  word: number;
  /** 0 right, 1 down, 2 left, 3 up; undefined for any other angle. */
  turn: number | undefined;
}

/** The part of the graphics state that places text; saved and restored with it. */
export interface TextSettings {
  font: PdfFont;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

export const initialSettings: TextSettings = {
  font: {},
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** A gap within one stroke, in thousandths of the size, up to which the word goes on. */
const widestKerning = 500;

/** The pen of a text object: it follows the operators that move it and says where each character falls. */
export class Pen {
  #matrix: Matrix = identity;
  #x = 0;
  #y = 0;
  #lineX = 0;
  #lineY = 0;
  #word = 0;

  begin(): void {
    this.setMatrix(identity);
  }

  setMatrix(matrix: ArrayLike<number>): void {
    this.#matrix = combine(identity, matrix);
    this.#x = 0;
    this.#y = 0;
    this.#lineX = 0;
    this.#lineY = 0;
  }

  move(x: number, y: number): void {
    this.#lineX += x;
    this.#lineY += y;
    this.#x = this.#lineX;
    this.#y = this.#lineY;
  }

  /** Shows characters and gaps (numbers, in thousandths of the font size, backwards). */
  show(
    items: readonly (PdfGlyph | number)[],
    settings: TextSettings,
    page: Matrix,
    each: (glyph: ShownGlyph) => void,
  ): void {
    const { font, fontSize, charSpacing, wordSpacing, scale, rise } = settings;
    const text = combine(page, this.#matrix);
    const unit = fontSize * (font.fontMatrix?.[0] ?? 0.001);
    const size = Math.abs(fontSize) * Math.hypot(text[2], text[3]);
    const isVertical = font.vertical === true;
    const turn = findTurn(fontSize < 0 ? -text[0] : text[0], fontSize < 0 ? -text[1] : text[1]);
    this.#word++;
    for (const item of items) {
      if (typeof item === 'number') {
        const gap = (-item * fontSize) / 1000;
        if (Math.abs(item) > widestKerning) this.#word++;
        if (isVertical) this.#y += gap;
        else this.#x += gap * scale;
        continue;
      }
      if (item.unicode.trim() === '' || charSpacing > fontSize / 2) this.#word++;
      const spacing = (item.isSpace ? wordSpacing : 0) + charSpacing;
      if (isVertical) {
        // A vertical line is read as characters one below the other, each on its own base line.
        const [advance, originX] = item.vmetric ?? [-1000, 500];
        const left = this.#x - originX * unit;
        const base = this.#y - 0.88 * fontSize + rise;
        each({
          text: item.unicode,
          start: apply(text, left, base),
          end: apply(text, left + item.width * unit, base),
          size,
          word: this.#word,
          turn,
        });
        this.#y += advance * unit - spacing;
        continue;
      }
      const width = item.width * unit * scale;
      const y = this.#y + rise;
      each({
        text: item.unicode,
        start: apply(text, this.#x, y),
        end: apply(text, this.#x + width, y),
        size,
        word: this.#word,
        turn,
      });
      this.#x += width + spacing * scale;
    }
  }
}

/** The quarter turn of a direction on a page whose y grows downwards. */
function findTurn(x: number, y: number): number | undefined {
  const length = Math.hypot(x, y);
  if (length === 0) return undefined;
  // A scanned page is often a degree askew.
  if (Math.abs(y) < 0.05 * length) return x > 0 ? 0 : 2;
  if (Math.abs(x) < 0.05 * length) return y > 0 ? 1 : 3;
  return undefined;
}
