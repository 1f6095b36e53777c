import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { failure, type Result } from '../kernel/result.ts';
import { maximumBytes } from '../platform/documents/index.ts';
import type { AnnualReport } from '../report/domain/annual-report.ts';
import { parseAnnualReport } from '../report/domain/interchange/index.ts';
import { fileProblem, isSameFile, listReportFiles, readReportFile } from './input.ts';

/** One report out of the input of an aggregate, or why it could not be read. */
export interface StreamedReport {
  /** The path, with the line where a file holds many reports. */
  name: string;
  result: Result<AnnualReport>;
}

/**
 * The reports in files, folders and JSON Lines (one report on each line; `-` is such lines from
 * standard input), one at a time, so that there may be any number of them. `except` is left out of
 * folders: the file that is about to be written.
 */
export async function* streamReports(paths: readonly string[], except: string): AsyncGenerator<StreamedReport> {
  for (const path of paths) {
    if (path === '-') yield* streamLines(process.stdin, '标准输入');
    else if (await isFolder(path)) yield* streamFolder(path, except);
    else yield* streamFile(path);
  }
}

async function* streamFolder(folder: string, except: string): AsyncGenerator<StreamedReport> {
  const files = await listReportFiles(folder);
  if (!files.ok) yield { name: folder, result: files };
  else if (files.value.length === 0) {
    yield { name: folder, result: failure('empty-folder', `文件夹“${folder}”中没有可以读取的报告文件。`) };
  } else {
    for (const path of files.value) if (!(await isSameFile(path, except))) yield* streamFile(path);
  }
}

async function* streamFile(path: string): AsyncGenerator<StreamedReport> {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  try {
    if (await startsWithReportLine(path)) yield* streamLines(stream, path);
    else yield { name: path, result: await readReportFile(path) };
  } catch (error) {
    yield { name: path, result: failure('unreadable-file', fileProblem(error, path)) };
  } finally {
    stream.destroy();
  }
}

/** Whether the first line of a file is a whole JSON object, as in JSON Lines. */
async function startsWithReportLine(path: string): Promise<boolean> {
  const stream = createReadStream(path);
  for await (const line of linesOf(stream)) return line?.startsWith('{') === true && tryParse(line) !== undefined;
  return false;
}

async function* streamLines(stream: Readable, name: string): AsyncGenerator<StreamedReport> {
  let number = 0;
  let held: { line: string | undefined; number: number } | undefined;
  let isOneOfMany = false;
  for await (const line of linesOf(stream)) {
    number += 1;
    if (line?.trim() === '') continue;
    if (held) {
      isOneOfMany = true;
      yield readLine(held.line, `${name} 第 ${held.number} 行`);
    }
    held = { line, number };
  }
  // A file with a single line is a report like any other.
  if (held) yield readLine(held.line, isOneOfMany ? `${name} 第 ${held.number} 行` : name);
}

function readLine(line: string | undefined, name: string): StreamedReport {
  if (line === undefined) {
    return { name, result: failure('line-too-long', `“${name}”超过 50 MB，其后的内容没有读取。`) };
  }
  const value = tryParse(line);
  if (value === undefined) return { name, result: failure('damaged-json', `“${name}”不是完整的 JSON。`) };
  const result = parseAnnualReport(value);
  return { name, result: result.ok ? result : failure(result.problem.code, `“${name}”：${result.problem.message}`) };
}

/** The lines of a stream of UTF-8, one at a time; undefined, as the last, for a line that is too long. */
export async function* linesOf(stream: Readable): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (last: Uint8Array): string => {
    const line = decoder.decode(parts.length === 0 ? last : Buffer.concat([...parts, last]));
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield take(chunk.subarray(from, end));
      from = end + 1;
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > maximumBytes) {
      yield undefined;
      return;
    }
  }
  if (size > 0) yield take(new Uint8Array());
}

function tryParse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
