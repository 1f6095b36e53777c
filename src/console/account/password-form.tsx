import { Button, Form, Input } from 'antd';
import { api, ask } from '../api/client.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';

interface Passwords {
  currentPassword?: string;
  newPassword: string;
  repeated: string;
}

interface PasswordFormProps {
  loginName?: string | undefined;
  /** Not asked of somebody who gave it a moment ago. */
  asksCurrent: boolean;
  rules: { length: number; classes: number } | undefined;
  onDone(): unknown;
}

/** Sets a new password for the person who is signed in or on the way to it. */
export function PasswordForm({ loginName, asksCurrent, rules, onDone }: PasswordFormProps) {
  const [form] = Form.useForm<Passwords>();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ currentPassword, newPassword }) =>
      ask(
        api.POST('/api/account/password', { body: { newPassword, ...(currentPassword ? { currentPassword } : {}) } }),
      ),
    () => {
      form.resetFields();
      return onDone();
    },
  );
  return (
    <SentForm form={form} name="password" requiredMark={false} onFinish={submit}>
      <ErrorNote error={error} rest={rest} />
      {/* Tells the browser's store of passwords whose password changes. */}
      <input type="text" name="username" autoComplete="username" defaultValue={loginName} hidden readOnly />
      {asksCurrent ? (
        <Form.Item
          name="currentPassword"
          label={messages.currentPassword}
          rules={[{ required: true, message: messages.currentPasswordMissing }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      ) : null}
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
    </SentForm>
  );
}
