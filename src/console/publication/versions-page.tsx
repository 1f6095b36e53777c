import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ask } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { ItemDetail, ItemVersion } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { Waiting } from '../parts/list.tsx';
import { formatInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { ErrorState } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { Differences } from './versions/differences.tsx';
import { messages } from './versions/messages.ts';
import './publication.css';
import { itemQuery, renewItems, versionsQuery } from './queries.ts';

/** The versions of an item: who saved what when, what is different, and the way back to one of them. */
export function VersionsPage() {
  const { id = '' } = useParams();
  const item = useQuery(itemQuery(id));
  const versions = useQuery(versionsQuery(id));
  const error = item.error ?? versions.error;
  return (
    <Page
      title={messages.title}
      // With the versions: a title that came before them would push them down.
      words={versions.data && item.data?.title}
      back={<Link to={`/publication/items/${id}`}>{messages.back}</Link>}
    >
      {item.data && versions.data ? (
        <Versions item={item.data} versions={versions.data.items} />
      ) : error ? (
        <ErrorState error={error} />
      ) : (
        <Waiting rows={6} />
      )}
    </Page>
  );
}

function Versions({ item, versions }: { item: ItemDetail; versions: readonly ItemVersion[] }) {
  const [pair, setPair] = useState<[before: number, after: number]>();
  const [keeping, setKeeping] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const params = { path: { id: item.id } };
  const restore = useMutation({
    mutationFn: (number: number) =>
      ask(api.POST('/api/publication/items/{id}/restore-version', { params, body: { version: item.version, number } })),
    onSuccess: async (_, number) => {
      message.success(messages.restored(number));
      await renewItems(queries);
      navigate(`/publication/items/${item.id}`);
    },
    onError: (error) => message.error(asProblem(error).message),
  });
  const columns: Column<ItemVersion>[] = [
    {
      title: messages.number,
      cell: ({ number, title }) => (
        <>
          {messages.numbered(number)}{' '}
          {number === item.liveTextNumber ? <span className="mark mark-good">{messages.live}</span> : null}{' '}
          {number === item.textNumber ? <span className="mark mark-open">{messages.current}</span> : null}
          <span className="soft block">{title}</span>
        </>
      ),
    },
    { title: messages.note, cell: ({ changeNote }) => changeNote || '—' },
    { title: messages.by, kind: 'short', cell: ({ savedByName }) => savedByName },
    { title: messages.at, kind: 'short', cell: ({ savedAt }) => formatInstant(savedAt) },
    {
      title: messages.acts,
      kind: 'act',
      cell: ({ number }) => (
        <>
          {number === item.textNumber ? null : (
            <Button size="small" onClick={() => setPair([number, item.textNumber])}>
              {messages.compareCurrent}
            </Button>
          )}
          {number > 1 ? (
            <Button size="small" onClick={() => setPair([number - 1, number])}>
              {messages.compareBefore}
            </Button>
          ) : null}
          {item.writable.ok && number !== item.textNumber ? (
            <Button size="small" loading={restore.isPending} onClick={() => restore.mutate(number)}>
              {messages.restore}
            </Button>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <div className="list-sheet">
        <Table caption={messages.title} columns={columns} rows={versions} rowKey={({ number }) => String(number)} />
      </div>
      {item.writable.ok ? (
        <div className="form-end versions-keep">
          <Button onClick={() => setKeeping(true)}>{messages.keep}</Button>
        </div>
      ) : null}
      {pair ? <Differences id={item.id} before={pair[0]} after={pair[1]} /> : null}
      {keeping ? (
        <FormDialog<{ changeNote: string }, unknown>
          title={messages.keep}
          words={messages.keepWords}
          confirm={messages.keep}
          act={({ changeNote }) =>
            ask(
              api.POST('/api/publication/items/{id}/versions', { params, body: { version: item.version, changeNote } }),
            )
          }
          onDone={async () => {
            setKeeping(false);
            await renewItems(queries);
          }}
          onClose={() => setKeeping(false)}
        >
          <Form.Item name="changeNote" label={messages.note} rules={[required(messages.noteMissing)]}>
            <Input maxLength={200} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
