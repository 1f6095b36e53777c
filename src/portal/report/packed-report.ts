import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { failure, type Result, success } from '../../kernel/result.ts';
import type { NamedReport } from '../../report/domain/check/index.ts';
import { parseAnnualReport, serialiseAnnualReport } from '../../report/domain/interchange/index.ts';
import { refuseOversized } from './report-size.ts';

/** Longest report a page carries, unpacked, in bytes of JSON. */
const longest = 8 * 1024 * 1024;

/**
 * Packs a report into one line of text for a hidden field. The server keeps nothing, so the page
 * has to bring the report back when a download is asked for; packed, a report is about 6 KB.
 */
export function packReport({ name, report }: NamedReport): string {
  return deflateRawSync(JSON.stringify([name, serialiseAnnualReport(report)])).toString('base64url');
}

/**
 * Takes what a page brought back. It may have been altered on the way: it is unpacked within
 * bounds and has to be a report in the interchange format, like any uploaded file.
 */
export function unpackReport(packed: string): Result<NamedReport> {
  const value = unpack(packed);
  if (!Array.isArray(value) || typeof value[0] !== 'string' || typeof value[1] !== 'string') return damaged;
  const document = parseJson(value[1]);
  if (document === undefined) return damaged;
  const parsed = parseAnnualReport(document);
  const report = parsed.ok ? refuseOversized(parsed.value) : parsed;
  return report.ok ? success({ name: value[0].slice(0, 255), report: report.value }) : report;
}

const damaged = failure('damaged-page', '页面带回的年报数据不完整，请回到体检页重新放入文件。');

function unpack(packed: string): unknown {
  try {
    return parseJson(inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: longest }).toString('utf8'));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
