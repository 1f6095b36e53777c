import { type ChannelState, channelStates } from '../../publication/domain/channel-states.ts';
import type { ItemChannel } from '../api/shapes.ts';
import { DueDay } from '../parts/deadline.tsx';
import { formatInstant } from '../parts/moment.ts';
import { TabLinks } from '../parts/tab-links.tsx';
import { useMay } from '../session/rights.ts';
import { messages } from './messages.ts';

const looks: Readonly<Record<ChannelState, string>> = {
  planned: 'open',
  waiting: 'today',
  sending: 'soon',
  done: 'good',
  failed: 'bad',
  recalling: 'bad',
  recalled: 'warn',
  'not-done': 'info',
};

/** How an item stands on a channel, with what went wrong. */
export function ChannelStanding({ row }: { row: Omit<ItemChannel, 'receipts'> }) {
  const { state, error, reason, outdatedSince, attempts, nextAttemptAt } = row;
  return (
    <>
      <span className={`mark mark-${looks[state]}`}>{channelStates[state]}</span>
      {outdatedSince ? (
        <span className="mark mark-warn" title={messages.outdatedWords(formatInstant(outdatedSince))}>
          {messages.outdated}
        </span>
      ) : null}
      {error ? <span className="block">{error}</span> : null}
      {reason ? <span className="soft block">{reason}</span> : null}
      {attempts > 1 ? <span className="soft block">{messages.attempts(attempts)}</span> : null}
      {nextAttemptAt ? <span className="soft block">{messages.nextAttempt(formatInstant(nextAttemptAt))}</span> : null}
    </>
  );
}

/** Until when something is to be done, or when it was; what was taken down again is not counted any more. */
export function ChannelDay({
  row: { state, dueOn, doneOn },
}: {
  row: Pick<ItemChannel, 'state' | 'dueOn' | 'doneOn'>;
}) {
  const counts = state === 'waiting' || state === 'failed' || state === 'done';
  return dueOn && counts ? <DueDay due={dueOn} doneOn={doneOn} /> : (doneOn ?? '—');
}

/** The parts of the screen one may open. */
export function ChannelTabs() {
  const mayManage = useMay('manage-channels');
  const mayConnect = useMay('connect-channels');
  return (
    <TabLinks
      label={messages.title}
      tabs={[
        { to: '/publication/channels', label: messages.tabs.todo },
        ...(mayManage ? [{ to: '/publication/channels/transfers', label: messages.tabs.transfers }] : []),
        ...(mayConnect ? [{ to: '/publication/channels/accounts', label: messages.tabs.accounts }] : []),
      ]}
    />
  );
}
