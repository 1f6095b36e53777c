import type { PlacedCell, PrintableTable } from '../../kernel/printable-document.ts';
import { placeCells } from '../../kernel/printable-document.ts';
import { MarkLinks, markedClass } from './mark-links.tsx';
import type { Marking } from './marks.ts';

export interface TableViewProps {
  table: PrintableTable;
  /** Which of the three it is, for the style sheet. */
  name: string;
  marking: Marking;
  /** Begins the ids of the header cells. */
  prefix: string;
}

/** A cell of the grid with the header cells that speak for it. */
interface HeadedCell extends PlacedCell {
  id: string | undefined;
  headers: readonly HeadedCell[];
}

/**
 * A table of the form exactly as it is laid out for print, in a region of its own that scrolls when
 * the page is too narrow. Every value names its header cells, carries its marks and can be linked
 * to. On a phone the style sheet turns each row into a card; `data-label` is what stands beside a
 * value there.
 */
export function TableView({ table, name, marking, prefix }: TableViewProps) {
  const rows = [...Map.groupBy(headCells(table, prefix), (cell) => cell.row).values()];
  const groups = Map.groupBy(rows, ([first]) => first?.group ?? -1);
  const lines = (group: number) =>
    (groups.get(group) ?? []).map((cells) => (
      <tr key={cells[0]?.row}>
        {cells.map((cell) => (
          <CellView key={cell.column} placed={cell} row={cells} marking={marking} />
        ))}
      </tr>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="table-scroll" aria-label={`${table.name}（表格，可左右滚动）`} tabIndex={0}>
      <table className={`form-table form-table-${table.density} form-table-${name}`}>
        <caption className="visually-hidden">{table.name}</caption>
        <colgroup>
          {table.columns.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            <col key={index} className={`col-${index + 1}`} />
          ))}
        </colgroup>
        {table.head.length > 0 ? <thead>{lines(-1)}</thead> : null}
        {table.groups.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no other name
          <tbody key={index}>{lines(index)}</tbody>
        ))}
      </table>
    </section>
  );
}

/** Gives every header cell an id and every value the header cells above it and to its left. */
function headCells(table: PrintableTable, prefix: string): HeadedCell[] {
  const cells: HeadedCell[] = placeCells(table).map((placed, index) => ({
    ...placed,
    id: placed.cell.header ? `${prefix}h${index}` : undefined,
    headers: [],
  }));
  const headerCells = cells.filter(({ cell }) => cell.header);
  for (const each of cells)
    if (!each.cell.header) each.headers = headerCells.filter((header) => speaksFor(header, each));
  return cells;
}

/** A column header speaks for what is below it in its own group, one in the head for every group. */
function speaksFor(header: PlacedCell, { row, column, rowSpan, columnSpan, group }: PlacedCell): boolean {
  if (header.cell.header === 'row') {
    return header.column < column && header.row < row + rowSpan && row < header.row + header.rowSpan;
  }
  const isAbove = header.row < row && (header.group === -1 || header.group === group);
  return isAbove && header.column < column + columnSpan && column < header.column + header.columnSpan;
}

interface CellViewProps {
  placed: HeadedCell;
  /** All cells that begin in the same row. */
  row: readonly HeadedCell[];
  marking: Marking;
}

function CellView({ placed, row, marking }: CellViewProps) {
  const { cell, id, headers, rowSpan, columnSpan } = placed;
  const alignment = cell.align && `align-${cell.align}`;
  const spans = {
    rowSpan: rowSpan > 1 ? rowSpan : undefined,
    colSpan: columnSpan > 1 ? columnSpan : undefined,
  };
  if (cell.header) {
    const across = columnSpan > 1 ? 'colgroup' : 'col';
    const scope = cell.header === 'column' ? across : rowSpan > 1 ? 'rowgroup' : 'row';
    const path = scope === 'row' ? rowPath(row) : undefined;
    const marks = path === undefined ? undefined : marking.at.get(path);
    return (
      <th
        id={id}
        scope={scope}
        className={joined(scope, alignment, cell.vertical && 'vertical', markedClass(marks))}
        {...spans}
      >
        {path === undefined ? cell.text : <span id={marking.anchorOf(path)}>{cell.text}</span>}
        <MarkLinks marks={marks} />
      </th>
    );
  }
  if (cell.key === undefined) {
    return (
      <td className={alignment} {...spans}>
        {cell.text}
      </td>
    );
  }
  const marks = marking.at.get(cell.key);
  return (
    <td
      id={marking.anchorOf(cell.key)}
      headers={headers.map((header) => header.id).join(' ')}
      className={joined('value', cell.text === '0' && 'zero', markedClass(marks))}
      data-label={shortLabel(headers)}
      tabIndex={marks ? -1 : undefined}
      {...spans}
    >
      {cell.text === '' ? <span className="blank">空白</span> : cell.text}
      <MarkLinks marks={marks} />
    </td>
  );
}

const joined = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined;

/** The path of a row of the form, from the first value in it: `requests.disclosed`. */
function rowPath(row: readonly HeadedCell[]): string | undefined {
  const key = row.find(({ cell }) => cell.key !== undefined)?.cell.key;
  return key?.slice(0, key.lastIndexOf('.'));
}

/** What stands beside a value on a phone: its column, with the block it is in when no row label says it. */
function shortLabel(headers: readonly HeadedCell[]): string | undefined {
  const columns = headers.filter(({ cell }) => cell.header === 'column').map(({ cell }) => cell.text);
  return headers.some(({ cell }) => cell.header === 'row') ? columns.at(-1) : columns.slice(-2).join(' · ');
}
