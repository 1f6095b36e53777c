import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { CatalogueLine } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';
import { renewCatalogue } from './queries.ts';

interface LineDialogProps {
  line: CatalogueLine;
  onClose(): void;
}

/** Ends a line, with the reason. */
export function EndDialog({ line: { id, version }, onClose }: LineDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<{ because: string }, unknown>
      title={messages.end}
      words={messages.endWords}
      confirm={messages.end}
      danger
      act={({ because }) =>
        ask(api.POST('/api/catalogue/items/{id}/end', { params: { path: { id } }, body: { version, because } }))
      }
      onDone={() => {
        onClose();
        message.success(messages.endDone);
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      <Form.Item name="because" label={messages.because} rules={[required(messages.becauseMissing)]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

/** Puts down that something was formed or changed, so that its period begins to run. */
export function FormationDialog({ line: { id, name }, onClose }: LineDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<{ title: string; formedOn: string }, { dutyId: string; dueOn?: string }>
      title={messages.register}
      words={messages.registerWords}
      confirm={messages.register}
      initialValues={{ title: name, formedOn: dayInChina(new Date()) }}
      act={(body) => ask(api.POST('/api/catalogue/items/{id}/formations', { params: { path: { id } }, body }))}
      onDone={({ dueOn }) => {
        onClose();
        message.success(messages.registered(dueOn));
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      <Form.Item name="title" label={messages.registerTitle} rules={[required(messages.registerTitleMissing)]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="formedOn" label={messages.formedOn} rules={[required(messages.dayMissing)]}>
        <Input type="date" max={dayInChina(new Date())} />
      </Form.Item>
    </FormDialog>
  );
}
