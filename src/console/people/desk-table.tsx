import type { ReactNode } from 'react';
import { formatDay } from '../parts/moment.ts';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

interface Item {
  kind: string;
  id: string;
  label: string;
  title: string;
  nextDate?: string;
  detail?: string;
}

/** What waits on a desk; a mark may stand behind an item. */
export function DeskTable<Row extends Item>({
  items,
  markOf,
}: {
  items: readonly Row[];
  markOf?(item: Row): ReactNode;
}) {
  const columns: Column<Row>[] = [
    {
      title: '事项',
      cell: (item) => (
        <>
          {item.title} {markOf?.(item)}
          {item.detail ? <span className="soft block">{item.detail}</span> : null}
        </>
      ),
    },
    { title: '类别', kind: 'short', cell: ({ label }) => label },
    { title: messages.next, kind: 'short', cell: ({ nextDate }) => (nextDate ? formatDay(nextDate) : '—') },
  ];
  return (
    <div className="list-sheet">
      <Table caption={messages.desk} columns={columns} rows={items} rowKey={({ kind, id }) => `${kind} ${id}`} />
    </div>
  );
}
