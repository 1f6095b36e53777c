import { Button, Pagination } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNote, ErrorState } from './states.tsx';
import { type Column, Table } from './table.tsx';

/** One page of a list, as every list of the API comes. */
export interface PageOf<Row> {
  items: readonly Row[];
  total: number;
  page: number;
  pageSize: number;
}

interface ListProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rowKey(row: Row): string;
  /** What TanStack Query knows of the page. */
  asked: { data: PageOf<Row> | undefined; error: unknown; isFetching: boolean; refetch(): unknown };
  /** Stands in the place of a list without rows, and says what to do. */
  empty: ReactNode;
  setPage(page: number): void;
}

/** A list that the server pages: its rows, or why there are none. */
export function List<Row>({ caption, columns, rowKey, asked, empty, setPage }: ListProps<Row>) {
  const { data, error, isFetching, refetch } = asked;
  if (!data) {
    if (!error) return <Waiting rows={8} />;
    return <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />;
  }
  if (data.total === 0) return empty;
  return (
    <div className="list-sheet">
      <ErrorNote error={error} />
      <Table caption={caption} columns={columns} rows={data.items} rowKey={rowKey} busy={isFetching} />
      <div className="list-foot">
        <span className="soft">共 {data.total} 条</span>
        {data.total > data.pageSize ? (
          <Pagination
            current={data.page}
            total={data.total}
            pageSize={data.pageSize}
            showSizeChanger={false}
            showLessItems
            onChange={setPage}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Holds the place of rows that are on their way. */
export function Waiting({ rows }: { rows: number }) {
  return (
    <div className="waiting" role="status">
      <span className="visually-hidden">正在读取</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without content
        <span key={row} className="waiting-bar" />
      ))}
    </div>
  );
}
