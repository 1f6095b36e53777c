import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { renewChannels, type TransferScope } from './queries.ts';
import { messages } from './transfer-messages.ts';

interface TransferDialogProps {
  scope: TransferScope;
  /** All that is pending where none were chosen. */
  itemIds: string[] | undefined;
  count: number;
  onDone(): void;
  onClose(): void;
}

/** Registers that items were handed over, to whom and when. */
export function TransferDialog({ scope, itemIds, count, onDone, onClose }: TransferDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const today = dayInChina(new Date());
  return (
    <FormDialog<{ handedOn: string; receiver: string }, { items: number }>
      title={messages.register}
      words={messages.registerWords(count, messages.channels[scope.channel])}
      confirm={messages.register}
      initialValues={{ handedOn: today }}
      act={(values) =>
        ask(api.POST('/api/publication/transfers', { body: { ...scope, ...values, ...(itemIds ? { itemIds } : {}) } }))
      }
      onDone={({ items }) => {
        onClose();
        onDone();
        message.success(messages.done(items));
        return renewChannels(queries);
      }}
      onClose={onClose}
    >
      <Form.Item name="handedOn" label={messages.handedOn} rules={[required(messages.dayMissing)]}>
        <Input type="date" max={today} />
      </Form.Item>
      <Form.Item name="receiver" label={messages.receiver} rules={[required(messages.receiverMissing)]}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}
