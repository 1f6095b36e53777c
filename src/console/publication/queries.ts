import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import type { ItemSearch, WaitingSearch } from '../api/shapes.ts';

/** What is asked for, without what is not. */
const withoutBlanks = <Filter extends object>(filter: Filter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Filter]: Exclude<Filter[Name], undefined>;
  };

/** One page of the items one may see. */
export const itemsQuery = (filter: ItemSearch) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['items', 'list', query],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One item with its working text. */
export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items/{id}', { params: { path: { id } }, signal })),
  });

/** How it stands with the reviews of an item, and what may be done by the one who asks. */
export const itemReviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'reviews', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items/{id}/reviews', { params: { path: { id } }, signal })),
  });

/** What the checks have found in the working text. */
export const itemChecksQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'checks', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items/{id}/checks', { params: { path: { id } }, signal })),
  });

/** The channels of an item, chosen or done. */
export const itemChannelsQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'channels', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items/{id}/channels', { params: { path: { id } }, signal })),
  });

/** The versions of an item, the latest first. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'versions', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/items/{id}/versions', { params: { path: { id } }, signal })),
  });

/** What is different between two versions. */
export const differencesQuery = (id: string, before: number, after: number) =>
  queryOptions({
    queryKey: ['items', 'differences', id, before, after],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/publication/items/{id}/differences', {
          params: { path: { id }, query: { before, after } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** One page of what waits for the one who asks. */
export const waitingQuery = (filter: WaitingSearch) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['items', 'waiting', query],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/reviews', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** Everything that is known of items is old after one of them was changed. */
export const renewItems = (queries: QueryClient) =>
  Promise.all(['items', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
