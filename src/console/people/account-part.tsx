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

/** What can be done about an account, each after one more question. */
const acts = {
  unlock: { title: messages.unlock, words: messages.unlockWords, done: messages.unlocked, danger: false },
  endSessions: {
    title: messages.endSessions,
    words: messages.endSessionsWords,
    done: messages.sessionsEnded,
    danger: false,
  },
  reset: { title: messages.resetPassword, words: messages.resetWords, done: undefined, danger: false },
  remove: {
    title: messages.removeSecondFactor,
    words: messages.removeWords,
    done: messages.removed,
    danger: true,
  },
  close: { title: messages.close, words: messages.closeWords, done: messages.closed, danger: true },
} as const;
type Act = keyof typeof acts;

/** The account of a person, with what 系统管理员 and 安全管理员 do about it. */
export function AccountPart({ person }: { person: PersonDetail }) {
  const mayManage = useMay('manage-accounts');
  const mayRemove = useMay('remove-second-factors');
  const [doing, setDoing] = useState<Act>();
  const [password, setPassword] = useState<string>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, name, account } = person;

  const act = async () => {
    const params = { path: { id } };
    if (doing === 'reset')
      setPassword((await ask(api.POST('/api/people/{id}/reset-password', { params }))).firstPassword);
    else if (doing === 'unlock') await ask(api.POST('/api/people/{id}/unlock', { params }));
    else if (doing === 'endSessions') await ask(api.POST('/api/people/{id}/end-sessions', { params }));
    else if (doing === 'remove') await ask(api.POST('/api/people/{id}/remove-second-factor', { params }));
    else await ask(api.POST('/api/people/{id}/close', { params }));
  };
  const done = () => {
    const words = doing && acts[doing].done;
    setDoing(undefined);
    if (words) message.success(words);
    return queries.invalidateQueries({ queryKey: ['people'] });
  };

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
  const open = account && !account.closed ? account : undefined;
  const offered: Act[] = [
    ...(mayManage && open?.locked ? (['unlock'] as const) : []),
    ...(mayManage && open ? (['endSessions', 'reset'] as const) : []),
    ...(mayRemove && open?.hasSecondFactor ? (['remove'] as const) : []),
    ...(mayManage && open ? (['close'] as const) : []),
  ];
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.account}</h2>
        <div className="actions">
          {offered.map((each) => (
            <Button key={each} danger={acts[each].danger} onClick={() => setDoing(each)}>
              {acts[each].title}
            </Button>
          ))}
        </div>
      </div>
      {account ? <AccountFacts account={account} /> : <p className="soft">{messages.noAccount}</p>}
      {doing ? (
        <FormDialog<object, void>
          title={acts[doing].title}
          words={acts[doing].words(name)}
          confirm={acts[doing].title}
          danger={acts[doing].danger}
          act={act}
          onDone={done}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
    </section>
  );
}

function AccountFacts({ account }: { account: NonNullable<PersonDetail['account']> }) {
  return (
    <dl className="facts">
      <dt>{messages.loginName}</dt>
      <dd>
        <code>{account.loginName}</code>{' '}
        {account.locked ? <span className="mark mark-bad">{messages.locked}</span> : null}
      </dd>
      <dt>{messages.secondFactor}</dt>
      <dd>{account.hasSecondFactor ? messages.hasSecondFactor : messages.hasNone}</dd>
      <dt>{messages.lastSignedIn}</dt>
      <dd>{account.lastSignedInAt ? formatInstant(account.lastSignedInAt) : messages.neverSignedIn}</dd>
    </dl>
  );
}
