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

/** What of which organ is handed over, and to whom. */
export interface TransferScope {
  channel: 'archive' | 'library';
  organId: string;
  from: string;
  to: string;
}

/** One page of what is not handed over yet. */
export const pendingQuery = (scope: TransferScope, page: number) =>
  queryOptions({
    queryKey: ['channels', 'pending', scope, page],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/publication/transfers/pending', { params: { query: { ...scope, page, pageSize: 100 } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

/** What is known of channels is old after something was done on one, and so are the pages of the items. */
export const renewChannels = (queries: QueryClient) =>
  Promise.all(['channels', 'items', 'figures', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
