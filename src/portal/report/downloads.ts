import { setImmediate } from 'node:timers/promises';
import { failure, type Result, success } from '../../kernel/result.ts';
import type { AnnualReport } from '../../report/domain/annual-report.ts';
import { type NamedReport, type OrganLevel, rules } from '../../report/domain/check/index.ts';
import { layOutIssueLetter } from '../../report/domain/write/index.ts';
import { writeReport } from '../../report/index.ts';
import { examine } from './examine.ts';
import { type Examined, unitName } from './examined.ts';
import { layOutFindingsTable } from './findings-table.ts';
import { unpackReport } from './packed-report.ts';

/** A file to be taken away; `name` is in Chinese and safe as a file name. */
export interface Download {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What a result page brings back to the server for a download. */
export interface DownloadRequest {
  /** `docx:0` names a format and one of the reports, `findings` is about all of them. */
  get: string;
  /** Packed, in the order of the page. */
  reports: readonly string[];
  previous?: string | undefined;
  level?: OrganLevel | undefined;
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;
type FileFormat = keyof typeof mediaTypes;

/** Makes the file that was asked for, from what the page brought back. */
export async function makeDownload(asked: DownloadRequest): Promise<Result<Download>> {
  const { get } = asked;
  if (get === 'findings') return makeFindingsTable(asked);
  const [choice = '', position = ''] = get.split(':');
  const index = /^\d{1,4}$/.test(position) ? Number(position) : -1;
  if (choice === 'letter') return makeLetter(asked, index);
  const packed = asked.reports[index];
  if (packed === undefined || !isFileFormat(choice)) return unknownDownload;
  const named = unpackReport(packed);
  if (!named.ok) return named;
  const { report } = named.value;
  return success(fileOf(nameOf(report), choice, await writeReport(report, choice)));
}

const unknownDownload = failure('unknown-download', '没有这种下载。请回到体检页重新放入文件。');

const isFileFormat = (choice: string): choice is FileFormat => Object.hasOwn(mediaTypes, choice);

async function makeLetter(asked: DownloadRequest, index: number): Promise<Result<Download>> {
  const carried = await unpackAll(asked);
  if (!carried.ok) return carried;
  if (!carried.value.reports[index]) return unknownDownload;
  const examined = await examine(carried.value.reports, index, carried.value);
  const { writeDocument } = await import('../../platform/documents/index.ts');
  const letter = layOutIssueLetter({ ...examined, rules });
  return success(fileOf(`${unitName(examined)}年报问题反馈函`, 'docx', await writeDocument(letter, 'docx')));
}

async function makeFindingsTable(asked: DownloadRequest): Promise<Result<Download>> {
  const carried = await unpackAll(asked);
  if (!carried.ok) return carried;
  const examined: Examined[] = [];
  for (const index of carried.value.reports.keys()) {
    examined.push(await examine(carried.value.reports, index, carried.value));
    await setImmediate();
  }
  const { writeDocument } = await import('../../platform/documents/index.ts');
  const table = layOutFindingsTable(examined);
  return success(fileOf(`年报体检汇总表（${examined.length}份）`, 'xlsx', await writeDocument(table, 'xlsx')));
}

interface CarriedReports {
  reports: readonly NamedReport[];
  previous?: AnnualReport | undefined;
  level?: OrganLevel | undefined;
}

async function unpackAll({ reports, previous, level }: DownloadRequest): Promise<Result<CarriedReports>> {
  const unpacked: NamedReport[] = [];
  for (const packed of reports) {
    const named = unpackReport(packed);
    if (!named.ok) return named;
    unpacked.push(named.value);
    await setImmediate();
  }
  const before = previous === undefined ? undefined : unpackReport(previous);
  if (before && !before.ok) return before;
  return success({ reports: unpacked, previous: before?.value.report, level });
}

const fileOf = (name: string, format: FileFormat, bytes: Uint8Array): Download => ({
  name: `${safeName(name)}.${format}`,
  mediaType: mediaTypes[format],
  bytes,
});

const nameOf = ({ organ, year, title }: AnnualReport): string =>
  organ === null
    ? (title ?? '政府信息公开工作年度报告')
    : `${organ}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;

/**
 * Leaves out what some file systems refuse in a name, what hides or turns round its ending, and
 * halves of characters; at most 80 characters.
 */
const safeName = (name: string): string =>
  [...name.replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/gu, '').replace(/\s+/g, ' ')]
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|\s+$/g, '') || '年报';
