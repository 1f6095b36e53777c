import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { messages } from './messages.ts';
import { SecondFactorForm } from './second-factor-form.tsx';

/** The second step of signing in. */
export function SecondFactorPage({ session }: { session: Session }) {
  return (
    <Entrance session={session} title={messages.secondFactor}>
      <SecondFactorForm />
    </Entrance>
  );
}
