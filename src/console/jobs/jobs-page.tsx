import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { NavLink, Outlet } from 'react-router';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { JobRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { JobStateMark } from './job-state.tsx';
import { messages } from './messages.ts';

/** 后台任务: what runs, ran and failed, and what runs by the clock. */
export function JobsPage() {
  return (
    <Page title={messages.title} words={messages.words}>
      <nav className="tab-links" aria-label={messages.title}>
        <NavLink to="/jobs" end>
          {messages.tabs.list}
        </NavLink>
        <NavLink to="/jobs/schedules">{messages.tabs.schedules}</NavLink>
      </nav>
      <Outlet />
    </Page>
  );
}

const states = Object.entries(messages.states).map(([value, label]) => ({ value, label }));

const jobsQuery = (page: number, state: string | undefined) =>
  queryOptions({
    queryKey: ['jobs', 'list', page, state],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/jobs', {
          params: { query: { page, ...(state ? { state: state as JobRow['state'] } : {}) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // A list one looks at while something runs.
    refetchInterval: 10_000,
  });

/** The jobs, the latest first. */
export function JobList() {
  const address = useAddress();
  const asked = useQuery(jobsQuery(address.page, address.get('state')));
  const { message } = App.useApp();
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: ({ id, what }: { id: string; what: 'retry' | 'cancel' }) =>
      ask(
        what === 'retry'
          ? api.POST('/api/jobs/{id}/retry', { params: { path: { id } } })
          : api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }),
      ),
    onSuccess: (_job, { what }) => message.success(what === 'retry' ? messages.retried : messages.cancelled),
    onError: (error) => message.error(asProblem(error).message),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });

  const columns: Column<JobRow>[] = [
    {
      title: messages.label,
      cell: ({ label, failure }) => (
        <>
          {label}
          {failure ? <span className="soft block">{failure.message}</span> : null}
        </>
      ),
    },
    { title: messages.state, kind: 'short', cell: ({ state }) => <JobStateMark state={state} /> },
    { title: messages.tries, kind: 'short', cell: ({ tries, maximumTries }) => messages.triesOf(tries, maximumTries) },
    { title: messages.times, kind: 'short', cell: times },
    {
      title: messages.act,
      kind: 'act',
      cell: ({ id, label, state }) => {
        if (state === 'done') return null;
        const what = state === 'failed' || state === 'cancelled' ? 'retry' : 'cancel';
        return (
          <Button
            size="small"
            aria-label={what === 'retry' ? messages.retryFor(label) : messages.cancelFor(label)}
            loading={act.isPending && act.variables.id === id}
            onClick={() => act.mutate({ id, what })}
          >
            {messages[what]}
          </Button>
        );
      },
    },
  ];
  return (
    <>
      <Filters
        address={address}
        filters={[{ name: 'state', label: messages.state, kind: 'choice', options: states }]}
      />
      <List
        caption={messages.tabs.list}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
    </>
  );
}

function times({ startAfter, startedAt, endedAt }: JobRow) {
  return (
    <>
      <span className="block">
        {startedAt ? messages.begun(formatInstant(startedAt)) : messages.due(formatInstant(startAfter))}
      </span>
      {endedAt ? <span className="soft block">{messages.ended(formatInstant(endedAt))}</span> : null}
    </>
  );
}
