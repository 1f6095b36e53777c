import { open, readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failure, type Result, success } from '../kernel/result.ts';
import { maximumBytes } from '../platform/documents/index.ts';
import type { AnnualReport } from '../report/domain/annual-report.ts';
import type { Terminal } from './terminal.ts';

/** A report that was read from a path of the command line, or why it could not be. */
export interface ReadAttempt {
  path: string;
  result: Result<AnnualReport>;
}

/**
 * Reads the reports at these paths, a few at a time, and gives them in the order of the paths.
 * `-` is standard input.
 */
export async function* readReports(paths: readonly string[]): AsyncGenerator<ReadAttempt> {
  const ahead = 3;
  const started: Promise<ReadAttempt>[] = [];
  for (let at = 0; at < paths.length; at += 1) {
    for (let next = started.length; next < Math.min(paths.length, at + ahead); next += 1) {
      const path = paths[next] ?? '';
      started.push(readReportFile(path).then((result) => ({ path, result })));
    }
    const attempt = started[at];
    if (attempt) yield await attempt;
    // Let the report go: a thousand files must not pile up in memory.
    delete started[at];
  }
}

/** Reads the report in one file. */
export async function readReportFile(path: string): Promise<Result<AnnualReport>> {
  const bytes = await readFileBytes(path);
  if (!bytes.ok) return bytes;
  const { readReport } = await import('../report/index.ts');
  try {
    return await readReport({ name: path === '-' ? '标准输入' : basename(path), bytes: bytes.value });
  } catch (error) {
    // A bug, but one file must not keep the others from being done.
    const reason = error instanceof Error ? error.message : String(error);
    return failure('internal-error', `读取“${path}”时程序出错，请把文件和这句话发给开发者：${reason.slice(0, 200)}`);
  }
}

/** The files in a folder (not below it) whose names say that they may be reports, sorted. */
export async function listReportFiles(folder: string): Promise<Result<string[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory() && isReportName(entry.name)).map(({ name }) => name);
    return success(names.sort().map((name) => join(folder, name)));
  } catch (error) {
    return failure('unreadable-folder', fileProblem(error, folder));
  }
}

// Word leaves ~$… beside a document that is open.
const isReportName = (name: string): boolean =>
  /\.(?:docx|xlsx|pdf|html?|md|markdown|txt|json)$/i.test(name) && !/^(?:~\$|\.)/.test(name);

/** Whether two paths lead to the same file; a path that leads nowhere is only itself. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  const [realA, realB] = await Promise.all([a, b].map((path) => realpath(path).catch(() => path)));
  return realA === realB;
}

/** Tells on stderr why a file could not be used. */
export function tellProblem(terminal: Terminal, path: string, message: string): void {
  const named = path === '-' || message.includes(path);
  terminal.tell(named ? message : `${path}：${message}`);
}

/** The content of a file, at most `maximumBytes` bytes of it: a larger one is refused before it is read. */
export async function readFileBytes(path: string): Promise<Result<Uint8Array>> {
  const tooLarge = () =>
    failure('file-too-large', `“${basename(path)}”超过 50 MB，不予读取，请只保留需要的内容后重试。`);
  try {
    if (path === '-') return (await readStream(process.stdin)) ?? tooLarge();
    const file = await open(path);
    try {
      const stat = await file.stat();
      if (stat.isDirectory())
        return failure('is-folder', `“${path}”是文件夹，请写出其中的文件，如 ${path.replace(/\/+$/, '')}/*.docx。`);
      if (stat.size > maximumBytes) return tooLarge();
      // A pipe or a device does not say how long it is.
      if (!stat.isFile()) return (await readStream(file.createReadStream({ autoClose: false }))) ?? tooLarge();
      return success(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return failure('unreadable-file', fileProblem(error, path));
  }
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Result<Uint8Array> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > maximumBytes) return undefined;
    chunks.push(chunk);
  }
  return success(Buffer.concat(chunks));
}

/** An error of the file system as a sentence for the person at the keyboard. */
export function fileProblem(error: unknown, path: string): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const sentences: Record<string, string> = {
    ENOENT: `找不到“${path}”，请核对文件名和所在文件夹。`,
    ENOTDIR: `找不到“${path}”，路径中间有一段不是文件夹。`,
    EACCES: `没有权限打开“${path}”，请检查文件权限。`,
    EPERM: `没有权限打开“${path}”，请检查文件权限。`,
    EISDIR: `“${path}”是文件夹，不是文件。`,
    ELOOP: `“${path}”是循环的链接，无法打开。`,
    ENAMETOOLONG: `文件名过长，无法打开“${path.slice(0, 80)}…”。`,
    ENOSPC: `磁盘空间不足，“${path}”没有写成。`,
    EROFS: `“${path}”所在的磁盘是只读的。`,
    EMFILE: `同时打开的文件过多，“${path}”没有打开，请分批处理。`,
  };
  return sentences[code] ?? `“${path}”无法打开：${code || message}。`;
}
