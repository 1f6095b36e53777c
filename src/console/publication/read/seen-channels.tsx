import { useQuery } from '@tanstack/react-query';
import { channelStates } from '../../../publication/domain/channel-states.ts';
import { channels } from '../../../publication/domain/channels.ts';
import { itemChannelsQuery } from '../queries.ts';
import { messages } from '../write/messages.ts';

const looks: Readonly<Record<string, string>> = { done: 'good', failed: 'bad', recalling: 'bad', waiting: 'soon' };

/** How it stands with an item on each of its channels. */
export function SeenChannels({ id }: { id: string }) {
  const { data } = useQuery(itemChannelsQuery(id));
  if (!data || data.channels.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{messages.channels}</h2>
      <dl className="facts">
        {data.channels.map(({ channel, state, doneOn, dueOn, error }) => (
          <div key={channel} className="fact">
            <dt>{channels[channel].name}</dt>
            <dd>
              <span className={`mark mark-${looks[state] ?? 'open'}`}>{channelStates[state]}</span>{' '}
              {doneOn ?? (dueOn ? messages.channelDue(dueOn) : '')} {error}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
