import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { columnStatuses } from '../../catalogue/domain/column-state.ts';
import type { OrganColumns } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { Filters } from '../parts/filters.tsx';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { CoverageTabs } from './coverage-parts.tsx';
import { messages } from './messages.ts';
import { columnsQuery } from './queries.ts';

type Row = OrganColumns['columns'][number] & { organId: string; organ: string };

const looks = { empty: 'bad', stale: 'warn', fresh: 'good' } as const;
const statusKeys = ['empty', 'stale', 'fresh'] as const;

const columns: Column<Row>[] = [
  {
    title: messages.column,
    cell: ({ name, parentName }) => (
      <>
        {name}
        {parentName ? <span className="soft block">{parentName}</span> : null}
      </>
    ),
  },
  {
    title: messages.status,
    kind: 'short',
    cell: ({ status }) => <span className={`mark mark-${looks[status]}`}>{columnStatuses[status]}</span>,
  },
  {
    title: messages.count,
    kind: 'number',
    cell: ({ organ, organId, columnKey, name, count }) =>
      count === 0 ? (
        <span className="soft">0</span>
      ) : (
        <Link
          className="count"
          to={`/catalogue/coverage/columns/${columnKey}?organId=${organId}`}
          aria-label={`${organ}，${name}：${count}`}
        >
          {count}
        </Link>
      ),
  },
  { title: messages.latest, kind: 'short', cell: ({ latestOn }) => latestOn ?? '—' },
  { title: messages.freshUntil, kind: 'short', cell: ({ freshUntil }) => freshUntil ?? '—' },
];

/** 栏目更新: which columns are empty or were not kept up to date. */
export function ColumnsPage() {
  const address = useAddress();
  const { data, error, refetch } = useQuery(
    columnsQuery({
      organId: address.get('organId'),
      alone: address.get('alone') === 'true' ? 'true' : undefined,
    }),
  );
  const wanted = oneOf(statusKeys, address.get('status'));
  const rows = (data?.organs ?? []).flatMap(({ organ, columns: all }) =>
    all
      .filter(({ status }) => (wanted ? status === wanted : status !== 'fresh'))
      .map((column): Row => ({ ...column, organId: organ.id, organ: organ.shortName })),
  );
  return (
    <Page title={messages.title} words={messages.columnsWords}>
      <CoverageTabs />
      <Filters
        address={address}
        filters={[
          { name: 'organId', label: messages.organ, kind: 'organ' },
          { name: 'status', label: messages.status, kind: 'choice', options: optionsOf(columnStatuses) },
        ]}
      />
      {data ? (
        rows.length === 0 ? (
          <StateBox kind="good" title={messages.fine} />
        ) : (
          <div className="list-sheet">
            <Table
              caption={messages.tabs.columns}
              columns={columns}
              rows={rows}
              rowKey={({ organId, columnKey }) => `${organId} ${columnKey}`}
              groupOf={({ organ }) => organ}
            />
          </div>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={12} />
      )}
    </Page>
  );
}
