import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, ask } from '../api/client.ts';
import type { LedgerRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { List } from '../parts/list.tsx';
import { OrganSelect } from '../parts/organ-select.tsx';
import { Page } from '../parts/page.tsx';
import type { Column } from '../parts/table.tsx';
import { useWork } from '../session/session.ts';
import { messages as importMessages } from '../table-import/messages.ts';
import { fileBody } from '../table-import/send-file.ts';
import { ImportStatusMark, Standing } from '../table-import/standing.tsx';
import { UploadForm } from '../table-import/upload-form.tsx';
import { messages } from './messages.ts';
import { ledgersQuery, renewLedgers } from './queries.ts';

const columns: Column<LedgerRow>[] = [
  {
    title: importMessages.fileName,
    cell: ({ id, fileName, organ }) => (
      <>
        <Link to={`/publication/imports/${id}`}>{fileName}</Link>
        <div className="soft">{organ}</div>
      </>
    ),
  },
  { title: importMessages.status, kind: 'short', cell: ({ status }) => <ImportStatusMark status={status} /> },
  { title: messages.summary.created, kind: 'number', cell: ({ counts }) => counts.created },
  { title: messages.summary.changed, kind: 'number', cell: ({ counts }) => counts.changed },
  { title: importMessages.by, cell: (row) => <Standing row={row} /> },
];

interface LedgerValues {
  file: File;
  organId: string;
}

/** Sends a ledger of what was published elsewhere, and shows what was sent before. */
export function ImportsPage() {
  const address = useAddress();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { person } = useWork();
  const asked = useQuery(ledgersQuery(address.page));
  return (
    <Page
      title={messages.title}
      words={messages.words}
      back={<Link to="/publication/items">{messages.backToItems}</Link>}
      actions={
        <a className="button-link" href="/api/publication/imports/template" download>
          {messages.template}
        </a>
      }
    >
      <section className="sheet form-page">
        <UploadForm<LedgerValues>
          words={messages.templateWords}
          label={messages.file}
          hint={messages.fileHint}
          missing={messages.fileMissing}
          initialValues={{ organId: person.organ.id }}
          send={({ file, organId }) =>
            ask(api.POST('/api/publication/imports', { params: { query: { organId } }, ...fileBody(file) }))
          }
          onSent={async (id) => {
            await renewLedgers(queries);
            navigate(`/publication/imports/${id}`);
          }}
        >
          <Form.Item name="organId" label={messages.organ} rules={[{ required: true, message: messages.organMissing }]}>
            <OrganSelect />
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
