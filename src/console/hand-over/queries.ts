import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import type { HandOverRow } from '../api/shapes.ts';

/** One page of the hand-overs one has to do with. */
export const handOversQuery = (page: number, state: HandOverRow['state'] | undefined) =>
  queryOptions({
    queryKey: ['hand-overs', 'list', page, state],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/hand-overs', { params: { query: { page, ...(state ? { state } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One hand-over with its sheet. */
export const handOverQuery = (id: string) =>
  queryOptions({
    queryKey: ['hand-overs', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/hand-overs/{id}', { params: { path: { id } }, signal })),
  });
