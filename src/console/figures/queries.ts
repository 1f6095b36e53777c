import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import type { FigureItemSearch, FigureSearch } from '../api/shapes.ts';
import { withoutBlanks } from '../parts/asked.ts';

/** The figures of a period, line by line. */
export const figuresQuery = (search: FigureSearch & { from: string; to: string }) => {
  const query = withoutBlanks(search) as FigureSearch & { from: string; to: string };
  return queryOptions({
    queryKey: ['figures', 'lines', query],
    queryFn: ({ signal }) => ask(api.GET('/api/publication/figures', { params: { query: query as never }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One page of what a number counts. */
export const figureItemsQuery = (search: FigureItemSearch) => {
  const query = withoutBlanks(search);
  return queryOptions({
    queryKey: ['figures', 'items', query],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/publication/figures/items', { params: { query: query as never }, signal })),
    placeholderData: keepPreviousData,
  });
};
