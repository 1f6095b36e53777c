import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { CalendarLocalRule } from '../api/shapes.ts';
import { FormDialog } from '../parts/dialog.tsx';
import { required } from '../parts/form.tsx';
import { formatDay } from '../parts/moment.ts';
import { type Column, Table } from '../parts/table.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';
import { calendarQuery } from './queries.ts';

/** What is off, or worked, in this county only; the latest first. */
export function LocalRules({ rules }: { rules: readonly CalendarLocalRule[] }) {
  const mayMaintain = useMay('maintain-calendar');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<CalendarLocalRule>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const done = (words: string) => {
    setAdding(false);
    setRemoving(undefined);
    message.success(words);
    return queries.invalidateQueries({ queryKey: calendarQuery.queryKey });
  };
  const columns: Column<CalendarLocalRule>[] = [
    {
      title: messages.name,
      cell: ({ name, kind }) => (
        <>
          {name}
          <span className="soft">（{messages.kinds[kind]}）</span>
        </>
      ),
    },
    {
      title: messages.day,
      cell: ({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)}至${formatDay(to)}`),
    },
    { title: messages.basis, cell: ({ basis }) => basis },
  ];
  const act: Column<CalendarLocalRule> = {
    title: messages.act,
    kind: 'act',
    cell: (rule) => (
      <Button size="small" aria-label={messages.removeFor(rule.name)} onClick={() => setRemoving(rule)}>
        {messages.remove}
      </Button>
    ),
  };
  return (
    <section className="sheet">
      <div className="sheet-head">
        <h2>{messages.local}</h2>
        {mayMaintain ? <Button onClick={() => setAdding(true)}>{messages.add}</Button> : null}
      </div>
      <p className="soft section-words">
        {messages.localWords}
        {mayMaintain ? null : messages.localWho}
      </p>
      {rules.length === 0 ? (
        <p className="soft">{messages.localEmpty}</p>
      ) : (
        <div className="list-sheet">
          <Table
            caption={messages.local}
            columns={mayMaintain ? [...columns, act] : columns}
            rows={rules.toReversed()}
            rowKey={({ id }) => id}
          />
        </div>
      )}
      {adding ? <AddDialog onDone={() => done(messages.added)} onClose={() => setAdding(false)} /> : null}
      {removing ? (
        <FormDialog<object, unknown>
          title={messages.removeFor(removing.name)}
          words={messages.removeWords}
          confirm={messages.remove}
          danger
          act={() => ask(api.DELETE('/api/calendar/local-rules/{id}', { params: { path: { id: removing.id } } }))}
          onDone={() => done(messages.removed)}
          onClose={() => setRemoving(undefined)}
        />
      ) : null}
    </section>
  );
}

interface NewRule {
  kind: 'holiday' | 'make-up';
  name: string;
  from: string;
  to?: string;
  basis: string;
}

function AddDialog({ onDone, onClose }: { onDone(): unknown; onClose(): void }) {
  return (
    <FormDialog<NewRule, unknown>
      title={messages.add}
      words={messages.addWords}
      confirm={messages.add}
      wide
      initialValues={{ kind: 'holiday' }}
      act={({ to, ...rule }) => ask(api.POST('/api/calendar/local-rules', { body: { ...rule, to: to || rule.from } }))}
      onDone={onDone}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item name="name" label={messages.name} extra={messages.nameHint} rules={[required(messages.nameMissing)]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label={messages.kind}>
          <Select
            options={(['holiday', 'make-up'] as const).map((value) => ({ value, label: messages.kinds[value] }))}
          />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="from" label={messages.first} rules={[required(messages.dayMissing)]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={messages.last} extra={messages.lastHint}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item
        name="basis"
        label={messages.basis}
        extra={messages.basisHint}
        rules={[required(messages.basisMissing)]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
