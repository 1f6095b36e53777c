import { useQueryClient } from '@tanstack/react-query';
import { FirstEnrolment } from '../account/enrolment.tsx';
import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { LeaveButton } from './leave.tsx';
import { messages } from './messages.ts';
import { renewSession } from './session.ts';

/** A second factor that has to be set up before anything else. */
export function EnrolPage({ session }: { session: Session }) {
  const queries = useQueryClient();
  return (
    <Entrance session={session} title={messages.enrol} words={messages.enrolWords} wide>
      <FirstEnrolment onDone={() => renewSession(queries)} />
      <div className="entrance-more">
        <LeaveButton />
      </div>
    </Entrance>
  );
}
