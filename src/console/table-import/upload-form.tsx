import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { FileInput } from '../parts/file-input.tsx';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';

interface UploadFormProps<Values extends { file: File }> {
  words?: ReactNode;
  label: string;
  hint: string;
  missing: string;
  initialValues?: Partial<Values>;
  send(values: Values): Promise<{ id: string }>;
  onSent(id: string): unknown;
  /** Fields beside the file. */
  children?: ReactNode;
}

/** Chooses a table and sends it to be compared. */
export function UploadForm<Values extends { file: File }>(props: UploadFormProps<Values>) {
  const { words, label, hint, missing, initialValues, send, onSent, children } = props;
  const [form] = Form.useForm<Values>();
  const { submit, busy, error, rest } = useSubmit(form, send, ({ id }) => onSent(id));
  return (
    <SentForm<Values>
      form={form}
      name="import"
      {...(initialValues ? { initialValues: initialValues as Values } : {})}
      onFinish={submit}
    >
      {words === undefined ? null : <p className="page-words section-words">{words}</p>}
      <ErrorNote error={error} rest={rest} />
      <div className="form-row">
        <Form.Item name="file" label={label} extra={hint} rules={[{ required: true, message: missing }]}>
          <FileInput accept=".xlsx,.csv" />
        </Form.Item>
        {children}
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {messages.upload}
      </Button>
    </SentForm>
  );
}
