import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { OwnSession } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => ask(api.GET('/api/account/sessions', { signal })),
});

/** Where one is signed in, and how to end it. */
export function Sessions() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: (which: { id: string } | 'others' | 'all') => {
      if (which === 'all')
        return ask(api.DELETE('/api/account/sessions', { params: { query: { including: 'this' } } }));
      if (which === 'others') return ask(api.DELETE('/api/account/sessions', {}));
      return ask(api.DELETE('/api/account/sessions/{id}', { params: { path: which } }));
    },
    onSuccess: (_answer, which) => {
      if (which === 'all') return window.location.assign('/console/');
      message.success(messages.ended);
      return queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    onError: (thrown) => message.error(asProblem(thrown).message),
  });

  const columns: Column<OwnSession>[] = [
    {
      title: messages.session.device,
      cell: ({ browser, isCurrent }) => (
        <>
          {browser} {isCurrent ? <span className="mark mark-info">{messages.thisSession}</span> : null}
        </>
      ),
    },
    { title: messages.session.address, kind: 'short', cell: ({ address }) => address },
    { title: messages.session.begun, kind: 'short', cell: ({ begunAt }) => formatInstant(begunAt) },
    { title: messages.session.seen, kind: 'short', cell: ({ seenAt }) => formatInstant(seenAt) },
    {
      title: messages.session.act,
      kind: 'act',
      cell: ({ id, browser, isCurrent }) =>
        isCurrent ? null : (
          <Button size="small" aria-label={messages.endSessionFor(browser)} onClick={() => end.mutate({ id })}>
            {messages.endSession}
          </Button>
        ),
    },
  ];
  if (error) return <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />;
  if (!data) return <Waiting rows={3} />;
  return (
    <>
      <p className="page-words section-words">{messages.sessionsWords}</p>
      <div className="list-sheet">
        <Table caption={messages.tabs.sessions} columns={columns} rows={data.items} rowKey={({ id }) => id} />
      </div>
      <div className="actions section-actions">
        <Button disabled={data.items.length < 2} loading={end.isPending} onClick={() => end.mutate('others')}>
          {messages.endOthers}
        </Button>
        <Button
          onClick={() =>
            modal.confirm({
              title: messages.endAll,
              content: messages.endAllWords,
              okText: messages.endAll,
              onOk: () => end.mutateAsync('all'),
            })
          }
        >
          {messages.endAll}
        </Button>
      </div>
    </>
  );
}
