import type { PrintableCell, PrintableRow, PrintableTable } from '../../../kernel/printable-document.ts';
import type { AnnualReport, CellValue } from '../annual-report.ts';
import type { ColumnDeclaration, Form, RowDeclaration, TableDeclaration, TableKey } from '../forms/index.ts';
import { tableKeys } from '../forms/index.ts';

/**
 * The three tables of a report with the merged cells and labels the form prescribes, in the order
 * of the sections that hold them. Every value cell carries its dotted path as `key`.
 *
 * @example in form 2021 table 三 has 3 + 7 columns, a head of 3 rows and 25 rows below it
 */
export function layOutTables(report: AnnualReport, form: Form): readonly PrintableTable[] {
  return tableKeys.map((key) => layOutTable(report, form, key));
}

/** One of the three tables, see {@link layOutTables}. */
export function layOutTable(report: AnnualReport, form: Form, key: TableKey): PrintableTable {
  const declaration = form.tables[key];
  const section = form.sections.find((each) => each.number === declaration.section);
  const name = section?.heading ?? '';
  const value = (row: RowDeclaration, column: ColumnDeclaration): PrintableCell =>
    valueCell(report[key][row.key]?.[column.key] ?? null, `${key}.${row.key}.${column.key}`);
  if (key === 'proactive') return stacked(declaration, name, value);
  if (key === 'requests') return nested(declaration, name, value);
  return sideBySide(declaration, name, value);
}

type ValueOf = (row: RowDeclaration, column: ColumnDeclaration) => PrintableCell;

/**
 * A value as the form shows it: blank stays empty, `/` stays `/`, 0 is `0`, money keeps its
 * digits. Only what is written as a plain number is marked as one.
 *
 * @example valueCell('251.40', 'proactive.fees.amount').text → '251.40'
 */
export function valueCell(value: CellValue, key: string): PrintableCell {
  const text = value === null ? '' : String(value);
  return { text, ...(/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? { numeric: true } : {}), key };
}

const columnHeader = (text: string, span: Partial<PrintableCell> = {}): PrintableCell => ({
  text,
  header: 'column',
  ...span,
});

/** Blocks one below the other, each with a caption and a header of its own: table 二. */
function stacked(declaration: TableDeclaration, name: string, value: ValueOf): PrintableTable {
  const width = 1 + Math.max(...declaration.blocks.map((block) => block.columns.length));
  const groups = declaration.blocks.map((block): PrintableRow[] => {
    // A block with fewer columns than the widest lets its last one reach to the edge.
    const reach = width - block.columns.length;
    const last = block.columns.at(-1);
    const wide = (column: ColumnDeclaration) => (column === last && reach > 1 ? { columnSpan: reach } : {});
    return [
      [columnHeader(block.caption, { columnSpan: width })],
      [columnHeader(block.labelHeader), ...block.columns.map((column) => columnHeader(column.label, wide(column)))],
      ...block.rows.map(
        (row): PrintableRow => [
          { text: row.label, header: 'row' },
          ...block.columns.map((column) => ({ ...value(row, column), ...wide(column) })),
        ],
      ),
    ];
  });
  const columns = [44, ...new Array<number>(width - 1).fill(112 / (width - 1))];
  return { kind: 'table', name, columns, head: [], groups, density: 'normal', together: true };
}

/** One block whose rows stand under up to two outer labels, and some columns under one: table 三. */
function nested(declaration: TableDeclaration, name: string, value: ValueOf): PrintableTable {
  const [block] = declaration.blocks;
  if (!block) throw new Error(`table ${declaration.key} has no block`);
  const depth = 1 + Math.max(...block.rows.map((row) => row.under.length));
  const head: PrintableRow[] = [
    [
      columnHeader(block.labelHeader, { rowSpan: 3, columnSpan: depth }),
      columnHeader(block.caption, { columnSpan: block.columns.length }),
    ],
    runsOf(block.columns, (column) => column.group).flatMap(({ label, items }) =>
      label === undefined
        ? items.map((column) => columnHeader(column.label, { rowSpan: 2 }))
        : [columnHeader(label, { columnSpan: items.length })],
    ),
    block.columns.filter((column) => column.group !== undefined).map((column) => columnHeader(column.label)),
  ];
  const groups = runsOf(block.rows, (row) => row.under[0]).flatMap(({ label, items }) =>
    label === undefined
      ? items.map((row) => labelled([row], 0, depth, (each) => block.columns.map((column) => value(each, column))))
      : [labelled(items, 0, depth, (each) => block.columns.map((column) => value(each, column)))],
  );
  const columns = [7, 18, 44, ...block.columns.map(() => 87 / block.columns.length)];
  return { kind: 'table', name, columns, head, groups, density: 'compact', together: true };
}

/** Rows with their outer labels merged: the label at `level` stands once beside all rows it covers. */
function labelled(
  rows: readonly RowDeclaration[],
  level: number,
  depth: number,
  values: (row: RowDeclaration) => readonly PrintableCell[],
): PrintableRow[] {
  return runsOf(rows, (row) => row.under[level]).flatMap(({ label, items }) => {
    if (label === undefined) {
      return items.map(
        (row): PrintableRow => [
          { text: `${row.ordinal}${row.label}`, header: 'row', align: 'left', columnSpan: depth - level },
          ...values(row),
        ],
      );
    }
    const [first, ...rest] = labelled(items, level + 1, depth, values);
    const outer: PrintableCell = {
      text: label,
      header: 'row',
      rowSpan: items.length,
      // The outermost label stands beside so many rows that it is set from top to bottom.
      ...(level === 0 ? { vertical: true } : {}),
    };
    return [[outer, ...(first ?? [])], ...rest];
  });
}

/** Blocks beside each other over one row of values, some under a common caption: table 四. */
function sideBySide(declaration: TableDeclaration, name: string, value: ValueOf): PrintableTable {
  const { blocks } = declaration;
  const width = blocks.reduce((sum, block) => sum + block.columns.length, 0);
  const outer = runsOf(blocks, (block) => block.outerCaption);
  const head: PrintableRow[] = [
    outer.flatMap(({ label, items }) =>
      label === undefined
        ? items.map((block) => columnHeader(block.caption, { columnSpan: block.columns.length }))
        : [columnHeader(label, { columnSpan: items.reduce((sum, block) => sum + block.columns.length, 0) })],
    ),
    blocks.flatMap((block) =>
      block.outerCaption === undefined
        ? block.columns.map((column) => columnHeader(column.label, { rowSpan: 2 }))
        : [columnHeader(block.caption, { columnSpan: block.columns.length })],
    ),
    blocks.flatMap((block) =>
      block.outerCaption === undefined ? [] : block.columns.map((column) => columnHeader(column.label)),
    ),
  ];
  const values = blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => value(row, column))),
  );
  const columns = new Array<number>(width).fill(1);
  return { kind: 'table', name, columns, head, groups: [[values]], density: 'compact', together: true };
}

/** Neighbours with the same label, in order. */
function runsOf<T>(items: readonly T[], labelOf: (item: T) => string | undefined) {
  const runs: { label: string | undefined; items: T[] }[] = [];
  for (const item of items) {
    const label = labelOf(item);
    const last = runs.at(-1);
    if (last && last.label === label) last.items.push(item);
    else runs.push({ label, items: [item] });
  }
  return runs;
}
