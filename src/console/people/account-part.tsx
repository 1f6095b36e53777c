import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { PersonDetail } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { formatInstant } from '../parts/moment.ts';
import { useMay } from '../session/rights.ts';
import { FirstPassword } from './first-password.tsx';
import { messages } from './messages.ts';

/** The account of a person, with what a 系统管理员 does about it. */
export function AccountPart({ person }: { person: PersonDetail }) {
  const mayManage = useMay('manage-accounts');
  const [doing, setDoing] = useState<'reset' | 'close'>();
  const [password, setPassword] = useState<string>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, name, account } = person;
  if (password !== undefined) {
    return (
      <FirstPassword
        name={name}
        loginName={account?.loginName}
        password={password}
        onDone={() => setPassword(undefined)}
      />
    );
  }
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.account}</h2>
        {mayManage && account && !account.closed ? (
          <div className="actions">
            <Button onClick={() => setDoing('reset')}>{messages.resetPassword}</Button>
            <Button danger onClick={() => setDoing('close')}>
              {messages.close}
            </Button>
          </div>
        ) : null}
      </div>
      {account ? (
        <dl className="facts">
          <dt>{messages.loginName}</dt>
          <dd>
            <code>{account.loginName}</code>
          </dd>
          <dt>{messages.lastSignedIn}</dt>
          <dd>{account.lastSignedInAt ? formatInstant(account.lastSignedInAt) : messages.neverSignedIn}</dd>
        </dl>
      ) : (
        <p className="soft">{messages.noAccount}</p>
      )}
      {doing === 'reset' ? (
        <FormDialog<object, { firstPassword: string }>
          title={messages.resetPassword}
          words={messages.resetWords(name)}
          confirm={messages.resetPassword}
          act={() => ask(api.POST('/api/people/{id}/reset-password', { params: { path: { id } } }))}
          onDone={({ firstPassword }) => {
            setDoing(undefined);
            setPassword(firstPassword);
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === 'close' ? (
        <FormDialog<object, unknown>
          title={messages.close}
          words={messages.closeWords(name)}
          confirm={messages.close}
          danger
          act={() => ask(api.POST('/api/people/{id}/close', { params: { path: { id } } }))}
          onDone={() => {
            setDoing(undefined);
            message.success(messages.closed);
            return queries.invalidateQueries({ queryKey: ['people'] });
          }}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </section>
  );
}
