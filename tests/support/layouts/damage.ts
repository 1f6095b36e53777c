import type { Random } from '../../../src/kernel/random.ts';
import { tableKeys } from '../../../src/report/domain/forms/index.ts';
import type { Grid, GridCell, Grids } from './grid.ts';
import { inReadingOrder, mapGrids } from './grid.ts';

/** What happens to the tables before they are written down. */
export type Damage = (grids: Grids, random: Random) => Grids;

const isValue = (cell: GridCell) => cell.path !== undefined;

/** The count a cell says, whatever way it is written in; a sign or nothing is none. */
const countOf = (cell: GridCell): number =>
  Number(/^\d+/.exec(cell.text.normalize('NFKC').replace(/[,\s]/g, ''))?.[0] ?? 0);

function pickPaths(grids: Grids, count: number, random: Random): Set<string> {
  const all = tableKeys.flatMap((key) => grids[key].cells.filter(isValue).map((cell) => cell.path ?? ''));
  return new Set(Array.from({ length: count }, () => random.pick(all)));
}

/** A few values vanish together with their places; only for layouts without positions. */
export const dropValues: Damage = (grids, random) => {
  const paths = pickPaths(grids, random.integer(1, 4), random);
  return mapGrids(grids, (grid) => ({ ...grid, cells: grid.cells.filter((cell) => !paths.has(cell.path ?? '')) }));
};

/** A few values are left empty. */
export const emptyValues: Damage = (grids, random) => {
  const paths = pickPaths(grids, random.integer(1, 8), random);
  return mapGrids(grids, (grid) => ({
    ...grid,
    cells: grid.cells.map((cell) => (paths.has(cell.path ?? '') ? { ...cell, text: '' } : cell)),
  }));
};

/** The page cut table 三 off on the right: the total column is gone, in all rows or in some. */
export const cutTotals: Damage = (grids, random) => {
  const share = random.pick([1, 0.8, 0.3, 0.05]);
  const { requests } = grids;
  const last = requests.columnCount - 1;
  const isGone = (cell: GridCell) => cell.column === last && (share === 1 || (isValue(cell) && random.chance(share)));
  const columnCount = share === 1 ? last : requests.columnCount;
  return { ...grids, requests: { ...requests, columnCount, cells: requests.cells.filter((cell) => !isGone(cell)) } };
};

/** One table was a picture. */
export const dropTable: Damage = (grids, random) => {
  const gone = random.pick(tableKeys);
  return mapGrids(grids, (grid) => (grid.table === gone ? { ...grid, rowCount: 0, cells: [] } : grid));
};

/** All three tables were pictures. */
export const dropAllTables: Damage = (grids) => mapGrids(grids, (grid) => ({ ...grid, rowCount: 0, cells: [] }));

/** Table 三 begins below its header: the header rows are gone. */
export const dropHeader: Damage = (grids) => ({
  ...grids,
  requests: { ...grids.requests, cells: grids.requests.cells.filter((cell) => cell.role !== 'header') },
});

/** Table 二 without captions and headers: rows alone. */
export const dropCaptions: Damage = (grids) => ({
  ...grids,
  proactive: {
    ...grids.proactive,
    cells: grids.proactive.cells.filter((cell) => cell.role === 'label' || isValue(cell)),
  },
});

/** Table 四 without its header: fifteen figures under the heading of the section. */
export const dropRemedyHeader: Damage = (grids) => ({
  ...grids,
  remedies: {
    ...grids.remedies,
    cells: grids.remedies.cells.filter((cell) => cell.role !== 'header' || cell.row === 0),
  },
});

/** A whole row of table 三 is missing. */
export const dropRow: Damage = (grids, random) => {
  const { requests } = grids;
  const rows = requests.cells.filter((cell) => isValue(cell)).map((cell) => cell.row);
  return rows.length === 0 ? grids : { ...grids, requests: removeRow(requests, random.pick(rows)) };
};

/** A row 小计 that the form does not know, behind （三）, with the sums of its group. */
export const addSubtotal: Damage = (grids) => {
  const { requests } = grids;
  const group = requests.cells.filter((cell) => /^requests\.withheld/.test(cell.path ?? ''));
  if (group.length === 0) return grids;
  const at = Math.max(...group.map((cell) => cell.row)) + 1;
  const first = requests.columnCount - 7;
  const sums = Array.from({ length: 7 }, (_, index) =>
    group.filter((cell) => cell.column === first + index).reduce((total, cell) => total + countOf(cell), 0),
  );
  const label = { row: at, column: 2, rowSpan: 1, columnSpan: 1, text: '小计', role: 'label' as const };
  const values = sums.map((sum, index) => ({ ...label, column: first + index, text: String(sum) }));
  return { ...grids, requests: insertRow(requests, at, [label, ...values]) };
};

/** A last row 备注 with a remark, under table 二 and table 三. */
export const addRemarks: Damage = (grids) =>
  mapGrids(grids, (grid) => {
    if (grid.table === 'remedies' || grid.rowCount === 0) return grid;
    const label = { row: grid.rowCount, column: 0, rowSpan: 1, columnSpan: 1, text: '备注', role: 'label' as const };
    const remark = { ...label, column: 1, columnSpan: grid.columnCount - 1, text: '数据来源为登记台账' };
    return insertRow(grid, grid.rowCount, [label, remark]);
  });

/**
 * Table 三 of form 2021 with （六）其他处理 as the one row it was in form 2019: the three rows
 * below it are not in the source.
 */
export const mergeOtherRows: Damage = (grids) => {
  const { requests } = grids;
  const other = requests.cells.filter((cell) => /^requests\.other/.test(cell.path ?? ''));
  const rows = [...new Set(other.map((cell) => cell.row))];
  const [firstRow] = rows;
  if (rows.length !== 3 || firstRow === undefined) return grids;
  const merged = requests.cells.flatMap((cell): GridCell[] => {
    if (cell.row !== firstRow) return [cell];
    if (cell.column === 1) return [{ ...cell, rowSpan: 1, columnSpan: 2 }];
    if (cell.column === 2) return [];
    const { path: _, ...rest } = cell;
    const sum = other.filter((each) => each.column === cell.column).reduce((total, each) => total + countOf(each), 0);
    return [{ ...rest, text: String(sum) }];
  });
  const shorter = removeRow({ ...requests, cells: merged }, firstRow + 1);
  return { ...grids, requests: removeRow(shorter, firstRow + 1) };
};

/** Takes a row out; a label over it becomes one row shorter. */
function removeRow(grid: Grid, row: number): Grid {
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const covers = cell.row <= row && cell.row + cell.rowSpan > row;
    if (cell.row === row && cell.rowSpan === 1) return [];
    if (covers) return [{ ...cell, rowSpan: cell.rowSpan - 1 }];
    return [cell.row > row ? { ...cell, row: cell.row - 1 } : cell];
  });
  return { ...grid, rowCount: grid.rowCount - 1, cells };
}

/** Puts a row in; a label that covers the row above and the row below becomes one row longer. */
function insertRow(grid: Grid, row: number, added: readonly GridCell[]): Grid {
  const cells = grid.cells.map((cell): GridCell => {
    if (cell.row >= row) return { ...cell, row: cell.row + 1 };
    // A label over rows that ends just above takes the new row in: 小计 belongs to its group.
    return cell.rowSpan > 1 && cell.row + cell.rowSpan >= row ? { ...cell, rowSpan: cell.rowSpan + 1 } : cell;
  });
  const rows = [...cells, ...added].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...grid, rowCount: grid.rowCount + 1, cells: rows };
}

/** Every distinct text of all tables once, at its first place: nothing can be placed any more. */
export const keepDistinct: Damage = (grids) => {
  const seen = new Set<string>();
  return mapGrids(grids, (grid) => ({
    ...grid,
    cells: grid.cells.flatMap((cell): GridCell[] => {
      if (seen.has(cell.text)) return [];
      seen.add(cell.text);
      const { path: _, ...rest } = cell;
      return [rest];
    }),
  }));
};

/** Money in another unit than the form's, said in the header alone: 元 for fees, 万元 for procurement. */
export const otherUnits: Damage = (grids) => {
  const change = (cell: GridCell): GridCell => {
    if (cell.role === 'header') {
      const text = cell.text.replace('（单位：万元）', '（单位：元）').replace(/^采购总金额$/, '采购总金额（万元）');
      return { ...cell, text };
    }
    const amount = Number(cell.text);
    if (!cell.path?.endsWith('.amount') || amount === 0) return cell;
    const isFee = cell.path.startsWith('proactive.fees');
    const text = isFee ? String(Math.round(amount * 10_000)) : String(Math.round(amount * 100) / 1_000_000);
    return { ...cell, text, meaning: `${text}${isFee ? '元' : '万元'}` };
  };
  return { ...grids, proactive: { ...grids.proactive, cells: grids.proactive.cells.map(change) } };
};

/** Table 四 with a row for each kind of remedy and a column for each outcome, as some pages set it. */
export const turnRemedies: Damage = (grids) => {
  const { remedies } = grids;
  const width = 5;
  const cells = remedies.cells.flatMap((cell): GridCell[] => {
    const block = Math.floor(cell.column / width);
    const place = { rowSpan: 1, columnSpan: 1, row: block + 1 };
    if (cell.path !== undefined) return [{ ...cell, ...place, column: 1 + (cell.column % width) }];
    const isOutcome = cell.columnSpan === 1;
    if (isOutcome) return block === 0 ? [{ ...cell, ...place, row: 0, column: 1 + cell.column }] : [];
    const isCaption = block === 0 ? cell.row === 0 : cell.row === 1;
    return isCaption ? [{ ...cell, ...place, column: 0, role: 'label' }] : [];
  });
  const turned = { ...remedies, rowCount: 4, columnCount: 1 + width, cells: inReadingOrder(cells) };
  return { ...grids, remedies: turned };
};

/** Several kinds of damage, one after the other. */
export const damageInTurn =
  (...all: readonly Damage[]): Damage =>
  (grids, random) =>
    all.reduce((damaged, each) => each(damaged, random), grids);
