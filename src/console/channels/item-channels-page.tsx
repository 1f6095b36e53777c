import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type ChannelKey, channelKeys, channelOf } from '../../publication/domain/channels.ts';
import type { ItemChannel, ItemChannels } from '../api/shapes.ts';
import { Waiting } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { ErrorState, StateBox } from '../parts/states.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { itemChannelsQuery, itemQuery } from '../publication/queries.ts';
import { type ChannelDeed, DeedDialog, deedName } from './act-dialogs.tsx';
import { BulletinSheet } from './bulletin-sheet.tsx';
import { ChannelDay, ChannelStanding } from './channel-parts.tsx';
import { messages } from './messages.ts';
import { useOutcome } from './outcome.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { RegisterDialog } from './register-dialog.tsx';

/** One item on all its channels, with the receipts of each. */
export function ItemChannelsPage() {
  const { id = '' } = useParams();
  const { data: item, error: itemError } = useQuery(itemQuery(id));
  const { data, error: channelsError, refetch } = useQuery(itemChannelsQuery(id));
  const error = itemError ?? channelsError;
  const isPublic = item?.liveTextNumber !== undefined;
  return (
    <Page
      title={messages.itemTitle}
      // With the channels: a title that came before them would push them down.
      words={data && item?.text.title}
      back={
        <>
          <Link to={`/publication/items/${id}`}>{messages.backToItem}</Link>
          {' · '}
          <Link to="/publication/channels">{messages.backToList}</Link>
        </>
      }
      actions={data?.mayWork && isPublic ? <Register id={id} found={data} /> : undefined}
    >
      {data && item ? (
        <Channels id={id} found={data} isPublic={isPublic} />
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={() => refetch()}>重试</Button>} />
      ) : (
        <Waiting rows={8} />
      )}
      {isPublic && data ? <BulletinSheet id={id} /> : null}
    </Page>
  );
}

/** What may be registered: what waits, and channels that were not planned but used. */
function registrable({ channels }: ItemChannels): ChannelKey[] {
  return channelKeys.filter((key) => {
    const found = channels.find(({ channel }) => channel === key);
    return channelOf(key).by !== 'system' && (found === undefined || found.acts.includes('register'));
  });
}

function Register({ id, found }: { id: string; found: ItemChannels }) {
  const [open, setOpen] = useState(false);
  const { tell, dialog } = useOutcome();
  const offered = registrable(found);
  return (
    <>
      <Button type="primary" disabled={offered.length === 0} onClick={() => setOpen(true)}>
        {messages.register}
      </Button>
      {open ? <RegisterDialog itemIds={[id]} offered={offered} tell={tell} onClose={() => setOpen(false)} /> : null}
      {dialog}
    </>
  );
}

const isDeed = (act: string): act is ChannelDeed => ['send', 'decline', 'reopen', 'confirm-recall'].includes(act);

function Channels({ id, found, isPublic }: { id: string; found: ItemChannels; isPublic: boolean }) {
  const [registering, setRegistering] = useState<ChannelKey>();
  const [doing, setDoing] = useState<{ deed: ChannelDeed; channel: ChannelKey }>();
  const { tell, dialog } = useOutcome();
  const columns: Column<ItemChannel>[] = [
    {
      title: messages.channel,
      cell: ({ channel, isAutomatic }) => (
        <>
          {channelOf(channel).name}
          {isAutomatic ? <span className="soft block">{messages.automatic}</span> : null}
        </>
      ),
    },
    { title: messages.state, cell: (row) => <ChannelStanding row={row} /> },
    {
      title: messages.due,
      kind: 'short',
      cell: (row) => <ChannelDay row={row} />,
    },
    { title: messages.receipts, cell: ({ receipts }) => <ReceiptList receipts={receipts} /> },
    {
      title: '办理',
      kind: 'act',
      cell: ({ channel, acts }) => (
        <>
          {isPublic && found.mayWork && acts.includes('register') && channelOf(channel).by !== 'system' ? (
            <Button
              size="small"
              aria-label={`${channelOf(channel).name}：${messages.registerRow}`}
              onClick={() => setRegistering(channel)}
            >
              {messages.registerRow}
            </Button>
          ) : null}
          {acts.filter(isDeed).map((deed) => (
            <Button
              key={deed}
              size="small"
              aria-label={`${channelOf(channel).name}：${deedName(deed)}`}
              onClick={() => setDoing({ deed, channel })}
            >
              {deedName(deed)}
            </Button>
          ))}
        </>
      ),
    },
  ];
  if (found.channels.length === 0) {
    return <StateBox title={messages.nothingPlanned} words={messages.nothingPlannedWords} />;
  }
  return (
    <div className="list-sheet">
      <Table caption={messages.itemTitle} columns={columns} rows={found.channels} rowKey={({ channel }) => channel} />
      {registering ? (
        <RegisterDialog itemIds={[id]} offered={[registering]} tell={tell} onClose={() => setRegistering(undefined)} />
      ) : null}
      {doing ? <DeedDialog {...doing} itemIds={[id]} tell={tell} onClose={() => setDoing(undefined)} /> : null}
      {dialog}
    </div>
  );
}
