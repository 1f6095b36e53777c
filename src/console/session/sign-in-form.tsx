import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { api, ask } from '../api/client.ts';
import { required, SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { renewSession } from './session.ts';

interface Credentials {
  loginName: string;
  password: string;
}

/** Login name and password; the session tells what comes next. */
export function SignInForm({ fill }: { fill?: Credentials }) {
  const [form] = Form.useForm<Credentials>();
  const queries = useQueryClient();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ loginName, password }) => ask(api.POST('/api/session', { body: { loginName: loginName.trim(), password } })),
    () => renewSession(queries),
  );
  useEffect(() => {
    if (!fill) return;
    form.setFieldsValue({ loginName: fill.loginName, password: fill.password });
    document.getElementById('sign-in-submit')?.focus();
  }, [fill, form]);

  return (
    <SentForm form={form} name="sign-in" size="large" requiredMark={false} onFinish={submit}>
      <ErrorNote error={error} rest={rest} />
      <Form.Item name="loginName" label={messages.loginName} rules={[required(messages.loginNameMissing)]}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={messages.password}
        rules={[{ required: true, message: messages.passwordMissing }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button id="sign-in-submit" type="primary" htmlType="submit" block loading={busy}>
        {messages.signIn}
      </Button>
    </SentForm>
  );
}
