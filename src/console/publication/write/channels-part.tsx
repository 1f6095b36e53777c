import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { type ChannelKey, channelKeys, channels } from '../../../publication/domain/channels.ts';
import { api, ask } from '../../api/client.ts';
import { ErrorNote } from '../../parts/states.tsx';
import { itemChannelsQuery } from '../queries.ts';
import { messages } from './messages.ts';

/** Chooses the channels an item goes out by; each choice is kept at once. */
export function ChannelsPart({ id }: { id: string }) {
  const queries = useQueryClient();
  const { data, error } = useQuery(itemChannelsQuery(id));
  const chosen = (data?.channels ?? []).map(({ channel }) => channel);
  const save = useMutation({
    mutationFn: (next: ChannelKey[]) =>
      ask(api.PUT('/api/publication/items/{id}/channels', { params: { path: { id } }, body: { channels: next } })),
    onSettled: () => queries.invalidateQueries({ queryKey: itemChannelsQuery(id).queryKey }),
  });
  const shown = save.isPending ? save.variables : chosen;
  return (
    <>
      <p className="hint section-words">{messages.channelsHint}</p>
      <ErrorNote error={error ?? save.error} />
      <div className="channel-choices">
        {channelKeys.map((key) => (
          <Checkbox
            key={key}
            checked={key === 'portal' || shown.includes(key)}
            disabled={key === 'portal' || data?.mayPlan === false}
            onChange={({ target }) =>
              save.mutate(target.checked ? [...shown, key] : shown.filter((each) => each !== key))
            }
          >
            {channels[key].name}
            {key === 'portal' ? messages.always : ''}
          </Checkbox>
        ))}
      </div>
    </>
  );
}
