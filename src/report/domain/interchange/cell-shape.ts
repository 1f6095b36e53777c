import type { CellValue } from '../annual-report.ts';
import type { CellKind, ColumnDeclaration, Form, RowDeclaration, TableKey } from '../forms/index.ts';

// What may stand in a cell, said once: the parser and the JSON Schema are both built from here.

/** A string that says something; a blank cell is `null`, never `""` or spaces. */
export const textPattern = '\\S';

/**
 * The text of a cell of numbers: anything but blanks, and but a plain integer, which is written as
 * a JSON number so that one value has one spelling. Sixteen digits and more stay text, because a
 * JSON number would lose the last of them.
 */
const cellTextPattern = '^(?!(?:0|-?[1-9][0-9]{0,14})$)[\\s\\S]*\\S';

/** What a cell of one kind takes: whether a JSON number may stand there, and which strings. */
export interface CellShape {
  number: boolean;
  pattern: string;
  /** For a message: 应为…… */
  words: string;
}

const numberShape: CellShape = {
  number: true,
  pattern: cellTextPattern,
  words: '数字（空白写 null，其他内容照原文写成文字）',
};

/** The shapes by kind of cell. */
export const cellShapes: Record<CellKind, CellShape> = {
  count: numberShape,
  change: numberShape,
  money: { number: false, pattern: textPattern, words: '文字形式的金额，如 "12.35"（空白写 null）' },
};

const compiled: Record<CellKind, RegExp> = {
  count: new RegExp(cellShapes.count.pattern, 'u'),
  change: new RegExp(cellShapes.change.pattern, 'u'),
  money: new RegExp(cellShapes.money.pattern, 'u'),
};

/** The largest magnitude a JSON number carries exactly. */
export const largestExactNumber = Number.MAX_SAFE_INTEGER;

/** Whether `value` may stand in a cell of this kind. */
export function isCellValue(value: unknown, kind: CellKind): value is CellValue {
  if (value === null) return true;
  if (typeof value === 'number') return cellShapes[kind].number && Math.abs(value) <= largestExactNumber;
  return typeof value === 'string' && compiled[kind].test(value);
}

/** A row of a form with the columns of its block. */
export interface FormRow {
  table: TableKey;
  row: RowDeclaration;
  columns: readonly ColumnDeclaration[];
}

/** The rows of one table of a form, in the order of the form. */
export function formRows(form: Form, table: TableKey): readonly FormRow[] {
  return form.tables[table].blocks.flatMap((block) =>
    block.rows.map((row) => ({ table, row, columns: block.columns })),
  );
}
