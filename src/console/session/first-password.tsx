import { useQueryClient } from '@tanstack/react-query';
import { PasswordForm } from '../account/password-form.tsx';
import type { Session } from '../api/shapes.ts';
import { Entrance } from './entrance.tsx';
import { LeaveButton } from './leave.tsx';
import { messages } from './messages.ts';
import { renewSession } from './session.ts';

/** A password that has to be changed before anything else. */
export function FirstPasswordPage({ session }: { session: Session }) {
  const queries = useQueryClient();
  return (
    <Entrance session={session} title={messages.firstPassword} words={messages.firstPasswordWords}>
      <PasswordForm asksCurrent={false} rules={session.passwordRules} onDone={() => renewSession(queries)} />
      <div className="entrance-more">
        <LeaveButton />
      </div>
    </Entrance>
  );
}
