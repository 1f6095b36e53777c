import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { messages } from './messages.ts';

/** A second factor that has to be set up before anything else. */
export function EnrolPage({ session }: { session: Session }) {
  return (
    <Entrance session={session} title={messages.enrol} words={messages.enrolWords}>
      {null}
    </Entrance>
  );
}
