/** The formats tables are exported in; both can be imported again. */
export const tableFileFormats = ['xlsx', 'csv'] as const;
export type TableFileFormat = (typeof tableFileFormats)[number];

/** What a browser is told of a file of each format. */
export const tableMediaTypes: Readonly<Record<TableFileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
