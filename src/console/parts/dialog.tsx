import { Button, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { SentForm, useSubmit } from './form.tsx';
import { ErrorNote } from './states.tsx';

interface FormDialogProps<Values, Out> {
  title: string;
  /** What the act means, before it is done. */
  words?: ReactNode;
  /** On the button that does it; a verb. */
  confirm: string;
  danger?: boolean;
  wide?: boolean;
  initialValues?: Partial<Values>;
  act(values: Values): Promise<Out>;
  onDone(out: Out, values: Values): unknown;
  onClose(): void;
  children?: ReactNode;
}

/** One act with what it asks for. A refusal stands in the dialog, which keeps what was typed. Mounted only while it is open. */
export function FormDialog<Values extends object, Out>(props: FormDialogProps<Values, Out>) {
  const { title, words, confirm, danger = false, wide = false, initialValues, act, onDone, onClose, children } = props;
  const [form] = Form.useForm<Values>();
  const { submit, busy, error, rest } = useSubmit(form, act, onDone);
  return (
    <Modal
      open
      title={title}
      width={wide ? 640 : 480}
      footer={null}
      onCancel={onClose}
      // A click beside the dialog must not throw away what is typed.
      mask={{ closable: false }}
    >
      <SentForm<Values>
        form={form}
        {...(initialValues ? { initialValues: initialValues as Values } : {})}
        onFinish={submit}
      >
        {words === undefined ? null : <p className="dialog-words">{words}</p>}
        <ErrorNote error={error} rest={rest} />
        {children}
        <div className="form-end form-end-right">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" danger={danger} loading={busy}>
            {confirm}
          </Button>
        </div>
      </SentForm>
    </Modal>
  );
}
