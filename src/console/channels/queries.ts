import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import type { ChannelSearch } from '../api/shapes.ts';
import { withoutBlanks } from '../parts/asked.ts';

/** One page of what is to be done, or was done, on channels. */
export const channelsQuery = (search: ChannelSearch) => {
  const query = withoutBlanks(search);
  return queryOptions({
    queryKey: ['channels', 'list', query],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/channels', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** The official accounts that are connected. */
export const accountsQuery = queryOptions({
  queryKey: ['channels', 'accounts'],
  queryFn: ({ signal }) => ask(api.GET('/api/publication/wechat-accounts', { signal })),
});

/** What is known of channels is old after something was done on one, and so are the pages of the items. */
export const renewChannels = (queries: QueryClient) =>
  Promise.all(['channels', 'items', 'figures', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
