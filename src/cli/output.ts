import { randomBytes } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { type ReportFormat, reportFormats } from '../report/index.ts';
import { UsageError } from './command.ts';
import { fileProblem, isSameFile } from './input.ts';
import type { Terminal } from './terminal.ts';

const textFormats: readonly ReportFormat[] = ['html', 'md', 'json'];

/** Where a report is to be written and how. `-` is standard output, for formats that are text. */
export interface Target {
  path: string;
  format: ReportFormat;
}

/** The target that `--out` and `--to` name; the ending of the name decides where `--to` is left out. */
export function chooseTarget(path: string, to: string | undefined, otherwise?: ReportFormat): Target {
  const ending = extname(path).slice(1).toLowerCase();
  const wanted = to ?? (path === '-' ? otherwise : ending === 'htm' ? 'html' : ending);
  const format = reportFormats.find((each) => each === wanted);
  if (!format) {
    const asked = to === undefined ? `看不出“${path}”要写成什么格式` : `不能写成“${to}”`;
    throw new UsageError(`${asked}，可以写成 ${reportFormats.join('、')}`);
  }
  if (path === '-' && !textFormats.includes(format)) {
    throw new UsageError(`${format} 不是文字格式，不能写到标准输出，请用 --out 给出文件名`);
  }
  return { path, format };
}

/** Refuses a target that is one of the files the report is made from. */
export async function refuseOverwriting(target: Target, inputs: readonly string[]): Promise<void> {
  if (target.path === '-') return;
  for (const input of inputs) {
    if (input !== '-' && (await isSameFile(input, target.path))) {
      throw new UsageError(`“${target.path}”就是输入文件，为免覆盖原件没有写入，请换一个文件名`);
    }
  }
}

/**
 * Writes the whole file or nothing: into a new file beside it, which then takes its name and who may
 * read it. Gives a sentence when that is not possible.
 */
export async function writeTarget(target: Target, bytes: Uint8Array, terminal: Terminal): Promise<string | undefined> {
  if (target.path === '-') {
    await terminal.send(bytes);
    return undefined;
  }
  // A link is followed, so that what it points to gets the new content and stays a file of that name.
  const path = await realpath(target.path).catch(() => target.path);
  // Short, whatever the name: a name of 80 Chinese characters fills what a file system allows.
  const temporary = join(dirname(path), `.gongkai-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const known = await stat(path).catch(() => undefined);
    // A device or a pipe can only be written into: a new file must never take its name.
    if (known && !known.isFile()) {
      await writeFile(path, bytes);
    } else {
      await writeFile(temporary, bytes, { flag: 'wx', flush: true });
      if (known) await chmod(temporary, known.mode);
      await rename(temporary, path);
    }
    return undefined;
  } catch (error) {
    await rm(temporary, { force: true });
    return fileProblem(error, target.path).replace('无法打开', '无法写入').replace('没有权限打开', '没有权限写入');
  }
}
