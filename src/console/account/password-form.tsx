import { Button, Form, Input } from 'antd';
import { api, ask } from '../api/client.ts';
import { useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';

interface Passwords {
  currentPassword: string;
  newPassword: string;
  repeated: string;
}

interface PasswordFormProps {
  loginName?: string | undefined;
  rules: { length: number; classes: number } | undefined;
  onDone(): unknown;
}

/** Sets a new password for the person who is signed in or on the way to it. */
export function PasswordForm({ loginName, rules, onDone }: PasswordFormProps) {
  const [form] = Form.useForm<Passwords>();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ currentPassword, newPassword }) =>
      ask(api.POST('/api/account/password', { body: { currentPassword, newPassword } })),
    () => {
      form.resetFields();
      return onDone();
    },
  );
  return (
    <Form form={form} name="password" layout="vertical" requiredMark={false} onFinish={submit}>
      <ErrorNote error={error} rest={rest} />
      {/* Tells the browser's store of passwords whose password changes. */}
      <input type="text" name="username" autoComplete="username" defaultValue={loginName} hidden readOnly />
      <Form.Item
        name="currentPassword"
        label={messages.currentPassword}
        rules={[{ required: true, message: messages.currentPasswordMissing }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={messages.newPassword}
        extra={rules ? messages.passwordRules(rules.length, rules.classes) : undefined}
        rules={[{ required: true, message: messages.newPasswordMissing }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={messages.repeatPassword}
        dependencies={['newPassword']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: messages.repeatMissing },
          ({ getFieldValue }) => ({
            validator: async (_rule, repeated?: string) => {
              if (repeated && repeated !== getFieldValue('newPassword')) throw new Error(messages.repeatDiffers);
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {messages.changePassword}
      </Button>
    </Form>
  );
}
