import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { OrganDetail, OrganEventRow } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { formatInstant } from '../parts/moment.ts';
import { type Column, Table } from '../parts/table.tsx';
import { messages } from './messages.ts';

/** What happened to an organ, the latest first. */
export function OrganHistory({ organ }: { organ: OrganDetail }) {
  const [wrong, setWrong] = useState<OrganEventRow>();
  const columns: Column<OrganEventRow>[] = [
    { title: messages.eventDay, kind: 'short', cell: ({ day }) => day },
    {
      title: messages.changeKind,
      cell: ({ text, note, withdrawn }) => (
        <>
          {text}
          {withdrawn ? (
            <span className="soft block">
              <span className="mark mark-warn">{messages.withdrawn}</span>
              {withdrawn.by} {formatInstant(withdrawn.at)}：{withdrawn.because}
            </span>
          ) : null}
          {note === '' ? null : <span className="soft block">{note}</span>}
        </>
      ),
    },
    { title: messages.documentNumber, cell: ({ documentNumber }) => documentNumber || '—' },
    {
      title: messages.recordedBy,
      cell: ({ recordedBy, recordedAt }) => (
        <>
          {recordedBy} <span className="soft">{formatInstant(recordedAt)}</span>
        </>
      ),
    },
    {
      title: messages.withdrawEvent,
      kind: 'act',
      cell: (row) =>
        // The setting-up stays: without it there would be no organ.
        organ.rights.maintain && !row.withdrawn && row.kind !== 'set-up' ? (
          <Button size="small" onClick={() => setWrong(row)}>
            {messages.withdrawEvent}
          </Button>
        ) : null,
    },
  ];
  return (
    <section className="sheet">
      <h2>{messages.history}</h2>
      {organ.events.length === 0 ? (
        <p className="soft">{messages.historyNone}</p>
      ) : (
        <div className="list-sheet">
          <Table
            caption={messages.history}
            columns={columns}
            rows={[...organ.events].sort((a, b) => b.day.localeCompare(a.day))}
            rowKey={({ id }) => id}
          />
        </div>
      )}
      {wrong ? <WithdrawDialog organ={organ} event={wrong} onClose={() => setWrong(undefined)} /> : null}
    </section>
  );
}

function WithdrawDialog({ organ, event, onClose }: { organ: OrganDetail; event: OrganEventRow; onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <FormDialog<{ because: string }, unknown>
      title={messages.withdrawEvent}
      words={`${event.day}，${event.text}。${messages.withdrawWords}`}
      confirm={messages.withdrawEvent}
      danger
      act={({ because }) =>
        ask(
          api.POST('/api/organs/{id}/events/{eventId}/withdraw', {
            params: { path: { id: organ.id, eventId: event.id } },
            body: { because, version: organ.version },
          }),
        )
      }
      onDone={() => {
        onClose();
        message.success(messages.saved);
        return queries.invalidateQueries({ queryKey: ['organs'] });
      }}
      onClose={onClose}
    >
      <Form.Item
        name="because"
        label={messages.withdrawReason}
        rules={[required(`请填写${messages.withdrawReason}。`)]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
