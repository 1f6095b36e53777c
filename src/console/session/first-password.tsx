import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { messages } from './messages.ts';

/** A password that has to be changed before anything else. */
export function FirstPasswordPage({ session }: { session: Session }) {
  return (
    <Entrance session={session} title={messages.firstPassword} words={messages.firstPasswordWords}>
      {null}
    </Entrance>
  );
}
