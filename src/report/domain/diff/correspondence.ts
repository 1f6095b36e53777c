import { columnName, type Form, type FormCell, formCells, rowName, shortRowLabel } from '../forms/index.ts';

/** Cells of two forms that say the same thing: a cell on one side may be a sum of cells on the other. */
export interface CellPair {
  name: string;
  before: readonly FormCell[];
  after: readonly FormCell[];
}

/** Cells of one report that the other report's form has no counterpart for. */
export interface LoneCells {
  side: 'before' | 'after';
  paths: readonly string[];
  reason: string;
}

export interface Correspondence {
  pairs: readonly CellPair[];
  lone: readonly LoneCells[];
}

/**
 * Which cells of two forms can be compared, found from the forms themselves: a row and column of
 * the same key, kind and unit; and a row that the other form divides (（六）其他处理 of 2019, three
 * rows under that label in 2021) against the sum of its parts.
 */
export function correspondence(before: Form, after: Form): Correspondence {
  const [left, right] = [formCells(before), formCells(after)];
  const pairs: CellPair[] = [];
  const taken = new Set<FormCell>();
  const pair = (form: Form, named: FormCell, a: readonly FormCell[], b: readonly FormCell[]): void => {
    pairs.push({ name: `${rowName(form, named)}${columnName(named)}`, before: a, after: b });
    for (const cell of [...a, ...b]) taken.add(cell);
  };
  const bySame = new Map(right.map((cell) => [sameness(cell), cell]));
  const dividedRight = cellsByDividedLabel(right);
  const dividedLeft = cellsByDividedLabel(left);
  for (const cell of left) {
    const same = bySame.get(sameness(cell));
    const parts = same ? undefined : dividedRight.get(dividedLabel(cell));
    if (same) pair(after, same, [cell], [same]);
    else if (parts) pair(before, cell, [cell], parts);
  }
  for (const cell of right) {
    const parts = taken.has(cell) ? undefined : dividedLeft.get(dividedLabel(cell));
    if (parts && !parts.some((part) => taken.has(part))) pair(after, cell, parts, [cell]);
  }
  const place = new Map(right.map((cell, at) => [cell, at]));
  const first = ({ after: cells }: CellPair): number => Math.min(...cells.map((cell) => place.get(cell) ?? 0));
  pairs.sort((a, b) => first(a) - first(b));
  return { pairs, lone: [...loneCells('before', before, after, taken), ...loneCells('after', after, before, taken)] };
}

/** What makes two cells comparable. */
const sameness = ({ path, column }: FormCell): string => [path, column.kind, column.unit].join();

/** A row's full label in a column of its table: what a form that divides the row puts over the parts. */
const dividedLabel = ({ table, row, column }: FormCell): string =>
  [table, `${row.ordinal}${row.label}`, column.key, column.kind].join();

function cellsByDividedLabel(cells: readonly FormCell[]): Map<string, FormCell[]> {
  const found = new Map<string, FormCell[]>();
  for (const cell of cells) {
    const label = [cell.table, cell.row.under.at(-1) ?? '', cell.column.key, cell.column.kind].join();
    const known = found.get(label);
    if (known) known.push(cell);
    else found.set(label, [cell]);
  }
  return found;
}

function loneCells(side: 'before' | 'after', own: Form, other: Form, taken: ReadonlySet<FormCell>): LoneCells[] {
  const rows = new Map<string, FormCell[]>();
  for (const cell of formCells(own)) {
    if (taken.has(cell)) continue;
    const key = `${cell.table}.${cell.row.key}`;
    const known = rows.get(key);
    if (known) known.push(cell);
    else rows.set(key, [cell]);
  }
  return [...rows.values()].map((cells) => {
    const [first] = cells;
    const paths = cells.map(({ path }) => path);
    if (!first) return { side, paths, reason: '' };
    const columns = cells.map(({ column }) => column.label.replace(/（.*$/u, '')).join('、');
    const hasRow = formCells(other).some(({ table, row }) => table === first.table && row.key === first.row.key);
    const what = `${own.id}年表式的“${shortRowLabel(first)}”`;
    const reason = hasRow
      ? `${what}统计的是${columns}，${other.id}年表式同一行的栏目与此不同，不能比较`
      : `${other.id}年表式没有“${shortRowLabel(first)}”这一行，不能比较`;
    return { side, paths, reason };
  });
}
