import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { TransferRow } from '../api/shapes.ts';
import { List } from '../parts/list.tsx';
import type { Column } from '../parts/table.tsx';
import { messages } from './transfer-messages.ts';

const columns: Column<TransferRow>[] = [
  {
    title: messages.channel,
    cell: ({ channel, organ }) => (
      <>
        {messages.channels[channel]}
        <div className="soft">{organ}</div>
      </>
    ),
  },
  { title: messages.span, kind: 'short', cell: ({ from, to }) => `${from} 至 ${to}` },
  { title: messages.count, kind: 'number', cell: ({ items }) => items },
  {
    title: messages.handedOn,
    kind: 'short',
    cell: ({ handedOn, personName }) => (
      <>
        {handedOn}
        <div className="soft">{personName}</div>
      </>
    ),
  },
  { title: messages.receiver, cell: ({ receiver }) => receiver },
  {
    title: messages.files,
    kind: 'short',
    cell: ({ id }) => (
      <>
        <a href={`/api/publication/transfers/${id}/sheet?format=docx`} download>
          Word
        </a>{' '}
        <a href={`/api/publication/transfers/${id}/sheet?format=xlsx`} download>
          Excel
        </a>
      </>
    ),
  },
];

/** What was handed over so far, each with its list. */
export function PastTransfers() {
  const [page, setPage] = useState(1);
  const asked = useQuery({
    queryKey: ['channels', 'transfers', page],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/transfers', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <h2 className="list-title">{messages.past}</h2>
      <List
        caption={messages.past}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<p className="soft">{messages.pastEmpty}</p>}
        setPage={setPage}
      />
    </>
  );
}
