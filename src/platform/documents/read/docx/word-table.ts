import type { Block } from '../../../../kernel/neutral-document.ts';
import { limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import type { PlacedCell } from '../table-layout.ts';
import { isOn } from './numbering.ts';

interface WordCell {
  blocks: Block[];
  span: number;
  verticalMerge: 'none' | 'begin' | 'continue';
  horizontalMerge: 'none' | 'begin' | 'continue';
  isDeleted: boolean;
}

interface WordRow {
  /** Grid columns left empty before the first cell. */
  before: number;
  cells: WordCell[];
  isDeleted: boolean;
}

/** One `<w:tbl>` while it is read; at the end its cells get their places in the grid. */
export class WordTable {
  readonly #placed: PlacedCell[] = [];
  /** Widths of the grid columns in twentieths of a point. */
  readonly #widths: number[] = [];
  #rowIndex = 0;
  #row: WordRow | undefined;
  #cell: WordCell | undefined;
  /** The merged cells that reach down to the row before, by the column where they begin. */
  #hanging = new Map<number, PlacedCell>();

  /** True between the beginning of a row and its first cell: there a deletion means the row. */
  get isInRowProperties(): boolean {
    return this.#row !== undefined && this.#cell === undefined;
  }

  beginRow(): void {
    this.#row = { before: 0, cells: [], isDeleted: false };
    this.#cell = undefined;
  }

  deleteRow(): void {
    if (this.#row !== undefined) this.#row.isDeleted = true;
  }

  beginCell(blocks: Block[]): void {
    this.#cell = { blocks, span: 1, verticalMerge: 'none', horizontalMerge: 'none', isDeleted: false };
    if (this.#row !== undefined && this.#row.cells.push(this.#cell) > limits.columns)
      throw new DocumentRefusal('too-complex');
  }

  /** Takes a property of the row or cell being read. */
  readProperty(name: string, value: string | undefined): void {
    const cell = this.#cell;
    switch (name) {
      case 'w:gridCol':
        this.#widths.push(Number(value) || 0);
        break;
      case 'w:gridSpan':
        if (cell !== undefined) cell.span = clampSpan(value);
        break;
      case 'w:vMerge':
        if (cell !== undefined) cell.verticalMerge = value === 'restart' ? 'begin' : 'continue';
        break;
      case 'w:hMerge':
        if (cell !== undefined) cell.horizontalMerge = value === 'restart' ? 'begin' : 'continue';
        break;
      case 'w:cellDel':
        if (cell !== undefined) cell.isDeleted = true;
        break;
      case 'w:gridBefore':
        if (this.#row !== undefined) this.#row.before = clampSpan(value);
        break;
      case 'w:hidden':
        if (this.isInRowProperties && isOn(value)) this.deleteRow();
        break;
    }
  }

  endRow(): void {
    const row = this.#row;
    this.#row = undefined;
    this.#cell = undefined;
    if (row === undefined || row.isDeleted) return;
    const hanging = new Map<number, PlacedCell>();
    let column = row.before;
    /** The cell to the left, which a horizontally merged cell belongs to. */
    let left: { cell: PlacedCell; isNew: boolean } | undefined;
    for (const cell of row.cells) {
      if (cell.isDeleted) continue;
      if (cell.horizontalMerge === 'continue' && left !== undefined) {
        if (left.isNew) left.cell.columnSpan += cell.span;
        column += cell.span;
        continue;
      }
      const above = cell.verticalMerge === 'continue' ? this.#hanging.get(column) : undefined;
      const placed = above ?? { row: this.#rowIndex, column, rowSpan: 0, columnSpan: cell.span, blocks: cell.blocks };
      if (above === undefined) this.#placed.push(placed);
      placed.rowSpan++;
      if (cell.verticalMerge !== 'none') hanging.set(column, placed);
      left = { cell: placed, isNew: above === undefined };
      column += cell.span;
    }
    if (this.#placed.length > limits.cells) throw new DocumentRefusal('too-complex');
    this.#hanging = hanging;
    this.#rowIndex++;
  }

  finish(): PlacedCell[] {
    const edges = joinNearEdges(this.#widths);
    if (edges !== undefined && this.#placed.every((cell) => spanBetween(edges, cell) > 0)) {
      for (const cell of this.#placed) {
        cell.columnSpan = spanBetween(edges, cell);
        cell.column = edgeAt(edges, cell.column);
      }
    }
    return this.#placed;
  }
}

/** Edges nearer than this, in twentieths of a point, are one edge that rounding has split. */
const nearest = 60;

/**
 * The number of each column edge when slivers of columns do not count: programs that convert tables leave grid columns a
 * hair wide, and cells one above the other that end on different sides of them. Undefined when there are none.
 */
function joinNearEdges(widths: number[]): number[] | undefined {
  const isSliver = (width: number) => width > 0 && width < nearest;
  const slivers = widths.filter(isSliver).length;
  // Where most columns are that narrow, the widths mean something else.
  if (slivers === 0 || slivers * 3 > widths.length) return undefined;
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) as number) + (isSliver(width) ? 0 : 1));
  return edges;
}

/** Cells may reach beyond the grid as it is declared; there every column counts. */
const edgeAt = (edges: number[], at: number): number => edges[at] ?? (edges.at(-1) as number) + at - (edges.length - 1);

const spanBetween = (edges: number[], cell: PlacedCell): number =>
  edgeAt(edges, cell.column + cell.columnSpan) - edgeAt(edges, cell.column);

function clampSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, limits.columns) : 1;
}
