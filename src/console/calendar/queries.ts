import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Calendar, type CalendarData, makeCalendar } from '../../calendar/domain/calendar.ts';
import { api, ask } from '../api/client.ts';

/** All that is known about the days of the county; it changes once or twice a year. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => ask(api.GET('/api/calendar', { signal })),
  staleTime: 600_000,
});

/** The calendar of the county; undefined until it has come. The same rules count here as on the server. */
export function useCalendar(): Calendar | undefined {
  const { data } = useQuery(calendarQuery);
  // Days come as text that the server has checked.
  return useMemo(() => data && makeCalendar(data as unknown as CalendarData), [data]);
}
