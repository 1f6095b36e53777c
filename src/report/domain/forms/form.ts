/**
 * The words in which a form of the annual report is declared. A form is data: its rows, columns,
 * labels, spans and sums stand in one file (`2021.ts`, `2019.ts`), and the reader, the checker,
 * the writers, the JSON Schema, the documentation and the fixtures all read that file.
 */
export interface Form {
  id: FormId;
  /** The instrument that prescribes the form, as it is cited. */
  instrument: string;
  /** First and last report year the form is for; no `to` means still in force. */
  years: { from: number; to?: number };
  sections: readonly SectionDeclaration[];
  tables: {
    proactive: TableDeclaration;
    requests: TableDeclaration;
    remedies: TableDeclaration;
  };
  /** The sums the form demands of itself, over whole rows or columns. */
  sums: readonly SumDeclaration[];
}

export type FormId = '2021' | '2019';
export type TableKey = keyof Form['tables'];
export const tableKeys = ['proactive', 'requests', 'remedies'] as const satisfies readonly TableKey[];

export interface SectionDeclaration {
  number: 1 | 2 | 3 | 4 | 5 | 6;
  /** The heading the form prescribes, without its number. */
  heading: string;
  /** Other wordings seen in published reports. */
  variants: readonly string[];
}

/**
 * One of the three tables. `blocks` are the parts that carry a header of their own: four or five
 * in table 二, one in table 三, three side by side in table 四.
 */
export interface TableDeclaration {
  key: TableKey;
  /** Number of the section that holds the table. */
  section: 2 | 3 | 4;
  blocks: readonly BlockDeclaration[];
}

export interface BlockDeclaration {
  /** Caption in the form, e.g. 第二十条第（一）项 or 行政复议; empty when the block has none. */
  caption: string;
  /** Outer caption shared with the neighbouring block: 行政诉讼 over its two halves. */
  outerCaption?: string;
  /** Header over the row labels, e.g. 信息内容; empty when there is none. */
  labelHeader: string;
  columns: readonly ColumnDeclaration[];
  rows: readonly RowDeclaration[];
}

/**
 * - `count`: a non-negative integer.
 * - `change`: an integer with a sign (本年增/减).
 * - `money`: a decimal string in the unit of its column.
 */
export type CellKind = 'count' | 'change' | 'money';

export interface ColumnDeclaration {
  key: string;
  /** Label in the form. */
  label: string;
  /** Shortened or differing wordings seen. */
  variants: readonly string[];
  kind: CellKind;
  /** Unit of a money column. */
  unit?: '元' | '万元';
  /** Header that spans this column and its neighbours: 法人或其他组织. */
  group?: string;
}

export interface RowDeclaration {
  key: string;
  /** Label in the form without its ordinal. */
  label: string;
  /** Ordinal as the form prints it, e.g. 一、 or （一） or 1. */
  ordinal: string;
  /** Shortened or differing wordings seen, without ordinals. */
  variants: readonly string[];
  /** The labels this row stands under, outermost first, with their ordinals. */
  under: readonly string[];
  /** Basis in the regulation, for help texts and documentation. */
  basis?: string;
}

/**
 * A sum the form demands, declared over row or column keys of one table.
 *
 * - `along: 'columns'`: in every row of `table` (or of `rows`), Σ left columns = Σ right columns.
 * - `along: 'rows'`: in every column of `table`, Σ left rows = Σ right rows.
 *
 * @example balance of table 三: left newlyReceived + carriedIn, right handledTotal + carriedOut
 */
export interface SumDeclaration {
  /** Id of the rule that reports a breach. */
  rule: string;
  table: TableKey;
  along: 'rows' | 'columns';
  left: readonly string[];
  right: readonly string[];
  /** The formula in words, for people. */
  words: string;
  /** Where the sum comes from. */
  source: string;
}
