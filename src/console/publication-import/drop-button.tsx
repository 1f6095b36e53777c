import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';
import { renewLedgers } from './queries.ts';

interface DropButtonProps {
  id: string;
  version: number;
  /** Whether who looks sent it: he owes nobody a reason. */
  isOwn: boolean;
}

/** Says that a ledger is not to be entered, and why. */
export function DropButton({ id, version, isOwn }: DropButtonProps) {
  const [open, setOpen] = useState(false);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const label = isOwn ? messages.giveUp : messages.drop;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      {open ? (
        <FormDialog<{ reason?: string }, unknown>
          title={label}
          words={messages.dropWords}
          confirm={label}
          act={({ reason = '' }) =>
            ask(api.POST('/api/publication/imports/{id}/drop', { params: { path: { id } }, body: { version, reason } }))
          }
          onDone={() => {
            setOpen(false);
            message.success(messages.dropped);
            return renewLedgers(queries);
          }}
          onClose={() => setOpen(false)}
        >
          <Form.Item
            name="reason"
            label={messages.dropReason}
            {...(isOwn ? {} : { extra: messages.dropReasonHint })}
            rules={isOwn ? [] : [required(messages.dropReasonMissing)]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
