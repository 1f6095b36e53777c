import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { ScheduleRow } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { JobStateMark } from './job-state.tsx';
import { messages } from './messages.ts';
import { describeSchedule } from './schedule.ts';

const schedulesQuery = queryOptions({
  queryKey: ['jobs', 'schedules'],
  queryFn: ({ signal }) => ask(api.GET('/api/jobs/schedules', { signal })),
});

/** What runs by the clock. */
export function Schedules() {
  const { data, error, refetch } = useQuery(schedulesQuery);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (name: string) => ask(api.POST('/api/jobs/schedules/{name}/run', { params: { path: { name } } })),
    onSuccess: () => message.success(messages.started),
    onError: (thrown) => message.error(asProblem(thrown).message),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const columns: Column<ScheduleRow>[] = [
    { title: messages.label, cell: ({ label }) => label },
    { title: messages.schedule, kind: 'short', cell: ({ schedule }) => describeSchedule(schedule) },
    { title: messages.nextRun, kind: 'short', cell: ({ nextRun }) => (nextRun ? formatInstant(nextRun) : '—') },
    {
      title: messages.lastRun,
      kind: 'short',
      cell: ({ lastRun }) =>
        lastRun ? (
          <>
            <JobStateMark state={lastRun.state} />
            {formatInstant(lastRun.startedAt ?? lastRun.createdAt)}
          </>
        ) : (
          <span className="soft">{messages.neverRun}</span>
        ),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: ({ name, label }) => (
        <Button
          size="small"
          aria-label={messages.runNowFor(label)}
          loading={run.isPending && run.variables === name}
          onClick={() => run.mutate(name)}
        >
          {messages.runNow}
        </Button>
      ),
    },
  ];
  if (error) return <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />;
  if (!data) return <Waiting rows={5} />;
  return (
    <div className="list-sheet">
      <Table caption={messages.tabs.schedules} columns={columns} rows={data.schedules} rowKey={({ name }) => name} />
    </div>
  );
}
