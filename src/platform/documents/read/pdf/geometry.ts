/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that first applies `inner`, then `outer`. */
export const combine = (outer: Matrix, inner: ArrayLike<number>): Matrix => {
  const [a, b, c, d, e, f] = outer;
  const i = (at: number) => inner[at] as number;
  return [
    a * i(0) + c * i(1),
    b * i(0) + d * i(1),
    a * i(2) + c * i(3),
    b * i(2) + d * i(3),
    a * i(4) + c * i(5) + e,
    b * i(4) + d * i(5) + f,
  ];
};

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** A character on a page, in points from the top left corner of the page as it is read. */
export interface Glyph {
  text: string;
  left: number;
  right: number;
  /** Of the base line, growing downwards. */
  y: number;
  /** Height of the letters' square. */
  size: number;
  /** Characters drawn in one stroke, without a space or a gap between them, carry the same number: they are one word. */
  word: number;
}

/** A straight rule: `at` is its y when it is horizontal, its x when it is vertical. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

/** What is drawn on a page, turned so that the text runs from left to right. */
export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  /** Text that runs upwards, downwards or backwards beside the page's own direction, in the order it was drawn. */
  turned: Glyph[];
  horizontal: Rule[];
  vertical: Rule[];
}
