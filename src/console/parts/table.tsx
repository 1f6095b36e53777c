import { Fragment, type ReactNode } from 'react';

export interface Column<Row> {
  title: string;
  cell(row: Row): ReactNode;
  /** `number` and `short` do not wrap; `act` holds buttons and has no label on a phone. */
  kind?: 'number' | 'short' | 'act';
}

interface TableProps<Row> {
  /** What the table holds, for who cannot see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  busy?: boolean;
  /** The heading rows that follow each other stand below; a row with none stands for itself. */
  groupOf?(row: Row): string;
}

/** A table where there is room; on a phone each row is a card with the titles before its cells. */
export function Table<Row>({ caption, columns, rows, rowKey, busy = false, groupOf }: TableProps<Row>) {
  return (
    <table className="list" aria-busy={busy}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, kind }) => (
            <th key={title} scope="col" className={kind}>
              {kind === 'act' ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const before = rows[index - 1];
          const heading = groupOf?.(row);
          const isFirst = heading !== undefined && (before === undefined || groupOf?.(before) !== heading);
          return (
            <Fragment key={rowKey(row)}>
              {isFirst ? (
                <tr className="group-row">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {heading}
                  </th>
                </tr>
              ) : null}
              <tr>
                {columns.map(({ title, kind, cell }) => (
                  <td key={title} className={kind} data-title={title}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
