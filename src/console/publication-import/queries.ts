import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

/** The ledgers imported so far. */
export const ledgersQuery = (page: number) =>
  queryOptions({
    queryKey: ['ledgers', 'list', page],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/imports', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One ledger with its columns and differences. */
export const ledgerQuery = (id: string) =>
  queryOptions({
    queryKey: ['ledgers', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/imports/{id}', { params: { path: { id } }, signal })),
  });

/** What a ledger has changed: itself, items, channels, figures. */
export const renewLedgers = (queries: QueryClient) =>
  Promise.all(['ledgers', 'items', 'channels', 'figures'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
