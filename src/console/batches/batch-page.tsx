import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import type { Batch } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
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
      title={messages.check}
      words={data?.fileName}
      back={<Link to="/publication/batches">{messages.backToBatches}</Link>}
      actions={data ? <BatchActs batch={data} /> : undefined}
    >
      {data ? (
        <>
          <Counts batch={data} />
          {data.status === 'pending' ? <ColumnsForm batch={data} /> : null}
          <h2 className="list-title">{messages.rows}</h2>
          <div className="list-sheet">
            <Table caption={messages.rows} columns={columns} rows={data.rows} rowKey={({ row }) => String(row)} />
          </div>
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}

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
