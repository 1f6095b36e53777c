import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { useEffect, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { ErrorNote, ErrorState } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Ties a telephone to the account of somebody who must have one before anything else. */
export function FirstEnrolment({ onDone }: { onDone(): unknown }) {
  const { mutate, data, error } = useMutation({ mutationFn: () => ask(api.POST('/api/account/totp', { body: {} })) });
  useEffect(() => mutate(), [mutate]);

  if (error) return <ErrorState error={error} action={<Button onClick={() => mutate()}>重试</Button>} />;
  return data ? <Enrolment begun={data} onDone={onDone} /> : <Waiting rows={6} />;
}

/** What begins with a secret: QR code, first code, recovery codes. */
export function Enrolment({ begun, onDone }: { begun: { secret: string; uri: string }; onDone(): unknown }) {
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <ol className="enrolment">
      <li>{messages.enrolSteps.app}</li>
      <li>
        {messages.enrolSteps.scan}
        <div className="enrolment-code">
          <span className="visually-hidden">{messages.qr}</span>
          <div aria-hidden="true">
            <QRCode value={begun.uri} type="svg" size={176} errorLevel="M" bordered={false} />
          </div>
          <p>
            {messages.secret}
            <code className="secret">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </div>
      </li>
      <li>
        {messages.enrolSteps.code}
        <ConfirmForm onDone={setCodes} />
      </li>
    </ol>
  );
}

function ConfirmForm({ onDone }: { onDone(codes: readonly string[]): void }) {
  const [form] = Form.useForm<{ code: string }>();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ code }) => ask(api.POST('/api/account/totp/confirm', { body: { code: code.replaceAll(/\s/g, '') } })),
    ({ recoveryCodes }) => onDone(recoveryCodes),
  );
  return (
    <SentForm form={form} name="enrol" requiredMark={false} onFinish={submit}>
      <ErrorNote error={error} rest={rest} />
      <Form.Item
        name="code"
        label="动态验证码"
        rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: '请填写 6 位数字的动态验证码。' }]}
      >
        <Input className="code-input" autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {messages.confirmEnrol}
      </Button>
    </SentForm>
  );
}
