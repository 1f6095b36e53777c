import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { messages } from './messages.ts';
import { SecondFactorForm } from './second-factor-form.tsx';

/** The second step of signing in. */
export function SecondFactorPage({ session }: { session: Session }) {
  const code = session.demo?.accounts.find((account) => account.code)?.code;
  return (
    <Entrance session={session} title={messages.secondFactor}>
      <SecondFactorForm {...(code === undefined ? {} : { demoCode: code })} />
    </Entrance>
  );
}
