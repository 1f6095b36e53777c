import type { PlacedCell } from '../table-layout.ts';

/** A ruled table on a page. */
export interface TableItem {
  kind: 'table';
  page: number;
  y: number;
  /** Whether it begins near the top of its page, and ends near the bottom. */
  isAtTop: boolean;
  isAtBottom: boolean;
  /** Column edges in points from the left edge of the table. */
  edges: number[];
  rowCount: number;
  cells: PlacedCell[];
}
