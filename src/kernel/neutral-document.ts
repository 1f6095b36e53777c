/**
 * What any supported file is turned into before an area reads it: text and tables in reading
 * order, without fonts, colours or page layout. Readers of formats produce it, areas consume it.
 */
export interface NeutralDocument {
  /** What the file was, e.g. `application/pdf`; `text/plain` for pasted text. */
  mediaType: string;
  blocks: Block[];
  /** What the format reader had to guess, in Chinese, e.g. the character encoding. */
  remarks: string[];
}

export type Block = Paragraph | Table | PositionedLine;

/**
 * A paragraph of running text. Plain-text and Markdown sources give one paragraph per physical
 * line, tabs and pipes kept: what those mean is for the area to decide.
 */
export interface Paragraph {
  kind: 'paragraph';
  text: string;
  /** Heading level 1 to 6 when the source marks it as a heading. */
  heading?: number;
}

/** A table as a grid; a merged cell stands once, at its top left corner. */
export interface Table {
  kind: 'table';
  rowCount: number;
  columnCount: number;
  /** In reading order: by row, then by column. */
  cells: TableCell[];
}

export interface TableCell {
  /** Zero-based position of the top left corner in the grid. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** Paragraphs inside the cell are separated by `\n`. */
  text: string;
}

/**
 * A line of a page whose words stand at known places (PDF). Runs are ordered from left to right;
 * words closer than an ordinary space are one run.
 */
export interface PositionedLine {
  kind: 'line';
  /** One-based page number. */
  page: number;
  runs: PositionedRun[];
}

/** A piece of text with its horizontal extent in points from the left edge of the page. */
export interface PositionedRun {
  text: string;
  left: number;
  right: number;
}
