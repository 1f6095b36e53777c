import { Modal } from 'antd';
import type { Session } from '../api/shapes.ts';
import { messages } from './messages.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for signing in again over the page, so that nothing typed on it is lost. */
export function ExpiredDialog({ session, name }: { session: Session; name: string }) {
  return (
    <Modal
      open
      title={messages.expired}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <p className="page-words">{messages.expiredWords(name)}</p>
      {session.state === 'second-factor' ? <SecondFactorForm /> : <SignInForm />}
    </Modal>
  );
}
