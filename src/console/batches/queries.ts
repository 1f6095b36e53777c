import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

/** The spreadsheets entered so far. */
export const batchesQuery = (page: number) =>
  queryOptions({
    queryKey: ['batches', 'list', page],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/batches', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One spreadsheet with what its rows would become. */
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['batches', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/batches/{id}', { params: { path: { id } }, signal })),
  });

/** What is known of spreadsheets and items is old after one was entered. */
export const renewBatches = (queries: QueryClient) =>
  Promise.all(['batches', 'items', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
