import type { Rule } from './geometry.ts';

/** A grid of cells drawn with rules on a page. */
export interface RuledGrid {
  /** Positions of the column and row edges, in points, ascending. */
  xs: number[];
  ys: number[];
  cells: GridCell[];
}

export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Rules nearer than this are one: double lines, neighbouring borders of two cells, rounding. */
const tolerance = 3;

/** More merged rules than this on a page are no tables of a report. */
const mostMerged = 1500;

/**
 * Finds the tables that are drawn on a page: rules that touch form a grid; places between which no rule
 * is drawn are one merged cell. Frames with a single cell or a single column are not tables.
 */
export function findGrids(horizontal: readonly Rule[], vertical: readonly Rule[]): RuledGrid[] {
  const rows = mergeRules(horizontal);
  const columns = mergeRules(vertical);
  if (rows.length > mostMerged || columns.length > mostMerged) return [];
  return connect(rows, columns)
    .map(({ rows: own, columns: ownColumns }) => buildGrid(own, ownColumns))
    .filter((grid) => grid !== undefined)
    .sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number));
}

/** Joins rules on one line that overlap or nearly touch, and drops dots. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const level of clusterBy(rules, (rule) => rule.at)) {
    const at = level.reduce((sum, rule) => sum + rule.at, 0) / level.length;
    let current: Rule | undefined;
    for (const rule of level.sort((a, b) => a.from - b.from)) {
      if (current !== undefined && rule.from - current.to <= tolerance) {
        current.to = Math.max(current.to, rule.to);
      } else {
        current = { at, from: rule.from, to: rule.to };
        merged.push(current);
      }
    }
  }
  return merged.filter((rule) => rule.to - rule.from > 4);
}

/** Groups of neighbouring values; no group is wider than the tolerance. */
function clusterBy<T>(items: readonly T[], position: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => position(a) - position(b))) {
    const last = groups.at(-1);
    if (last === undefined || position(item) - start > tolerance) {
      groups.push([item]);
      start = position(item);
    } else {
      last.push(item);
    }
  }
  return groups;
}

/** Sets of rules that touch each other, directly or through others. */
function connect(rows: Rule[], columns: Rule[]): { rows: Rule[]; columns: Rule[] }[] {
  const sets = new DisjointSets(rows.length + columns.length);
  rows.forEach((row, at) => {
    columns.forEach((column, other) => {
      const touches =
        column.at >= row.from - tolerance &&
        column.at <= row.to + tolerance &&
        row.at >= column.from - tolerance &&
        row.at <= column.to + tolerance;
      if (touches) sets.join(at, rows.length + other);
    });
  });
  const groups = new Map<number, { rows: Rule[]; columns: Rule[] }>();
  const groupOf = (at: number) => {
    const root = sets.find(at);
    const group = groups.get(root) ?? { rows: [], columns: [] };
    groups.set(root, group);
    return group;
  };
  rows.forEach((row, at) => {
    groupOf(at).rows.push(row);
  });
  columns.forEach((column, at) => {
    groupOf(rows.length + at).columns.push(column);
  });
  return [...groups.values()].filter((group) => group.rows.length > 0 && group.columns.length > 0);
}

function buildGrid(rows: Rule[], columns: Rule[]): RuledGrid | undefined {
  const xs = withOuterEdges(edges(columns), rows);
  const ys = withOuterEdges(edges(rows), columns);
  const columnCount = xs.length - 1;
  const rowCount = ys.length - 1;
  if (columnCount < 2 || rowCount < 1) return undefined;

  const sets = new DisjointSets(rowCount * columnCount);
  const columnsAt = xs.map((x) => columns.filter((rule) => Math.abs(rule.at - x) <= tolerance));
  const rowsAt = ys.map((y) => rows.filter((rule) => Math.abs(rule.at - y) <= tolerance));
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const [left, right] = [xs[column] as number, xs[column + 1] as number];
      const [top, bottom] = [ys[row] as number, ys[row + 1] as number];
      const place = row * columnCount + column;
      if (column + 1 < columnCount && !isDrawn(columnsAt[column + 1] ?? [], top, bottom)) sets.join(place, place + 1);
      if (row + 1 < rowCount && !isDrawn(rowsAt[row + 1] ?? [], left, right)) sets.join(place, place + columnCount);
    }
  }
  const cells = collectCells(sets, rowCount, columnCount);
  return cells.some((cell) => cell.columnSpan < columnCount) ? { xs, ys, cells } : undefined;
}

const edges = (rules: Rule[]): number[] =>
  clusterBy(rules, (rule) => rule.at).map((group) => group.reduce((sum, rule) => sum + rule.at, 0) / group.length);

/**
 * A table may be open at its sides, or cut off at the end of a page without a closing rule: there the crossing rules
 * reach beyond the last edge, and their ends are the edge.
 */
function withOuterEdges(positions: number[], crossing: Rule[]): number[] {
  const least = 8;
  const result = [...positions];
  const starts = crossing.map((rule) => rule.from).sort((a, b) => a - b);
  const ends = crossing.map((rule) => rule.to).sort((a, b) => b - a);
  // Two rules must agree, so that one stray line does not make a column.
  const start = starts[1] ?? starts[0];
  const end = ends[1] ?? ends[0];
  if (start !== undefined && start < (result[0] as number) - least) result.unshift(start);
  if (end !== undefined && end > (result.at(-1) as number) + least) result.push(end);
  return result;
}

/** Whether rules cover more than half of a stretch. */
function isDrawn(rules: Rule[], from: number, to: number): boolean {
  let covered = 0;
  for (const rule of rules) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return covered > (to - from) / 2;
}

/** The places of each set as one cell; a set that is no rectangle is cut into the runs of its rows. */
function collectCells(sets: DisjointSets, rowCount: number, columnCount: number): GridCell[] {
  const members = new Map<number, number[]>();
  for (let place = 0; place < rowCount * columnCount; place++) {
    const root = sets.find(place);
    const group = members.get(root);
    if (group === undefined) members.set(root, [place]);
    else group.push(place);
  }
  const cells: GridCell[] = [];
  for (const places of members.values()) {
    const rows = places.map((place) => Math.floor(place / columnCount));
    const columns = places.map((place) => place % columnCount);
    const [top, bottom, left, right] = [
      Math.min(...rows),
      Math.max(...rows),
      Math.min(...columns),
      Math.max(...columns),
    ];
    if ((bottom - top + 1) * (right - left + 1) === places.length) {
      cells.push({ row: top, column: left, rowSpan: bottom - top + 1, columnSpan: right - left + 1 });
    } else {
      for (const run of rowRuns(places, columnCount)) cells.push(run);
    }
  }
  return cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function rowRuns(places: number[], columnCount: number): GridCell[] {
  const runs: GridCell[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const row = Math.floor(place / columnCount);
    const column = place % columnCount;
    const last = runs.at(-1);
    if (last !== undefined && last.row === row && last.column + last.columnSpan === column) last.columnSpan++;
    else runs.push({ row, column, rowSpan: 1, columnSpan: 1 });
  }
  return runs;
}

class DisjointSets {
  readonly #parent: number[];

  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, at) => at);
  }

  find(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    // Shorten the way for the next question.
    for (let step = at; step !== root; ) {
      const next = this.#parent[step] as number;
      this.#parent[step] = root;
      step = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parent[this.find(a)] = this.find(b);
  }
}
