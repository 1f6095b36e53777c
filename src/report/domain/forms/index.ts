import { form2019 } from './2019.ts';
import { form2021 } from './2021.ts';
import type {
  BlockDeclaration,
  ColumnDeclaration,
  Form,
  FormId,
  RowDeclaration,
  SumDeclaration,
  TableKey,
} from './form.ts';
import { tableKeys } from './form.ts';

/** Every form known, newest first. A further form is one more file and one more entry here. */
export const forms: readonly Form[] = [form2021, form2019];

/** The form with this id. */
export function getForm(id: FormId): Form {
  const form = forms.find((each) => each.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

/** The form a report of `year` has to use; undefined for years before the first form (2019). */
export function findFormOfYear(year: number): Form | undefined {
  return forms.find((form) => year >= form.years.from && (form.years.to === undefined || year <= form.years.to));
}

/** One cell of a form: where it stands and what may stand in it. */
export interface FormCell {
  /** Dotted path in the interchange document, e.g. `requests.disclosed.natural`. */
  path: string;
  table: TableKey;
  block: BlockDeclaration;
  row: RowDeclaration;
  column: ColumnDeclaration;
}

const cellsByForm = new Map<FormId, readonly FormCell[]>();

/** All cells of a form in reading order: 200 in form 2021, 198 in form 2019. */
export function formCells(form: Form): readonly FormCell[] {
  const known = cellsByForm.get(form.id);
  if (known) return known;
  const cells = tableKeys.flatMap((table) =>
    form.tables[table].blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map((column) => ({ path: `${table}.${row.key}.${column.key}`, table, block, row, column })),
      ),
    ),
  );
  cellsByForm.set(form.id, cells);
  return cells;
}

/** A sum of a form over single cells. */
export interface Equation {
  sum: SumDeclaration;
  /** The row (sums along columns) or column (sums along rows) it is about. */
  of: string;
  left: readonly string[];
  right: readonly string[];
}

const equationsByForm = new Map<FormId, readonly Equation[]>();

/** Every sum of the form, written out cell by cell. */
export function equations(form: Form): readonly Equation[] {
  const known = equationsByForm.get(form.id);
  if (known) return known;
  const all = form.sums.flatMap((sum) =>
    form.tables[sum.table].blocks.flatMap((block): Equation[] => {
      const path = (row: string, column: string) => `${sum.table}.${row}.${column}`;
      return sum.along === 'columns'
        ? block.rows.map((row) => ({
            sum,
            of: row.key,
            left: sum.left.map((column) => path(row.key, column)),
            right: sum.right.map((column) => path(row.key, column)),
          }))
        : block.columns.map((column) => ({
            sum,
            of: column.key,
            left: sum.left.map((row) => path(row, column.key)),
            right: sum.right.map((row) => path(row, column.key)),
          }));
    }),
  );
  equationsByForm.set(form.id, all);
  return all;
}

/** How a cell is called in a sentence for the clerk: 表三“（一）予以公开”行“自然人”列. */
export function cellName(form: Form, path: string): string {
  const cell = formCells(form).find((each) => each.path === path);
  return cell ? `${rowName(form, cell)}${columnName(cell)}` : path;
}

/** How the row of a cell is called: 表三“（三）1.属于国家秘密”行, 表四“行政诉讼—复议后起诉”行. */
export function rowName(form: Form, cell: FormCell): string {
  const label = shortRowLabel(cell).replaceAll('“', '‘').replaceAll('”', '’');
  return `${tableName(form, cell.table)}“${label}”行`;
}

/** How the column of a cell is called: “自然人”列. */
export function columnName(cell: FormCell): string {
  return `“${cell.column.label.replace(/（.*$/, '')}”列`;
}

/** How a table is called, after the section it stands in: 表二, 表三, 表四. */
export function tableName(form: Form, table: TableKey): string {
  return `表${['', '一', '二', '三', '四', '五', '六'][form.tables[table].section]}`;
}

/** The label of a row without its explanation, with the ordinal of the group it stands in. */
export function shortRowLabel({ block, row }: Pick<FormCell, 'block' | 'row'>): string {
  if (block.outerCaption) return `${block.outerCaption}—${row.label}`;
  const group = row.under.length > 1 ? (row.under.at(-1)?.match(/^（.）/)?.[0] ?? '') : '';
  return `${group}${row.ordinal}${row.label.replace(/（.*$|、行政机关.*$/, '')}`;
}

/** The label of a row in full, under the labels it stands under: 三、本年度办理结果—（三）不予公开—1.属于国家秘密. */
export function fullRowLabel({ block, row }: Pick<FormCell, 'block' | 'row'>): string {
  return [block.outerCaption, ...row.under, `${row.ordinal}${row.label}`].filter(Boolean).join('—');
}

export type {
  BlockDeclaration,
  CellKind,
  ColumnDeclaration,
  Form,
  FormId,
  RowDeclaration,
  SectionDeclaration,
  SumDeclaration,
  TableDeclaration,
  TableKey,
} from './form.ts';
export { tableKeys } from './form.ts';
