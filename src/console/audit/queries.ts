import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';

/** What the entries are filtered by. */
export interface AuditFilter {
  page: number;
  chain?: 'county' | 'system' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  person?: string | undefined;
  action?: string | undefined;
  recordKind?: string | undefined;
  recordId?: string | undefined;
  text?: string | undefined;
}

/** One page of the audit, the latest first. */
export const auditQuery = (filter: AuditFilter) => {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return queryOptions({
    queryKey: ['audit', 'list', query],
    queryFn: ({ signal }) => ask(api.GET('/api/audit/entries', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** What actions and records are called. */
export const vocabularyQuery = queryOptions({
  queryKey: ['audit', 'vocabulary'],
  queryFn: ({ signal }) => ask(api.GET('/api/audit/vocabulary', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});
