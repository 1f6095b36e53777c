import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Batch, ListedItem } from '../api/shapes.ts';
import { List, Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { itemsQuery } from '../publication/queries.ts';
import { ItemMarks } from '../publication/state-mark.tsx';
import { BatchActs } from './batch-acts.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { messages } from './messages.ts';
import { batchQuery } from './queries.ts';

/** One spreadsheet: what fills what, what each row would become, and the rows entered. */
export function BatchPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(batchQuery(id));
  return (
    <Page
      title={data && data.status !== 'pending' ? messages.statuses[data.status] : messages.check}
      words={data?.fileName}
      back={<Link to="/publication/batches">{messages.backToBatches}</Link>}
      actions={data ? <BatchActs batch={data} /> : undefined}
    >
      {data ? (
        data.status === 'dropped' ? (
          <p className="notice">{messages.droppedWords}</p>
        ) : (
          <BatchRows batch={data} refused={columns} />
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

/** What each row would become; once they are entered, what became of them and of those left out. */
function BatchRows({ batch, refused }: { batch: Batch; refused: Column<Batch['rows'][number]>[] }) {
  const isPending = batch.status === 'pending';
  const table = (caption: string) => (
    <div className="list-sheet">
      <Table caption={caption} columns={refused} rows={batch.rows} rowKey={({ row }) => String(row)} />
    </div>
  );
  if (isPending) {
    return (
      <>
        <Counts batch={batch} />
        <ColumnsForm batch={batch} />
        <h2 className="list-title">{messages.rows}</h2>
        {table(messages.rows)}
      </>
    );
  }
  return (
    <>
      <Entered id={batch.id} />
      {batch.rows.length > 0 ? (
        <>
          <h2 className="list-title">{messages.leftTitle(batch.rows.length)}</h2>
          <p className="section-words">{messages.leftWords}</p>
          {table(messages.leftTitle(batch.rows.length))}
          <div className="section-actions">
            <Link className="button-link" to="/publication/batches">
              {messages.uploadAgain}
            </Link>
          </div>
        </>
      ) : null}
    </>
  );
}

function Entered({ id }: { id: string }) {
  const [page, setPage] = useState(1);
  const asked = useQuery(itemsQuery({ importId: id, page }));
  return (
    <>
      <h2 className="list-title">{messages.enteredTitle(asked.data?.total ?? 0)}</h2>
      <p className="section-words">{messages.enteredWords}</p>
      <List
        caption={messages.enteredTitle(asked.data?.total ?? 0)}
        columns={enteredColumns}
        rowKey={(item) => item.id}
        asked={asked}
        empty={<p className="soft">{messages.enteredNone}</p>}
        setPage={setPage}
      />
    </>
  );
}

const enteredColumns: Column<ListedItem>[] = [
  { title: messages.item, cell: (item) => <Link to={`/publication/items/${item.id}`}>{item.title}</Link> },
  { title: messages.number, kind: 'short', cell: ({ documentNumber }) => documentNumber ?? '—' },
  { title: messages.state, kind: 'short', cell: (item) => <ItemMarks {...item} /> },
];

function Counts({ batch: { counts, remarks } }: { batch: Batch }) {
  return (
    <section className="sheet">
      <dl className="figures">
        {(['ready', 'faulty', 'known'] as const).map((key) => (
          <div key={key} className={key === 'faulty' && counts.faulty > 0 ? 'figure figure-bad' : 'figure'}>
            <dt>{messages.summary[key]}</dt>
            <dd>{counts[key]}</dd>
          </div>
        ))}
      </dl>
      {remarks.map((remark) => (
        <p key={remark} className="notice">
          {remark}
        </p>
      ))}
    </section>
  );
}

const looks = { ready: 'good', faulty: 'bad', known: 'warn' } as const;

const columns: Column<Batch['rows'][number]>[] = [
  { title: messages.item, cell: ({ title }) => title || '—' },
  { title: messages.row, kind: 'short', cell: ({ row }) => row },
  {
    title: messages.standing,
    kind: 'short',
    cell: ({ standing }) => <span className={`mark mark-${looks[standing]}`}>{messages.standings[standing]}</span>,
  },
  {
    title: messages.problems,
    cell: ({ problems, rewritten, known }) => (
      <ul className="plain">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
        {rewritten.map(({ label, before, after }) => (
          <li key={label} className="soft">
            {messages.rewritten(label, before, after)}
          </li>
        ))}
        {known ? (
          <li>
            <Link to={`/publication/items/${known.id}`}>{messages.known(known.title)}</Link>
          </li>
        ) : null}
      </ul>
    ),
  },
];
