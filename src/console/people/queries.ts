import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Role } from '../../organisation/domain/role.ts';
import { api, ask } from '../api/client.ts';

/** What the list of people is filtered by. */
export interface PeopleFilter {
  page: number;
  pageSize?: number;
  search?: string | undefined;
  organId?: string | undefined;
  role?: Role | 'none' | undefined;
  state?: 'active' | 'closed' | undefined;
}

/** One page of the people one may see. */
export const peopleQuery = (filter: PeopleFilter) => {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return queryOptions({
    queryKey: ['people', 'list', query],
    queryFn: ({ signal }) => ask(api.GET('/api/people', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One person with posts, delegations and account. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
  });

/** What waits on a person's desk. */
export const deskQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'desk', id],
    queryFn: ({ signal }) => ask(api.GET('/api/people/{id}/desk', { params: { path: { id } }, signal })),
  });
