import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ItemDetail } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { itemChannelsQuery, itemChecksQuery, itemQuery, itemReviewsQuery } from './queries.ts';
import { ReadPage } from './read/read-page.tsx';
import { WritePage } from './write/write-page.tsx';

/** One item: written by who may write on it now, read and reviewed by everybody else. */
export function ItemPage() {
  const { id = '' } = useParams();
  return <KnownItem key={id} id={id} />;
}

function KnownItem({ id }: { id: string }) {
  const queries = useQueryClient();
  // While somebody writes, nothing is put in the place of what he writes but what he asks for.
  const [opened, setOpened] = useState(0);
  const [written, setWritten] = useState<ItemDetail>();
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...itemQuery(id),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  // All of it stands beside the item: what came later would move what one reads.
  const isBeside = [
    useQuery(itemReviewsQuery(id)),
    useQuery(itemChecksQuery(id)),
    useQuery(itemChannelsQuery(id)),
  ].every(({ isPending }) => !isPending);
  const reopen = async () => {
    await queries.refetchQueries({ queryKey: itemQuery(id).queryKey });
    setWritten(undefined);
    setOpened((count) => count + 1);
  };
  // What was remembered may be older than what was saved or restored since: one does not go on writing with that.
  if (!data || (!written && (!isBeside || (data.writable.ok && !isFetchedAfterMount)))) {
    return (
      <Page title={messages.title} back={<Link to="/publication/items">{messages.back}</Link>}>
        {error ? (
          <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
        ) : (
          <Waiting rows={8} />
        )}
      </Page>
    );
  }
  if (data.writable.ok && !written) setWritten(data);
  const writing = written ?? (data.writable.ok ? data : undefined);
  return writing ? <WritePage key={opened} item={writing} reopen={reopen} /> : <ReadPage item={data} />;
}
