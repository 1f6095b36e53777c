import { createHash } from 'node:crypto';
import { type PrintableFormat, printableFormats } from '../kernel/printable-document.ts';
import type { Problem } from '../kernel/problem.ts';
import { failure, type Result, success } from '../kernel/result.ts';
import { findChineseConverter, maximumBytes, readDocument, writeDocument } from '../platform/documents/index.ts';
import type { AnnualReport, Source } from './domain/annual-report.ts';
import type { NamedReport, OrganLevel } from './domain/check/rule.ts';
import type { CheckResult } from './domain/finding.ts';
import { parseAnnualReport, serialiseAnnualReport } from './domain/interchange/index.ts';

// The use cases of the report area that touch files. What only some of them need is loaded when it
// is needed, so that a command that reads one text file does not wait for the readers of PDF.

/** A file as it came: its name (for messages and the type, never a place to look) and its content. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Reads any supported file, or interchange JSON, as an annual report.
 *
 * A document gets its `source`: name, media type, SHA-256 and size. Interchange JSON is taken as it
 * is: it already says where it was read from, if anybody knew. The refusal names the file.
 */
export async function readReport(file: NamedFile): Promise<Result<AnnualReport>> {
  if (file.bytes.length <= maximumBytes && isJson(file)) return readInterchange(file);

  const document = await readDocument(file);
  if (!document.ok) return document;
  const { readAnnualReport } = await import('./domain/read/index.ts');
  const simplify = await findChineseConverter(document.value);
  const report = readAnnualReport(document.value, simplify ? { simplify } : {});
  if (!report.ok) return refused(file, report.problem);
  const source: Source = {
    name: file.name,
    mediaType: document.value.mediaType,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.bytes.length,
  };
  return success({ ...report.value, source });
}

/** What reports are checked against, besides themselves. */
export interface CheckSurroundings {
  /** The same organ's report of the year before. */
  previous?: AnnualReport | undefined;
  /** Other organs' reports; a report is not compared with itself or with another year. */
  siblings?: readonly NamedReport[] | undefined;
  /** Rank of the organ; read from its name when not given. */
  level?: OrganLevel;
}

/** Checks reports one by one; the results stand in their order and carry their names. */
export async function checkReports(
  reports: readonly NamedReport[],
  surroundings: CheckSurroundings = {},
): Promise<CheckResult[]> {
  const { checkReport } = await import('./domain/check/index.ts');
  const { previous, siblings = [], level } = surroundings;
  return reports.map(({ name, report }) =>
    checkReport(report, {
      file: name,
      previous,
      level,
      siblings: siblings.filter((other) => isSibling(other.report, report)),
    }),
  );
}

/** The formats a report can be written in. */
export const reportFormats = [...printableFormats, 'json'] as const;
export type ReportFormat = PrintableFormat | 'json';

/** The report as the bytes of a file in this format, on the official form where the format has a layout. */
export async function writeReport(report: AnnualReport, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(`${serialiseAnnualReport(report, 2)}\n`);
  const { layOutReport } = await import('./domain/write/index.ts');
  return writeDocument(layOutReport(report), format);
}

/** What the domain says of a document it cannot take, with the name of the file it does not know. */
const refused = ({ name }: Pick<NamedFile, 'name'>, { code, message }: Problem) =>
  failure(code, `“${name}”：${message.replace(/。$/, '')}。`);

/** Another organ's report of the same year, as far as both say who and when they are. */
function isSibling(other: AnnualReport, report: AnnualReport): boolean {
  if (other === report) return false;
  if (other.organ !== null && other.organ === report.organ) return false;
  return other.year === null || report.year === null || other.year === report.year;
}

function isJson({ name, bytes }: NamedFile): boolean {
  const head = decode(bytes.subarray(0, 256), false)?.trimStart() ?? '';
  return /^\{\s*(?:["}]|$)/.test(head) || (/\.json$/i.test(name) && /^[[{]/.test(head));
}

function readInterchange({ name, bytes }: NamedFile): Result<AnnualReport> {
  const text = decode(bytes, true);
  if (text === undefined) {
    return failure('damaged-json', `“${name}”是 JSON 数据，但字符编码不对，请以 UTF-8 编码重新保存。`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return isParseable(text.trimStart().split('\n', 1)[0] ?? '')
      ? failure('many-reports', `“${name}”每行是一份报告（JSON Lines），这里一次只读一份，请拆开后重试或用于汇总。`)
      : failure('damaged-json', `“${name}”是 JSON 数据，但不完整或有语法错误，请重新导出。`);
  }
  const report = parseAnnualReport(value);
  return report.ok ? report : refused({ name }, report.problem);
}

function isParseable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Text of UTF-8 or, with a byte order mark, UTF-16; undefined when `strict` and a byte is wrong. */
function decode(bytes: Uint8Array, strict: boolean): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: strict }).decode(bytes);
  } catch {
    return undefined;
  }
}
