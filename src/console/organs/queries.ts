import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

/**
 * The organs of the county in the order of the tree.
 *
 * @param asOf the day to show, today when absent
 */
export const organsQuery = (asOf?: string) =>
  queryOptions({
    queryKey: ['organs', 'tree', asOf ?? 'today'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/organs/tree', { params: { query: { ended: 'true', ...(asOf ? { asOf } : {}) } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/**
 * One organ with its history.
 *
 * @param asOf the day whose name, place and state to show, today when absent
 */
export const organQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['organs', 'one', id, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/organs/{id}', { params: { path: { id }, query: asOf ? { asOf } : {} }, signal })),
  });
