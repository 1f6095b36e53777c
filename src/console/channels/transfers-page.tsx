import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayInChina } from '../../kernel/plain-date.ts';
import type { PendingTransfer } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { type Choice, ChoiceBar, ChoiceBox, useChoice } from '../parts/choice.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { useWork } from '../session/session.ts';
import { ChannelTabs } from './channel-parts.tsx';
import { PastTransfers } from './past-transfers.tsx';
import { pendingQuery, type TransferScope } from './queries.ts';
import { TransferDialog } from './transfer-dialog.tsx';
import { messages } from './transfer-messages.ts';

/** 移送: what is not handed over yet, its list on paper, and what was handed over. */
export function TransfersPage() {
  const address = useAddress();
  const { person } = useWork();
  const today = dayInChina(new Date());
  const presets = { channel: 'archive', from: `${today.slice(0, 4)}-01-01`, to: today } as const;
  const scope: TransferScope = {
    channel: oneOf(['archive', 'library'] as const, address.get('channel')) ?? presets.channel,
    organId: address.get('organId') ?? person.organ.id,
    from: address.get('from') ?? presets.from,
    to: address.get('to') ?? presets.to,
  };
  const asked = useQuery(pendingQuery(scope, address.page));
  const choice = useChoice(asked.data?.items ?? [], ({ id }) => id);
  return (
    <Page title={messages.title} words={messages.words}>
      <ChannelTabs />
      <Filters
        address={address}
        filters={[
          {
            name: 'channel',
            label: messages.channel,
            kind: 'choice',
            options: optionsOf(messages.channels),
            preset: presets.channel,
          },
          { name: 'organId', label: messages.organ, kind: 'organ', placeholder: person.organ.name },
          { name: 'from', label: messages.from, kind: 'day', preset: presets.from },
          { name: 'to', label: messages.to, kind: 'day', preset: presets.to },
        ]}
      />
      <h2 className="list-title">
        {messages.pending}：{messages.channels[scope.channel]}，{scope.from} 至 {scope.to}
      </h2>
      <Acts scope={scope} choice={choice} total={asked.data?.total ?? 0} />
      <List
        caption={messages.pending}
        columns={columnsFor(choice)}
        rowKey={({ id }) => id}
        asked={asked}
        empty={<StateBox kind="good" title={messages.emptyTitle} words={messages.emptyWords(scope.channel)} />}
        setPage={address.setPage}
      />
      {/* Not before: what is above would push it down. */}
      {asked.data ? <PastTransfers /> : null}
    </Page>
  );
}

function Acts({ scope, choice, total }: { scope: TransferScope; choice: Choice<PendingTransfer>; total: number }) {
  const [open, setOpen] = useState(false);
  const { chosen } = choice;
  const hrefOf = (format: string) => `/api/publication/transfers/sheet?${new URLSearchParams({ ...scope, format })}`;
  return (
    <>
      <ChoiceBar choice={choice}>
        <a className="button-link" href={hrefOf('docx')} download>
          {messages.docx}
        </a>
        <a className="button-link" href={hrefOf('xlsx')} download>
          {messages.xlsx}
        </a>
        <Button type="primary" onClick={() => setOpen(true)}>
          {chosen.length > 0 ? messages.registerSome(chosen.length) : messages.registerAll(total)}
        </Button>
      </ChoiceBar>
      {open ? (
        <TransferDialog
          scope={scope}
          itemIds={chosen.length > 0 ? chosen.map(({ id }) => id) : undefined}
          count={chosen.length || total}
          onDone={choice.clear}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

const columnsFor = (choice: Choice<PendingTransfer>): Column<PendingTransfer>[] => [
  {
    title: messages.item,
    cell: (row) => (
      <>
        <ChoiceBox choice={choice} row={row} name={row.title} />
        <Link to={`/publication/items/${row.id}`}>{row.title}</Link>
        <div className="soft">{row.organ}</div>
      </>
    ),
  },
  { title: messages.index, cell: ({ indexNumber }) => indexNumber ?? '—' },
  { title: messages.document, cell: ({ documentNumber }) => documentNumber ?? '—' },
  { title: messages.published, kind: 'short', cell: ({ publishedOn }) => publishedOn },
];
