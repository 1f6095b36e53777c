import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { ImportRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { FileInput } from '../parts/file-input.tsx';
import { SentForm, useSubmit } from '../parts/form.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorNote } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { messages as importMessages } from '../table-import/messages.ts';
import { ImportStatusMark, Standing } from '../table-import/standing.tsx';
import { messages } from './messages.ts';
import { importsQuery, sendOrganFile } from './queries.ts';

const columns: Column<ImportRow>[] = [
  {
    title: importMessages.fileName,
    cell: ({ id, fileName }) => <Link to={`/organs/import/${id}`}>{fileName}</Link>,
  },
  { title: importMessages.status, kind: 'short', cell: ({ status }) => <ImportStatusMark status={status} /> },
  { title: messages.day, kind: 'short', cell: ({ day }) => day },
  { title: importMessages.by, cell: (row) => <Standing row={row} /> },
];

/** Sends a file of organs, and shows what was sent before. */
export function ImportsPage() {
  const address = useAddress();
  const asked = useQuery(importsQuery(address.page));
  return (
    <Page
      title={messages.title}
      words={messages.words}
      back={<Link to="/organs">{messages.backToTree}</Link>}
      actions={
        <a className="button-link" href="/api/organs/export?format=xlsx" download>
          {messages.template}
        </a>
      }
    >
      <section className="sheet form-page">
        <UploadForm />
      </section>
      <h2 className="list-title">{importMessages.past}</h2>
      <List
        caption={importMessages.past}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<p className="soft">{importMessages.pastEmpty}</p>}
        setPage={address.setPage}
      />
    </Page>
  );
}

function UploadForm() {
  const [form] = Form.useForm<{ file: File; day: string }>();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { submit, busy, error, rest } = useSubmit(
    form,
    ({ file, day }) => sendOrganFile(file, day),
    async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['organ-imports'] });
      navigate(`/organs/import/${id}`);
    },
  );
  return (
    <SentForm form={form} name="import" initialValues={{ day: dayInChina(new Date()) }} onFinish={submit}>
      <p className="page-words section-words">{messages.templateWords}</p>
      <ErrorNote error={error} rest={rest} />
      <div className="form-row">
        <Form.Item
          name="file"
          label={messages.file}
          extra={messages.fileHint}
          rules={[{ required: true, message: messages.fileMissing }]}
        >
          <FileInput accept=".xlsx,.csv" />
        </Form.Item>
        <Form.Item
          name="day"
          label={messages.day}
          extra={messages.dayHint}
          rules={[{ required: true, message: `请选择${messages.day}。` }]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {importMessages.upload}
      </Button>
    </SentForm>
  );
}
