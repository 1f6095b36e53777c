import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { dayInChina } from '../../kernel/plain-date.ts';
import { api, ask } from '../api/client.ts';
import type { DelegationRow, PersonDetail } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { formatTerm } from '../parts/moment.ts';
import { PersonSelect } from '../parts/person-select.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { useWork } from '../session/session.ts';
import { messages } from './messages.ts';

/** Posts that are lent, by the person and to the person. */
export function DelegationsPart({ person }: { person: PersonDetail }) {
  const mayDelegate = useMay('delegate-posts');
  const own = useWork().person.id;
  const [lending, setLending] = useState(false);
  const [ending, setEnding] = useState<DelegationRow>();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const done = (words: string) => {
    setLending(false);
    setEnding(undefined);
    message.success(words);
    return queries.invalidateQueries({ queryKey: ['people'] });
  };
  const other = ({ from, to }: DelegationRow) => (from.id === person.id ? to : from);
  const columns: Column<DelegationRow>[] = [
    {
      title: messages.delegations,
      cell: (row) => (
        <>
          {row.from.id === person.id ? messages.given(row.to.name) : messages.taken(row.from.name)}
          <span className="soft block">{row.reason}</span>
        </>
      ),
    },
    { title: messages.post, cell: ({ organ, roleName }) => `${organ.name} ${roleName}` },
    { title: messages.term, kind: 'short', cell: ({ fromDay, toDay }) => formatTerm(fromDay, toDay) },
    {
      title: messages.act,
      kind: 'act',
      cell: (row) =>
        mayDelegate || row.from.id === own || row.to.id === own ? (
          <Button size="small" aria-label={messages.revokeFor(other(row).name)} onClick={() => setEnding(row)}>
            {messages.revoke}
          </Button>
        ) : null,
    },
  ];
  const lendable = person.posts.filter(({ withdrawn }) => !withdrawn);
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.delegations}</h2>
        {lendable.length > 0 && (mayDelegate || own === person.id) ? (
          <Button onClick={() => setLending(true)}>{messages.delegate}</Button>
        ) : null}
      </div>
      {person.delegations.length === 0 ? (
        <p className="soft">{messages.noDelegations}</p>
      ) : (
        <div className="list-sheet">
          <Table caption={messages.delegations} columns={columns} rows={person.delegations} rowKey={({ id }) => id} />
        </div>
      )}
      {lending ? (
        <LendDialog person={person} onDone={() => done(messages.delegated)} onClose={() => setLending(false)} />
      ) : null}
      {ending ? (
        <FormDialog<object, unknown>
          title={messages.revokeFor(other(ending).name)}
          words={messages.revokeWords}
          confirm={messages.revoke}
          danger
          act={() => ask(api.DELETE('/api/delegations/{id}', { params: { path: { id: ending.id } } }))}
          onDone={() => done(messages.revoked)}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </section>
  );
}

interface Loan {
  postId: string;
  toPersonId: string;
  from: string;
  to: string;
  reason: string;
}

function LendDialog({ person, onDone, onClose }: { person: PersonDetail; onDone(): unknown; onClose(): void }) {
  const posts = person.posts.filter(({ withdrawn }) => !withdrawn);
  const [only] = posts.length === 1 ? posts : [];
  return (
    <FormDialog<Loan, unknown>
      title={`${messages.delegate}：${person.name}`}
      words={messages.delegationsWords}
      confirm={messages.delegate}
      wide
      initialValues={{ from: dayInChina(new Date()), ...(only ? { postId: only.id } : {}) }}
      act={(body) => ask(api.POST('/api/delegations', { body }))}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="postId" label={messages.post} rules={[{ required: true, message: messages.postMissing }]}>
        <Select options={posts.map(({ id, organ, roleName }) => ({ value: id, label: `${organ.name} ${roleName}` }))} />
      </Form.Item>
      <Form.Item
        name="toPersonId"
        label={messages.toPerson}
        rules={[{ required: true, message: messages.toPersonMissing }]}
      >
        <PersonSelect except={person.id} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="from" label={messages.from} rules={[{ required: true, message: messages.fromMissing }]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={messages.to} rules={[{ required: true, message: messages.toMissing }]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={messages.reason} rules={[required(messages.reasonMissing)]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
