import type { Block } from '../../../../kernel/neutral-document.ts';
import { limits } from '../limits.ts';
import { DocumentRefusal } from '../refusal.ts';
import type { PlacedCell } from '../table-layout.ts';

/** The largest spans the HTML standard allows. */
const widestSpan = 1000;
const tallestSpan = 65_534;

/**
 * The grid of one `<table>`, filled in reading order after the algorithm of the HTML standard: cells hang down from earlier
 * rows, spans end with their row group, `rowspan="0"` reaches to the end of the group.
 */
export class TableGrid {
  readonly cells: PlacedCell[] = [];
  #row = -1;
  #column = 0;
  /** For each column the first row that is free again. */
  readonly #freeFrom: number[] = [];
  /** Cells that may still grow in the current row group. */
  #growing: PlacedCell[] = [];

  beginRow(): void {
    this.#row++;
    this.#column = 0;
  }

  /** Begins or ends a `<thead>`, `<tbody>` or `<tfoot>`: no cell reaches over its edge. */
  closeGroup(): void {
    const end = this.#row + 1;
    for (const cell of this.#growing) cell.rowSpan = Math.min(cell.rowSpan, end - cell.row);
    this.#growing = [];
    this.#freeFrom.fill(0);
  }

  /** Places a cell in the current row; `blocks` is filled by the caller afterwards. */
  addCell(rowspan: string | undefined, colspan: string | undefined, blocks: Block[]): void {
    if (this.#row < 0) this.beginRow();
    const row = this.#row;
    const free = this.#freeFrom;
    let column = this.#column;
    while ((free[column] ?? 0) > row) column++;
    const wanted = colspan === undefined ? 1 : Math.min(readSpan(colspan) || 1, widestSpan);
    // A cell hanging down in the way ends the span: the standard lets the two overlap, a table of figures cannot.
    let columnSpan = 1;
    while (columnSpan < wanted && (free[column + columnSpan] ?? 0) <= row) columnSpan++;
    const rowSpan = Math.min(rowspan === undefined ? 1 : (readSpan(rowspan) ?? 1) || tallestSpan, tallestSpan);
    if (column > limits.columns || this.cells.length > limits.cells) throw new DocumentRefusal('too-complex');
    for (let at = column; at < column + columnSpan; at++) free[at] = row + rowSpan;
    const cell: PlacedCell = { row, column, rowSpan, columnSpan, blocks };
    this.cells.push(cell);
    if (rowSpan > 1) this.#growing.push(cell);
    this.#column = column + columnSpan;
  }
}

/** The number at the beginning of an attribute, as the HTML standard reads it: ` 3px` is 3, `-1` and `x` are none. */
function readSpan(value: string): number | undefined {
  const digits = /^\s*\+?(\d{1,9})/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
