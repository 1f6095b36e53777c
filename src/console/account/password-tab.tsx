import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { renewSession, useWork } from '../session/session.ts';
import { messages } from './messages.ts';
import { PasswordForm } from './password-form.tsx';

/** Changes one's password. */
export function PasswordTab() {
  const { person, passwordRules } = useWork();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <div className="form-narrow">
      <PasswordForm
        loginName={person.loginName}
        asksCurrent
        rules={passwordRules}
        onDone={() => {
          message.success(messages.passwordChanged);
          return renewSession(queries);
        }}
      />
    </div>
  );
}
