/** What the letters of a piece of text are: a link, and marks that mean something. */
export interface Marks {
  /** Where a link leads: http, https or mailto. */
  href?: string;
  strong?: true;
  em?: true;
  u?: true;
  sub?: true;
  sup?: true;
}

/** The marks that are elements, from the outermost in. */
export const markNames = ['strong', 'em', 'u', 'sub', 'sup'] as const;

/** A picture: an attachment of the item, never a foreign address. */
export interface Picture {
  kind: 'picture';
  /** Id of the attachment. */
  id: string;
  alt: string;
}

export type Inline = { kind: 'text'; text: string; marks: Marks } | { kind: 'break' } | Picture;

export interface Cell {
  isHeader: boolean;
  scope: 'col' | 'row' | undefined;
  columns: number;
  rows: number;
  blocks: Block[];
}

export interface TableBlock {
  kind: 'table';
  /** How many rows at the top stand in the head. */
  headRows: number;
  rows: Cell[][];
}

export interface ListBlock {
  kind: 'list';
  /** The first number; undefined for a list without numbers. */
  start: number | undefined;
  items: Block[][];
}

/** A rich text is a list of blocks: nothing else can be said in it, and so nothing else can come out. */
export type Block =
  | { kind: 'paragraph'; level: 2 | 3 | 4 | undefined; inlines: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'rule' }
  | { kind: 'figure'; picture: Picture; caption: Inline[] }
  | ListBlock
  | TableBlock;
