import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { isKind, type KindKey, kindKeys, kindOf } from '../../publication/domain/kinds/index.ts';
import { api, ask } from '../api/client.ts';
import type { BatchRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { List } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import type { Column } from '../parts/table.tsx';
import { fileBody } from '../table-import/send-file.ts';
import { UploadForm } from '../table-import/upload-form.tsx';
import { messages } from './messages.ts';
import { batchesQuery, renewBatches } from './queries.ts';

const looks = { pending: 'today', entered: 'good', dropped: 'open' } as const;
const kindOptions = kindKeys.filter((key) => kindOf(key).bulk).map((value) => ({ value, label: kindOf(value).name }));

const columns: Column<BatchRow>[] = [
  {
    title: messages.fileName,
    cell: ({ id, fileName, kind }) => (
      <>
        <Link to={`/publication/batches/${id}`}>{fileName}</Link>
        <div className="soft">{isKind(kind) ? kindOf(kind).name : kind}</div>
      </>
    ),
  },
  {
    title: messages.status,
    kind: 'short',
    cell: ({ status }) => <span className={`mark mark-${looks[status]}`}>{messages.statuses[status]}</span>,
  },
  { title: messages.by, kind: 'short', cell: ({ createdBy, createdAt }) => `${createdBy} ${formatInstant(createdAt)}` },
];

interface BatchValues {
  file: File;
  kind: KindKey;
}

/** 批量录入: decisions from a spreadsheet. */
export function BatchesPage() {
  const address = useAddress();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = useQuery(batchesQuery(address.page));
  const [kind, setKind] = useState<KindKey>();
  return (
    <Page
      title={messages.title}
      words={messages.words}
      back={<Link to="/publication/items">{messages.backToItems}</Link>}
    >
      <section className="sheet form-page">
        <UploadForm<BatchValues>
          words={
            <>
              {messages.templateWords}{' '}
              {kind ? (
                <a href={`/api/publication/batch-template?kind=${kind}`} download>
                  {messages.templateFor(kindOf(kind).name)}
                </a>
              ) : null}
            </>
          }
          label={messages.file}
          hint={messages.fileHint}
          missing={messages.fileMissing}
          send={({ file, kind: chosen }) =>
            ask(api.POST('/api/publication/batches', { params: { query: { kind: chosen } }, ...fileBody(file) }))
          }
          onSent={async (id) => {
            await renewBatches(queries);
            navigate(`/publication/batches/${id}`);
          }}
        >
          <Form.Item name="kind" label={messages.kind} rules={[{ required: true, message: messages.kindMissing }]}>
            <Select placeholder="请选择" options={kindOptions} onChange={setKind} />
          </Form.Item>
        </UploadForm>
      </section>
      <h2 className="list-title">{messages.past}</h2>
      <List
        caption={messages.past}
        columns={columns}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<p className="soft">{messages.pastEmpty}</p>}
        setPage={address.setPage}
      />
    </Page>
  );
}
