import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { HandOverActs } from './acts.tsx';
import { messages } from './messages.ts';
import { handOverQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';

/** One hand-over: its sheet, and what the person may do about it. */
export function HandOverPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...handOverQuery(id), refetchOnWindowFocus: false });
  return (
    <Page
      title="工作移交单"
      words={data ? `${data.from.name} → ${data.to.name}` : undefined}
      back={<Link to="/people/hand-overs">{messages.backToList}</Link>}
      actions={
        data ? (
          <>
            <Button onClick={() => window.print()}>{messages.print}</Button>
            <a className="button-link" href={`/api/hand-overs/${id}/sheet`} download>
              {messages.download}
            </a>
          </>
        ) : undefined
      }
    >
      {data ? (
        <>
          <Sheet handOver={data} />
          <HandOverActs handOver={data} />
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}
