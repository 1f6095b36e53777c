import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ReminderChoice } from '../../catalogue/domain/reminder.ts';
import { api, ask } from '../api/client.ts';
import type { ComparedOrgan, ContentColumn } from '../api/shapes.ts';
import { withoutBlanks } from '../parts/asked.ts';
import { listTargets } from './remind.ts';

/** How the organs stand in a year, each with its columns and reminders. */
export const comparisonQuery = (filter: { organId?: string | undefined; year: number }) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['catalogue', 'comparison', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/comparison', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** The duties of a year by organ and field. */
export const coverageQuery = (filter: { organId?: string | undefined; year: number }) => {
  const query = { ...withoutBlanks(filter), cells: 'true' as const };
  return queryOptions({
    queryKey: ['catalogue', 'coverage', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/coverage', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** The columns of an organ and of those below it, or of all. */
export const columnsQuery = (filter: { organId?: string | undefined; alone?: 'true' | undefined }) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['catalogue', 'columns', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/columns', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One page of what stands in a column of an organ. */
export const contentsQuery = (organId: string, columnKey: ContentColumn, page: number) =>
  queryOptions({
    queryKey: ['catalogue', 'contents', organId, columnKey, page],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/catalogue/columns/{columnKey}', {
          params: { path: { columnKey }, query: { organId, page } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** What an organ may be reminded of, as it stands when the dialog opens. */
export const targetsQuery = (organ: ComparedOrgan['organ']) =>
  queryOptions({
    queryKey: ['catalogue', 'targets', organ.id],
    queryFn: ({ signal }) => listTargets(organ, signal),
    // What is ticked must not change while somebody reads it.
    refetchOnWindowFocus: false,
    gcTime: 0,
  });

/** One page of the reminders. */
export const remindersQuery = (filter: {
  organId?: string | undefined;
  alone?: 'true' | undefined;
  state?: ReminderChoice | undefined;
  page: number;
}) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['catalogue', 'reminders', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/reminders', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One reminder with what has become of it. */
export const reminderQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalogue', 'reminder', id],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/reminders/{id}', { params: { path: { id } }, signal })),
  });
