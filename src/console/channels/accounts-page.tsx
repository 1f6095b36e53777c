import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { WechatAccount } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorNote, ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { AccountDialog } from './account-dialog.tsx';
import { messages } from './account-messages.ts';
import { ChannelTabs } from './channel-parts.tsx';
import { accountsQuery } from './queries.ts';

/** 公众号接入: the official accounts the system sends to. */
export function AccountsPage() {
  const { data, error, refetch } = useQuery(accountsQuery);
  const mayConnect = useMay('connect-channels');
  const [editing, setEditing] = useState<WechatAccount | 'new'>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: (id: string) =>
      ask(api.POST('/api/publication/wechat-accounts/{id}/check', { params: { path: { id } } })),
    onSuccess: ({ problem }) => {
      if (problem) message.error(problem);
      else message.success(messages.connected);
      return queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
    },
  });
  const columns: Column<WechatAccount>[] = [
    {
      title: messages.name,
      cell: ({ name, organ }) => (
        <>
          {name}
          <div className="soft">{organ}</div>
        </>
      ),
    },
    { title: messages.appId, cell: ({ appId }) => <code>{appId}</code> },
    { title: messages.state, cell: (account) => <Standing account={account} /> },
    {
      title: messages.act,
      kind: 'act',
      cell: (account) => (
        <>
          <Button
            size="small"
            aria-label={messages.testFor(account.name)}
            loading={test.isPending && test.variables === account.id}
            onClick={() => test.mutate(account.id)}
          >
            {messages.test}
          </Button>
          <Button size="small" aria-label={messages.editFor(account.name)} onClick={() => setEditing(account)}>
            {messages.edit}
          </Button>
        </>
      ),
    },
  ];
  return (
    <Page
      title={messages.title}
      words={messages.words}
      actions={
        mayConnect ? (
          <Button type="primary" onClick={() => setEditing('new')}>
            {messages.add}
          </Button>
        ) : undefined
      }
    >
      <ChannelTabs />
      <ErrorNote error={test.error} />
      {data ? (
        data.items.length === 0 ? (
          <StateBox title={messages.emptyTitle} words={messages.emptyWords} />
        ) : (
          <div className="list-sheet">
            <Table caption={messages.title} columns={columns} rows={data.items} rowKey={({ id }) => id} />
          </div>
        )
      ) : error ? (
        <ErrorState error={error} action={mayConnect ? <Button onClick={() => refetch()}>重试</Button> : undefined} />
      ) : (
        <Waiting rows={4} />
      )}
      {editing ? (
        <AccountDialog {...(editing === 'new' ? {} : { account: editing })} onClose={() => setEditing(undefined)} />
      ) : null}
    </Page>
  );
}

function Standing({ account: { inUse, checkedAt, checkProblem } }: { account: WechatAccount }) {
  return (
    <>
      <span className={`mark mark-${inUse ? 'good' : 'warn'}`}>{inUse ? messages.states.on : messages.states.off}</span>
      {checkProblem ? <span className="mark mark-bad">{messages.failed}</span> : null}
      {checkProblem ? <span className="block">{checkProblem}</span> : null}
      {checkedAt ? <span className="soft block">{messages.checked(formatInstant(checkedAt))}</span> : null}
    </>
  );
}
