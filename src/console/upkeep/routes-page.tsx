import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { stepUses } from '../../publication/domain/review-route.ts';
import { reviewStepKeys, reviewSteps } from '../../publication/domain/states.ts';
import { api, ask } from '../api/client.ts';
import type { ReviewRoute } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages as upkeepMessages } from './messages.ts';
import { routesQuery } from './queries.ts';
import { RouteDialog } from './route-dialog.tsx';
import { messages } from './route-messages.ts';
import { UpkeepTabs } from './upkeep-tabs.tsx';

const scopeOf = ({ organ, kindName }: ReviewRoute): string =>
  `${organ ?? messages.everyOrgan} · ${kindName ?? messages.everyKind}`;

/** 审查流程: which reviews items go through, by organ and kind. */
export function RoutesPage() {
  const { data, error, refetch } = useQuery(routesQuery);
  const mayConfigure = useMay('configure-publication');
  const [editing, setEditing] = useState<ReviewRoute | 'new'>();
  const [removing, setRemoving] = useState<ReviewRoute>();
  const columns: Column<ReviewRoute>[] = [
    {
      title: messages.scope,
      cell: (route) => (
        <>
          {scopeOf(route)}
          <div className="soft">{messages.changed(route.changedByName, formatInstant(route.changedAt))}</div>
        </>
      ),
    },
    {
      title: messages.steps,
      cell: ({ steps }) => (
        <ul className="plain">
          {reviewStepKeys.map((step) => (
            <li key={step}>
              {reviewSteps[step].name}：{stepUses[steps[step]]}
            </li>
          ))}
        </ul>
      ),
    },
    {
      title: messages.important,
      cell: ({ alwaysImportant, importantFrom, note }) => (
        <>
          {alwaysImportant ? messages.always : null}
          {importantFrom ? messages.fromAmount((importantFrom / 100).toLocaleString('zh-CN')) : null}
          <div className="soft">{note}</div>
        </>
      ),
    },
    {
      title: messages.act,
      kind: 'act',
      cell: (route) =>
        mayConfigure ? (
          <>
            <Button size="small" aria-label={messages.editFor(scopeOf(route))} onClick={() => setEditing(route)}>
              {messages.edit}
            </Button>
            <Button size="small" aria-label={messages.removeFor(scopeOf(route))} onClick={() => setRemoving(route)}>
              {messages.remove}
            </Button>
          </>
        ) : null,
    },
  ];
  return (
    <Page
      title={upkeepMessages.title}
      words={messages.words}
      actions={
        mayConfigure ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {messages.add}
          </Button>
        ) : undefined
      }
    >
      <UpkeepTabs />
      {data ? (
        data.items.length === 0 ? (
          <StateBox title={messages.emptyTitle} />
        ) : (
          <div className="list-sheet">
            <Table caption={upkeepMessages.tabs.routes} columns={columns} rows={data.items} rowKey={({ id }) => id} />
          </div>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={6} />
      )}
      {editing ? (
        <RouteDialog {...(editing === 'new' ? {} : { route: editing })} onClose={() => setEditing(undefined)} />
      ) : null}
      {removing ? <RemoveDialog route={removing} onClose={() => setRemoving(undefined)} /> : null}
    </Page>
  );
}

function RemoveDialog({ route, onClose }: { route: ReviewRoute; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, version } = route;
  return (
    <FormDialog<object, unknown>
      title={messages.removeFor(scopeOf(route))}
      words={messages.removeWords}
      confirm={messages.remove}
      danger
      act={() => ask(api.DELETE('/api/publication/routes/{id}', { params: { path: { id } }, body: { version } }))}
      onDone={() => {
        onClose();
        message.success(messages.removed);
        return queries.invalidateQueries({ queryKey: routesQuery.queryKey });
      }}
      onClose={onClose}
    />
  );
}
