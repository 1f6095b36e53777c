import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { AccountPart } from './account-part.tsx';
import { DelegationsPart } from './delegations-part.tsx';
import { DeskPart } from './desk-part.tsx';
import { FactsPart } from './facts-part.tsx';
import { messages } from './messages.ts';
import { PostsPart } from './posts-part.tsx';
import { personQuery } from './queries.ts';

/** One person: how to be reached, account, posts, delegations, and what waits on the desk. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(personQuery(id));
  return (
    <Page
      title={data?.name ?? messages.title}
      words={data ? (data.closedOn ? messages.closedOn(data.closedOn) : data.organ.name) : undefined}
      back={<Link to="/people">{messages.backToList}</Link>}
    >
      {data ? (
        <>
          <FactsPart person={data} />
          <PostsPart person={data} />
          <DelegationsPart person={data} />
          <DeskPart person={data} />
          <AccountPart person={data} />
        </>
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={10} />
      )}
    </Page>
  );
}
