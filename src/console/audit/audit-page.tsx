import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AuditEntry } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { type Filter, Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { formatExactInstant } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { AuditActs } from './acts.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { messages } from './messages.ts';
import { auditQuery, vocabularyQuery } from './queries.ts';

const chains = (['county', 'system'] as const).map((value) => ({ value, label: messages.chains[value] }));

/** 审计: who did what, when, with what record. */
export function AuditPage() {
  const address = useAddress();
  const [open, setOpen] = useState<AuditEntry>();
  const { get } = address;
  const recordId = get('recordId');
  const asked = useQuery(
    auditQuery({
      page: address.page,
      chain: get('chain') === 'system' ? 'system' : undefined,
      from: get('from'),
      to: get('to'),
      person: get('person'),
      action: get('action'),
      recordKind: get('recordKind'),
      recordId,
      text: get('text'),
    }),
  );
  const columns: Column<AuditEntry>[] = [
    {
      title: messages.time,
      kind: 'short',
      cell: ({ at, sequence }) => (
        <>
          {formatExactInstant(at)}
          <span className="soft block">{messages.sequence(sequence)}</span>
        </>
      ),
    },
    {
      title: messages.who,
      cell: ({ personName, behalfName }) => (
        <>
          {personName}
          {behalfName ? <span className="soft block">{messages.behalf(behalfName)}</span> : null}
        </>
      ),
    },
    { title: messages.action, cell: ({ actionLabel }) => actionLabel },
    {
      title: messages.record,
      cell: ({ recordKindLabel, recordLabel }) => (
        <>
          {recordLabel}
          <span className="soft block">{recordKindLabel}</span>
        </>
      ),
    },
    { title: messages.origin, kind: 'short', cell: ({ origin }) => origin },
    {
      title: messages.act,
      kind: 'act',
      cell: (entry) => (
        <Button size="small" aria-label={messages.openFor(entry.sequence)} onClick={() => setOpen(entry)}>
          {messages.open}
        </Button>
      ),
    },
  ];
  return (
    <Page title={messages.title} words={messages.words} actions={<AuditActs />}>
      <Filters address={address} filters={useFilters()} />
      {recordId ? (
        <p className="notice">
          {messages.recordFilter}{' '}
          <Button type="link" size="small" onClick={() => address.set({ recordId: undefined, recordKind: undefined })}>
            {messages.allRecords}
          </Button>
        </p>
      ) : null}
      <List
        caption={messages.title}
        columns={columns}
        rowKey={({ sequence }) => sequence}
        asked={asked}
        empty={<StateBox title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
      {open ? (
        <EntryDialog
          entry={open}
          onClose={() => setOpen(undefined)}
          showRecord={() => {
            address.set({ recordId: open.recordId, recordKind: open.recordKind });
            setOpen(undefined);
          }}
        />
      ) : null}
    </Page>
  );
}

function useFilters(): Filter[] {
  const { data } = useQuery(vocabularyQuery);
  const options = (coded: readonly { code: string; label: string }[] = []) =>
    coded.map(({ code, label }) => ({ value: code, label }));
  return [
    { name: 'from', label: messages.from, kind: 'day' },
    { name: 'to', label: messages.to, kind: 'day' },
    { name: 'person', label: messages.person, kind: 'text' },
    { name: 'action', label: messages.action, kind: 'choice', options: options(data?.actions) },
    { name: 'recordKind', label: messages.recordKind, kind: 'choice', options: options(data?.recordKinds) },
    { name: 'text', label: messages.text, kind: 'text' },
    { name: 'chain', label: messages.chain, kind: 'choice', options: chains },
  ];
}
