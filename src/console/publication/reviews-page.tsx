import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { isKind, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import type { WaitingItem } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { DueDay } from '../parts/deadline.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { messages as itemMessages } from './messages.ts';
import './publication.css';
import { renewItems, waitingQuery } from './queries.ts';
import { BulkDialog } from './review/bulk-dialog.tsx';
import { messages } from './review/messages.ts';

const kindOptions = kindKeys.map((value) => ({ value, label: kindOf(value).name }));

/** 待办审查: what waits for the one who looks, the most urgent first. */
export function ReviewsPage() {
  const address = useAddress();
  const kind = address.get('kind');
  const asked = useQuery(
    waitingQuery({ page: address.page, kind: kind !== undefined && isKind(kind) ? kind : undefined }),
  );
  const [chosen, setChosen] = useState<readonly WaitingItem[]>([]);
  const [acting, setActing] = useState(false);
  const queries = useQueryClient();
  const [first] = chosen;
  const mayShare = ({ shareKey }: WaitingItem) =>
    shareKey !== undefined && (first === undefined || first.shareKey === shareKey);
  const choose = (item: WaitingItem, isOn: boolean) =>
    setChosen(isOn ? [...chosen, item] : chosen.filter(({ id }) => id !== item.id));
  const shared = (asked.data?.items ?? []).filter(({ shareKey }) => shareKey !== undefined);
  const batch = shared.filter(({ shareKey }) => shareKey === (first ?? shared[0])?.shareKey);

  const columns: Column<WaitingItem>[] = [
    {
      title: itemMessages.heading,
      cell: (item) => (
        <>
          {item.shareKey ? (
            <Checkbox
              aria-label={messages.select(item.title)}
              checked={chosen.some(({ id }) => id === item.id)}
              disabled={!mayShare(item)}
              onChange={({ target }) => choose(item, target.checked)}
            />
          ) : null}{' '}
          <Link to={`/publication/items/${item.id}`}>{item.title}</Link>{' '}
          {item.urgency ? <span className="mark mark-bad">{itemMessages.urgencyAsked}</span> : null}{' '}
          {item.important ? <span className="mark mark-today">{itemMessages.important}</span> : null}
          <span className="soft block">
            {item.kindName} · {item.organ} · {item.authorName}
          </span>
        </>
      ),
    },
    {
      title: messages.what,
      cell: ({ label, secondEyes }) => (
        <>
          {label} {secondEyes ? <span className="mark mark-warn">{messages.secondEyes}</span> : null}
        </>
      ),
    },
    {
      title: itemMessages.due,
      kind: 'short',
      cell: ({ dueOn, secondLookDueOn }) => {
        const due = secondLookDueOn ?? dueOn;
        return due ? <DueDay due={due} /> : '—';
      },
    },
    { title: messages.since, kind: 'short', cell: ({ stateSince }) => formatInstant(stateSince) },
    {
      title: messages.open,
      kind: 'act',
      cell: ({ id, title }) => (
        <Link className="button-link" to={`/publication/items/${id}`} aria-label={`${messages.open}：${title}`}>
          {messages.open}
        </Link>
      ),
    },
  ];
  return (
    <Page title={messages.title} words={messages.words}>
      <Filters
        address={address}
        filters={[{ name: 'kind', label: itemMessages.kind, kind: 'choice', options: kindOptions }]}
      />
      {shared.length > 0 ? (
        <div className="form-end bulk-bar">
          <Button type="primary" disabled={chosen.length === 0} onClick={() => setActing(true)}>
            {messages.bulk(chosen.length)}
          </Button>
          <Button disabled={chosen.length === batch.length} onClick={() => setChosen(batch)}>
            {messages.selectBatch(batch.length)}
          </Button>
          <span className="soft">{messages.bulkWords}</span>
        </div>
      ) : null}
      <List
        caption={messages.title}
        columns={columns}
        rowKey={({ id, step }) => `${id} ${step ?? ''}`}
        asked={asked}
        empty={<StateBox kind="good" title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
      {acting && first ? (
        <BulkDialog
          items={chosen}
          onDone={async () => {
            setChosen([]);
            await renewItems(queries);
          }}
          onClose={() => setActing(false)}
        />
      ) : null}
    </Page>
  );
}
