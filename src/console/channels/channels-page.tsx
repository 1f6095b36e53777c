import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { channelStates } from '../../publication/domain/channel-states.ts';
import { channelKeys, channelOf } from '../../publication/domain/channels.ts';
import type { ChannelRow } from '../api/shapes.ts';
import { useAddress } from '../parts/address.ts';
import { oneOf, optionsOf } from '../parts/asked.ts';
import { type Choice, ChoiceBar, ChoiceBox, useChoice } from '../parts/choice.tsx';
import { Filters } from '../parts/filters.tsx';
import { List } from '../parts/list.tsx';
import { Page } from '../parts/page.tsx';
import { StateBox } from '../parts/states.tsx';
import type { Column } from '../parts/table.tsx';
import { type ChannelDeed, DeedDialog, deedName } from './act-dialogs.tsx';
import { ChannelDay, ChannelStanding, ChannelTabs } from './channel-parts.tsx';
import { messages } from './messages.ts';
import { useOutcome } from './outcome.tsx';
import { channelsQuery } from './queries.ts';
import { RegisterDialog } from './register-dialog.tsx';

const stateNames = { ...messages.states, ...channelStates };
const stateKeys = Object.keys(stateNames) as (keyof typeof stateNames)[];
const channelOptions = channelKeys.map((value) => ({ value, label: channelOf(value).name }));
const overdueOptions = [{ value: 'true', label: messages.onlyOverdue }];
const deeds = ['send', 'confirm-recall', 'decline', 'reopen'] as const satisfies readonly ChannelDeed[];

/** 渠道发布: what is still to be done on channels, several at once. */
export function ChannelsPage() {
  const address = useAddress();
  const { get } = address;
  const asked = useQuery(
    channelsQuery({
      page: address.page,
      state: oneOf(stateKeys, get('state')) ?? 'open',
      channel: oneOf(channelKeys, get('channel')),
      withinId: get('organId'),
      overdue: get('overdue') === 'true' ? 'true' : undefined,
      words: get('words'),
    }),
  );
  const choice = useChoice(asked.data?.items ?? [], keyOf, ({ acts }) => acts.length > 0);
  return (
    <Page title={messages.title} words={messages.words}>
      <ChannelTabs />
      <Filters
        address={address}
        filters={[
          { name: 'words', label: messages.search, kind: 'text' },
          { name: 'organId', label: messages.organ, kind: 'organ' },
          { name: 'channel', label: messages.channel, kind: 'choice', options: channelOptions },
          { name: 'state', label: messages.state, kind: 'choice', options: optionsOf(stateNames) },
          { name: 'overdue', label: messages.overdue, kind: 'choice', options: overdueOptions },
        ]}
      />
      <Acts choice={choice} />
      <List
        caption={messages.title}
        columns={columnsFor(choice)}
        rowKey={keyOf}
        asked={asked}
        empty={<StateBox kind="good" title={messages.emptyTitle} words={messages.emptyWords} />}
        setPage={address.setPage}
      />
    </Page>
  );
}

const keyOf = ({ itemId, channel }: ChannelRow) => `${itemId} ${channel}`;

/** The acts that every chosen row allows; one channel at a time. */
function Acts({ choice }: { choice: Choice<ChannelRow> }) {
  const [doing, setDoing] = useState<ChannelDeed | 'register'>();
  const { tell, dialog } = useOutcome();
  const { chosen } = choice;
  const [first] = chosen;
  const isSame = chosen.every(({ channel }) => channel === first?.channel);
  const allows = (act: ChannelRow['acts'][number]) =>
    first !== undefined && isSame && chosen.every(({ acts }) => acts.includes(act));
  const itemIds = chosen.map(({ itemId }) => itemId);
  const close = () => setDoing(undefined);
  const toldAndCleared: typeof tell = (outcome, done) => {
    choice.clear();
    return tell(outcome, done);
  };
  return (
    <>
      <ChoiceBar choice={choice}>
        <Button type="primary" disabled={!allows('register')} onClick={() => setDoing('register')}>
          {messages.register}
        </Button>
        {deeds.filter(allows).map((deed) => (
          <Button key={deed} onClick={() => setDoing(deed)}>
            {deedName(deed)}
          </Button>
        ))}
        {isSame ? null : <span className="soft">{messages.sameChannel}</span>}
      </ChoiceBar>
      {doing === 'register' && first ? (
        <RegisterDialog itemIds={itemIds} offered={[first.channel]} tell={toldAndCleared} onClose={close} />
      ) : null}
      {doing && doing !== 'register' && first ? (
        <DeedDialog deed={doing} itemIds={itemIds} channel={first.channel} tell={toldAndCleared} onClose={close} />
      ) : null}
      {dialog}
    </>
  );
}

const columnsFor = (choice: Choice<ChannelRow>): Column<ChannelRow>[] => [
  {
    title: messages.item,
    cell: (row) => (
      <>
        <ChoiceBox choice={choice} row={row} name={`${row.title}，${channelOf(row.channel).name}`} />
        <Link to={`/publication/items/${row.itemId}/channels`}>{row.title}</Link>
        <div className="soft">{row.organ}</div>
      </>
    ),
  },
  { title: messages.channel, kind: 'short', cell: ({ channel }) => channelOf(channel).name },
  { title: messages.state, cell: (row) => <ChannelStanding row={row} /> },
  {
    title: messages.due,
    kind: 'short',
    cell: (row) => <ChannelDay row={row} />,
  },
  { title: messages.published, kind: 'short', cell: ({ publishedOn }) => publishedOn ?? '—' },
];
