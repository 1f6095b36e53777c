import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client.ts';
import { fileBody } from '../table-import/send-file.ts';

/** One page of the imports so far. */
export const importsQuery = (page: number) =>
  queryOptions({
    queryKey: ['organ-imports', 'list', page],
    queryFn: ({ signal }) => ask(api.GET('/api/organs/imports', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
  });

/** One import with its differences. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['organ-imports', 'one', id],
    queryFn: ({ signal }) => ask(api.GET('/api/organs/imports/{id}', { params: { path: { id } }, signal })),
  });

/** Sends a file of organs, to be compared. */
export const sendOrganFile = (file: File, day: string) =>
  ask(api.POST('/api/organs/imports', { params: { query: { day } }, ...fileBody(file) }));
