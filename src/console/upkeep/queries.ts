import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

type ReferralState = 'open' | 'answered' | 'dropped';

/** One page of what was referred upwards. */
export const referralsQuery = (page: number, state: ReferralState | undefined) =>
  queryOptions({
    queryKey: ['items', 'referrals', page, state ?? 'all'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/publication/referrals', { params: { query: { page, ...(state ? { state } : {}) } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One page of the words the checks look for. */
export const wordsQuery = (page: number, search: string | undefined) =>
  queryOptions({
    queryKey: ['check-words', page, search ?? ''],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/publication/check-words', { params: { query: { page, ...(search ? { search } : {}) } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

/** The review routes that are set. */
export const routesQuery = queryOptions({
  queryKey: ['review-routes'],
  queryFn: ({ signal }) => ask(api.GET('/api/publication/routes', { signal })),
});

/** The cleanings of normative documents, the latest year first. */
export const cleaningsQuery = queryOptions({
  queryKey: ['cleanings', 'list'],
  queryFn: ({ signal }) => ask(api.GET('/api/publication/cleanings', { signal })),
});

/** One cleaning with its documents. */
export const cleaningQuery = (id: string) =>
  queryOptions({
    queryKey: ['cleanings', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/cleanings/{id}', { params: { path: { id } }, signal })),
  });

/** How what is not disclosed was looked at before. */
export const assessmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', 'assessments', id],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/publication/items/{id}/assessments', { params: { path: { id } }, signal })),
  });
