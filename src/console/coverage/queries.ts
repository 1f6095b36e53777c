import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ReminderState } from '../../catalogue/domain/reminder.ts';
import { api, ask } from '../api/client.ts';
import { withoutBlanks } from '../parts/asked.ts';

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
export const columnsQuery = (organId?: string) =>
  queryOptions({
    queryKey: ['catalogue', 'columns', organId ?? 'all'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/catalogue/columns', { params: { query: organId ? { organId } : {} }, signal })),
    placeholderData: keepPreviousData,
  });

/** One page of the reminders. */
export const remindersQuery = (filter: {
  organId?: string | undefined;
  state?: ReminderState | undefined;
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
