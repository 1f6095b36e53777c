import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { columnOf, contentColumnKeys } from '../../catalogue/domain/columns.ts';
import { fieldKeys, fields } from '../../catalogue/domain/fields.ts';
import { api, ask } from '../api/client.ts';
import type { Batch, BatchMatching } from '../api/shapes.ts';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { ErrorNote } from '../parts/states.tsx';
import { messages } from './messages.ts';
import { batchQuery } from './queries.ts';

const columnOptions = contentColumnKeys.map((value) => ({ value, label: columnOf(value).name }));
const fieldOptions = fieldKeys.map((value) => ({ value, label: fields[value].name }));

interface ColumnsValues {
  /** Number of the column by what it fills; absent for what no column fills. */
  matched: Record<string, number | undefined>;
  head: NonNullable<BatchMatching['head']>;
}

/** Says which column fills what, and what all rows share. */
export function ColumnsForm({ batch }: { batch: Batch }) {
  const [form] = Form.useForm<ColumnsValues>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id } = batch;
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ matched, head }: ColumnsValues) => {
      const filled = Object.entries(matched).filter(([, column]) => column !== undefined);
      const given = Object.entries(head).filter(([, value]) => value !== undefined && value !== '');
      const body: BatchMatching = {
        matched: Object.fromEntries(filled) as Record<string, number>,
        head: Object.fromEntries(given),
      };
      return ask(api.PATCH('/api/publication/batches/{id}', { params: { path: { id } }, body }));
    },
    (judged) => {
      message.success(messages.saved);
      queries.setQueryData(batchQuery(id).queryKey, judged);
    },
  );
  const options = batch.columns.map((label, value) => ({ value, label: label || `第${value + 1}列` }));
  return (
    <section className="sheet">
      <h2>{messages.match}</h2>
      <p className="page-words section-words">{messages.matchWords}</p>
      <SentForm
        form={form}
        name="columns"
        initialValues={{ matched: batch.matched, head: batch.head as ColumnsValues['head'] }}
        onFinish={submit}
      >
        <ErrorNote error={error} rest={rest} />
        <div className="form-row">
          {batch.targets.map(({ key, label, required }) => (
            <Form.Item key={key} name={['matched', key]} label={required ? label + messages.required : label}>
              <Select allowClear placeholder={messages.none} options={options} />
            </Form.Item>
          ))}
          <Form.Item name={['head', 'columnKey']} label={messages.column}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={columnOptions} />
          </Form.Item>
          <Form.Item name={['head', 'fieldKey']} label={messages.field}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={fieldOptions} />
          </Form.Item>
          <Form.Item name={['head', 'expiresOn']} label={messages.expires}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={busy}>
          {messages.save}
        </Button>
      </SentForm>
    </section>
  );
}
