import { Button, Divider } from 'antd';
import { useState } from 'react';
import type { DemoAccount, Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { messages } from './messages.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The page for signing in. */
export function SignInPage({ session }: { session: Session }) {
  const [chosen, setChosen] = useState<DemoAccount>();
  return (
    <Entrance
      session={session}
      beside={session.demo !== undefined}
      title={messages.signIn}
      words={messages.signInWords}
      after={session.demo ? <DemoAccounts accounts={session.demo.accounts} choose={setChosen} /> : null}
    >
      <SignInForm {...(chosen ? { fill: chosen } : {})} />
      {session.oidc ? (
        <>
          <Divider plain>{messages.or}</Divider>
          <Button block size="large" href={session.oidc.href}>
            {messages.orOidc(session.oidc.name)}
          </Button>
        </>
      ) : null}
      <p className="hint">{messages.forgotten}</p>
    </Entrance>
  );
}

function DemoAccounts({ accounts, choose }: { accounts: DemoAccount[]; choose(account: DemoAccount): void }) {
  const [password, ...others] = new Set(accounts.map((account) => account.password));
  return (
    <section className="sheet demo-accounts">
      <h2>{messages.demoAccounts}</h2>
      <p className="page-words">
        {messages.demoWords}
        {password !== undefined && others.length === 0 ? (
          <>
            {messages.demoPassword} <code>{password}</code>
          </>
        ) : null}
      </p>
      <ul>
        {accounts.map((account) => (
          <li key={account.loginName}>
            <span>
              <strong>{account.post}</strong>
              <span className="soft">
                {account.organ} {account.name}
              </span>
            </span>
            <code>{account.loginName}</code>
            <Button size="small" aria-label={messages.demoFillFor(account.name)} onClick={() => choose({ ...account })}>
              {messages.demoFill}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
