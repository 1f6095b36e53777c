import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AnnualReport } from '../report/domain/annual-report.ts';
import type { NamedReport } from '../report/index.ts';
import { UsageError } from './command.ts';
import { fileProblem, isSameFile, listReportFiles, readReports, tellProblem } from './input.ts';
import type { Terminal } from './terminal.ts';

// The reports a check looks at besides the one it checks: the year before and the other units.

/** A report with the path it came from. */
interface LocatedReport extends NamedReport {
  path: string;
}

/** What `--previous` gave. */
export interface PreviousReports {
  reports: readonly LocatedReport[];
  /** Take the report of the same organ; else the one report there is. */
  byOrgan: boolean;
  /** Whether a file could not be read. */
  unread: boolean;
}

/** Reads what `--previous` names: one report, or a folder of them. `count` is how many reports are checked. */
export async function readPrevious(path: string, count: number, terminal: Terminal): Promise<PreviousReports> {
  const paths = (await isFolder(path)) ? await listFolder(path) : [path];
  const { reports, unread } = await readAll(paths, (file, message) => tellProblem(terminal, file, message));
  return { reports, byOrgan: count > 1 || paths.length !== 1 || paths[0] !== path, unread };
}

/** The report of the year before that belongs to `report`. */
export function findPrevious(previous: PreviousReports, report: AnnualReport): LocatedReport | undefined {
  if (!previous.byOrgan) return previous.reports[0];
  const own = previous.reports.filter(
    (each) => organKey(each.report) !== '' && organKey(each.report) === organKey(report),
  );
  return (
    own.find((each) => report.year !== null && each.report.year === report.year - 1) ??
    (own.length === 1 ? own[0] : undefined)
  );
}

/** The organ's name without white space and differences of width; empty when it is not known. */
export function organKey({ organ }: AnnualReport): string {
  return (organ ?? '').normalize('NFKC').replace(/\s/gu, '');
}

/** Reads the reports in a folder; one that cannot be read is left out with a warning. */
export async function readSiblings(folder: string, terminal: Terminal): Promise<LocatedReport[]> {
  if (!(await isFolder(folder))) throw new UsageError(`--siblings 后面应是文件夹，“${folder}”不是`);
  const warn = (path: string, message: string) => tellProblem(terminal, path, `警告：${message}（未参加雷同比较）`);
  return (await readAll(await listFolder(folder), warn)).reports;
}

/** The siblings without the checked file itself. */
export async function siblingsOf(path: string, siblings: readonly LocatedReport[]): Promise<LocatedReport[]> {
  const same = await Promise.all(siblings.map((sibling) => isSameFile(sibling.path, path)));
  return siblings.filter((_, at) => !same[at]);
}

async function readAll(paths: readonly string[], tell: (path: string, message: string) => void) {
  const reports: LocatedReport[] = [];
  for await (const { path, result } of readReports(paths)) {
    if (result.ok) reports.push({ path, name: basename(path), report: result.value });
    else tell(path, result.problem.message);
  }
  return { reports, unread: reports.length < paths.length };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new UsageError(fileProblem(error, path).replace(/。$/, ''));
  }
}

async function listFolder(folder: string): Promise<string[]> {
  const files = await listReportFiles(folder);
  if (!files.ok) throw new UsageError(files.problem.message.replace(/。$/, ''));
  return files.value;
}
