import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { LeaveButton } from './leave.tsx';
import { messages } from './messages.ts';
import { renewSession } from './session.ts';

/** The code of the telephone, or one of the recovery codes. */
export function SecondFactorForm({ demoCode }: { demoCode?: string }) {
  const [form] = Form.useForm<{ code?: string; recoveryCode?: string }>();
  const [recovering, setRecovering] = useState(false);
  const queries = useQueryClient();
  const { submit, busy, error, rest, reset } = useSubmit(
    form,
    ({ code, recoveryCode }) =>
      ask(
        api.POST('/api/session/second-factor', {
          body: recovering
            ? { recoveryCode: (recoveryCode ?? '').trim() }
            : { code: (code ?? '').replaceAll(/\s/g, '') },
        }),
      ),
    () => renewSession(queries),
  );
  return (
    <SentForm form={form} name="second-factor" size="large" requiredMark={false} onFinish={submit}>
      <p className="page-words">{recovering ? messages.recoveryWords : messages.secondFactorWords}</p>
      {demoCode === undefined ? null : (
        <p className="notice section-actions">
          {messages.demoCode}
          <code>{demoCode}</code>
        </p>
      )}
      <ErrorNote error={error} rest={rest} />
      {recovering ? (
        <Form.Item
          key="recovery"
          name="recoveryCode"
          label={messages.recoveryCode}
          rules={[required(messages.recoveryCodeMissing)]}
        >
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
      ) : (
        <Form.Item
          key="code"
          name="code"
          label={messages.code}
          rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: messages.codeMissing }]}
        >
          <Input className="code-input" autoComplete="one-time-code" inputMode="numeric" autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {messages.confirm}
      </Button>
      <div className="entrance-more">
        <Button
          type="link"
          onClick={() => {
            reset();
            setRecovering(!recovering);
          }}
        >
          {recovering ? messages.useCode : messages.useRecovery}
        </Button>
        <LeaveButton />
      </div>
    </SentForm>
  );
}
