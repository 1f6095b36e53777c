import { type Result, success } from '../../kernel/result.ts';
import type { TableFileFormat } from '../../kernel/table-file-format.ts';
import { readFirst, readTableFile, writeTableFile } from '../../platform/documents/table-file/index.ts';
import { columns } from '../domain/organ-import/columns.ts';
import { type ImportEntry, readEntries } from '../domain/organ-import/entry.ts';
import { type OrganSnapshot, tableOf } from '../domain/organ-import/snapshot.ts';

/** What a file of organs holds. */
export interface OrganFile {
  entries: ImportEntry[];
  /** What the reader had to guess or left out, e.g. hidden rows, in Chinese. */
  remarks: string[];
}

/** Reads the rows of a file of organs. */
export async function readOrganFile(file: { name: string; bytes: Uint8Array }): Promise<Result<OrganFile>> {
  const read = await readTableFile(file);
  if (!read.ok) return read;
  const entries = readFirst(read.value, readEntries);
  return entries.ok ? success({ entries: entries.value, remarks: read.value.remarks }) : entries;
}

/** A file of organs, to be looked at, changed and imported again. */
export const writeOrganFile = (organs: readonly OrganSnapshot[], format: TableFileFormat): Promise<Uint8Array> =>
  writeTableFile({ title: '机构名单', columns, rows: tableOf(organs).slice(1) }, format);
