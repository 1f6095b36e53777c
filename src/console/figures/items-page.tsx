import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { columnOf, isColumn } from '../../catalogue/domain/columns.ts';
import { channelKeys, channelOf } from '../../publication/domain/channels.ts';
import { type FigureKind, figureKinds } from '../../publication/domain/figures.ts';
import { isKind, kindOf } from '../../publication/domain/kinds/index.ts';
import type { FigureItem } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf } from '../parts/asked.ts';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { messages } from './messages.ts';
import { figureItemsQuery } from './queries.ts';
import { scopeAddress, scopeIn } from './scope.ts';

const columns: Column<FigureItem>[] = [
  {
    title: messages.item,
    cell: ({ id, title, kind, organ, indexNumber, live }) => (
      <>
        <Link to={`/publication/items/${id}`}>{title}</Link>
        <div className="soft">
          {organ} · {isKind(kind) ? kindOf(kind).name : kind}
          {indexNumber ? ` · ${indexNumber}` : ''}
        </div>
        {live ? null : <span className="mark mark-warn">{messages.down}</span>}
      </>
    ),
  },
  {
    title: messages.column,
    cell: ({ columnKey }) => (isColumn(columnKey) ? columnOf(columnKey).name : columnKey),
  },
  { title: messages.published, kind: 'short', cell: ({ publishedOn }) => publishedOn ?? '—' },
];

const deliveryColumns: Column<FigureItem>[] = [
  ...columns,
  { title: messages.channel, kind: 'short', cell: ({ channel }) => (channel ? channelOf(channel).name : '—') },
  { title: messages.doneOn, kind: 'short', cell: ({ doneOn }) => doneOn ?? '—' },
];

/** What a number of the figures counts: as many as it says. */
export function FigureItemsPage() {
  const address = useAddress();
  const [params] = useSearchParams();
  const scope = scopeIn(address);
  const what = oneOf(Object.keys(figureKinds) as FigureKind[], address.get('what')) ?? 'information';
  const channel = oneOf(channelKeys, address.get('channel'));
  // An empty key is a line of its own (of no field), an absent one the total.
  const asked = useQuery(
    figureItemsQuery({ ...scope, page: address.page, key: params.get('key') ?? undefined, what, channel }),
  );
  const words = [
    messages.periodOf(scope.from, scope.to),
    channel ? channelOf(channel).name : messages.whats[what],
  ].join('，');
  return (
    <Page
      title={messages.listTitle}
      words={words}
      back={<Link to={`/publication/figures?${scopeAddress(scope)}`}>{messages.backToFigures}</Link>}
    >
      <List
        caption={messages.listTitle}
        columns={what === 'deliveries' ? deliveryColumns : columns}
        rowKey={({ id, channel: by }) => `${id} ${by ?? ''}`}
        asked={asked}
        empty={<StateBox title={messages.listEmpty} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
    </Page>
  );
}
