import { useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input } from 'antd';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { messages } from './messages.ts';
import { renewCatalogue } from './queries.ts';
import { ResponsibleFields, type ResponsibleValues, responsibleOf } from './responsible-fields.tsx';

type Values = ResponsibleValues & { since: string; withPost?: boolean };

interface AdoptDialogProps {
  organId: string;
  /** Keys of templates. */
  templates: string[];
  onDone(): void;
  onClose(): void;
}

/** From when on the lines hold, and who answers for them. */
export function AdoptDialog({ organId, templates, onDone, onClose }: AdoptDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<Values, { adopted: number; kept: number }>
      title={messages.adoptDialog}
      words={messages.adoptDialogWords(templates.length)}
      confirm={messages.adoptDialog}
      initialValues={{ since: dayInChina(new Date()), responsible: { organId } }}
      act={({ since, withPost, ...values }) => {
        const responsible = withPost ? responsibleOf(values) : undefined;
        const body = { organId, templates, since, ...(responsible ? { responsible } : {}) };
        return ask(api.POST('/api/catalogue/items/adopt', { body }));
      }}
      onDone={({ adopted, kept }) => {
        onClose();
        onDone();
        message.success(messages.adoptDone(adopted, kept));
        return renewCatalogue(queries);
      }}
      onClose={onClose}
    >
      <Form.Item name="since" label={messages.since} extra={messages.sinceHint} rules={[required(messages.dayMissing)]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="withPost" valuePropName="checked">
        <Checkbox>{messages.withPost}</Checkbox>
      </Form.Item>
      <Form.Item noStyle dependencies={['withPost']}>
        {({ getFieldValue }) => (getFieldValue('withPost') ? <ResponsibleFields /> : null)}
      </Form.Item>
    </FormDialog>
  );
}
