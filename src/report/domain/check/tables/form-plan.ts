import type { AnnualReport, CellValue } from '../../annual-report.ts';
import { type Equation, equations, type Form, type FormCell, formCells, type TableKey } from '../../forms/index.ts';

/**
 * A form made ready for counting: its cells as positions in one array, its sums as lists of
 * positions. Worked out once for each form, so that no rule builds a path while it counts.
 */
export interface FormPlan {
  form: Form;
  cells: readonly FormCell[];
  /** Position of a path in `cells`. */
  positions: ReadonlyMap<string, number>;
  rows: readonly PlannedRow[];
  /** Positions of the cells that hold an amount of money. */
  money: readonly number[];
  sums: readonly PlannedSum[];
  /** The sums of each rule. */
  sumsOfRule: ReadonlyMap<string, readonly PlannedSum[]>;
  /** For every cell the sums it stands in. */
  sumsOfCell: readonly (readonly PlannedSum[])[];
}

/** A row of a table and where its cells begin. */
export interface PlannedRow {
  table: TableKey;
  key: string;
  columns: readonly string[];
  first: number;
}

/** A sum of the form over positions in `cells`. */
export interface PlannedSum {
  equation: Equation;
  left: readonly number[];
  right: readonly number[];
}

const plans = new Map<string, FormPlan>();

/** The plan of a form. */
export function planForm(form: Form): FormPlan {
  const known = plans.get(form.id);
  if (known) return known;
  const plan = makePlan(form);
  plans.set(form.id, plan);
  return plan;
}

function makePlan(form: Form): FormPlan {
  const cells = formCells(form);
  const positions = new Map(cells.map((cell, position) => [cell.path, position]));
  const position = (path: string): number => {
    const found = positions.get(path);
    if (found === undefined) throw new Error(`form ${form.id} has no cell ${path}`);
    return found;
  };
  const sums = equations(form).map((equation) => ({
    equation,
    left: equation.left.map(position),
    right: equation.right.map(position),
  }));
  const sumsOfCell: PlannedSum[][] = cells.map(() => []);
  for (const sum of sums) for (const each of [...sum.left, ...sum.right]) sumsOfCell[each]?.push(sum);
  const sumsOfRule = Map.groupBy(sums, (sum) => sum.equation.sum.rule);
  const money = cells.flatMap((cell, position) => (cell.column.kind === 'money' ? [position] : []));
  return { form, cells, positions, rows: planRows(cells), money, sums, sumsOfRule, sumsOfCell };
}

function planRows(cells: readonly FormCell[]): PlannedRow[] {
  const rows: { table: TableKey; key: string; columns: string[]; first: number }[] = [];
  for (const [position, { table, row, column }] of cells.entries()) {
    const last = rows.at(-1);
    if (last && last.table === table && last.key === row.key) last.columns.push(column.key);
    else rows.push({ table, key: row.key, columns: [column.key], first: position });
  }
  return rows;
}

/** The cells of a report in the order of its form's plan; a cell that is not there is `null`. */
export function listCells(report: AnnualReport, plan: FormPlan): CellValue[] {
  const values: CellValue[] = [];
  for (const { table, key, columns } of plan.rows) {
    const row = report[table][key];
    for (const column of columns) values.push(row?.[column] ?? null);
  }
  return values;
}

/** The cell at a position of a plan. */
export function getCell(plan: FormPlan, position: number): FormCell {
  const cell = plan.cells[position];
  if (!cell) throw new Error(`form ${plan.form.id} has no cell ${position}`);
  return cell;
}
