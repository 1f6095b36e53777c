import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ColumnKey } from '../../catalogue/domain/columns.ts';
import type { FieldKey } from '../../catalogue/domain/fields.ts';
import { api, ask } from '../api/client.ts';
import type { DutySearch } from '../api/shapes.ts';
import { withoutBlanks } from '../parts/asked.ts';

/** What a catalogue is searched by. */
interface CatalogueFilter {
  organId: string;
  ended?: string | undefined;
  fieldKey?: FieldKey | undefined;
  columnKey?: ColumnKey | undefined;
  words?: string | undefined;
}

/** The catalogue of one organ. */
export const catalogueQuery = (filter: CatalogueFilter) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['catalogue', 'list', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/items', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One line of a catalogue. */
export const lineQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalogue', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/items/{id}', { params: { path: { id } }, signal })),
  });

/** The libraries of templates, with what an organ has of them. */
export const templatesQuery = (organId: string) =>
  queryOptions({
    queryKey: ['catalogue', 'templates', organId],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/templates', { params: { query: { organId } }, signal })),
  });

/** One page of what has to be made public. */
export const dutiesQuery = (filter: DutySearch) => {
  const query = withoutBlanks(filter);
  return queryOptions({
    queryKey: ['catalogue', 'duties', query],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/duties', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

/** One thing that has to be made public. */
export const dutyQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalogue', 'duty', id],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/duties/{id}', { params: { path: { id } }, signal })),
  });

/** The imports of an organ so far. */
export const importsQuery = (organId: string, page: number) =>
  queryOptions({
    queryKey: ['catalogue', 'imports', organId, page],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/imports', { params: { query: { organId, page } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One import with its differences. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['catalogue', 'import', id],
    queryFn: ({ signal }) => ask(api.GET('/api/catalogue/imports/{id}', { params: { path: { id } }, signal })),
  });

/** Everything that is known of catalogues and duties is old after one of them was changed. */
export const renewCatalogue = (queries: QueryClient) =>
  Promise.all(['catalogue', 'today'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
