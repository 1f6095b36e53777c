import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { ImportRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import type { Column } from '../parts/table.tsx';
import { messages as importMessages } from '../table-import/messages.ts';
import { ImportStatusMark, Standing } from '../table-import/standing.tsx';
import { UploadForm } from '../table-import/upload-form.tsx';
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
  const navigate = useNavigate();
  const queries = useQueryClient();
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
        <UploadForm<{ file: File; day: string }>
          words={messages.templateWords}
          label={messages.file}
          hint={messages.fileHint}
          missing={messages.fileMissing}
          initialValues={{ day: dayInChina(new Date()) }}
          send={({ file, day }) => sendOrganFile(file, day)}
          onSent={async (id) => {
            await queries.invalidateQueries({ queryKey: ['organ-imports'] });
            navigate(`/organs/import/${id}`);
          }}
        >
          <Form.Item
            name="day"
            label={messages.day}
            extra={messages.dayHint}
            rules={[{ required: true, message: `请选择${messages.day}。` }]}
          >
            <Input type="date" />
          </Form.Item>
        </UploadForm>
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
