import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure, type Result, success } from '../kernel/result.ts';
import type { AnnualReport } from '../report/domain/annual-report.ts';
import { isSamePlace } from '../report/domain/check/organ-name.ts';
import type { NamedReport } from '../report/index.ts';
import { fileProblem, listReportFiles, readReports, tellProblem } from './input.ts';
import type { Terminal } from './terminal.ts';

// The reports a check looks at besides the one it checks: the year before and the other units.
// What cannot be read of them is told and left out; the check itself goes on.

/** A report with the file it came from, links resolved. */
interface LocatedReport extends NamedReport {
  file: string;
}

/** Reports to compare with. */
export interface Neighbours {
  reports: readonly LocatedReport[];
  /** Whether what was named on the command line is not there or, for `--previous`, cannot be read. */
  unread: boolean;
}

/** What `--previous` gave. */
export interface PreviousReports extends Neighbours {
  /** Take the report of the same organ; else the one report there is. */
  byOrgan: boolean;
}

/** Reads what `--previous` names: one report, or a folder of them. `count` is how many reports are checked. */
export async function readPrevious(path: string, count: number, terminal: Terminal): Promise<PreviousReports> {
  const isOne = !(await isFolder(path));
  const paths = isOne ? success([path]) : await listReportFiles(path);
  const reports = await readAll(paths, path, (file, message) => tellProblem(terminal, file, message));
  return {
    reports,
    byOrgan: count > 1 || !isOne,
    unread: !paths.ok || reports.length < paths.value.length,
  };
}

/** The report of the year before that belongs to `report`: by the full name of the organ, else by its place. */
export function findPrevious({ reports, byOrgan }: PreviousReports, report: AnnualReport): AnnualReport | undefined {
  if (!byOrgan) return reports[0]?.report;
  // A folder may hold several years. A single report is taken even of another: a rule speaks of that.
  const all = reports.map((each) => each.report);
  const ofYear = all.length > 1 ? all.filter(({ year }) => isYearBefore(year, report.year)) : all;
  const same = ofYear.filter(({ organ }) => organ !== null && organ === report.organ);
  const near = same.length > 0 ? same : ofYear.filter((each) => isSameOrgan(each, report));
  return near.length === 1 ? near[0] : undefined;
}

/** Whether two reports are of one organ, the county before its name left aside. */
export function isSameOrgan(one: AnnualReport, other: AnnualReport): boolean {
  return one.organ !== null && other.organ !== null && isSamePlace(one.organ, other.organ);
}

/** Reads the reports in the folder of `--siblings`; one that cannot be read is left out with a warning. */
export async function readSiblings(folder: string, terminal: Terminal): Promise<Neighbours> {
  const paths = (await isFolder(folder))
    ? await listReportFiles(folder)
    : failure('no-folder', await folderProblem(folder));
  const warn = (path: string, message: string) =>
    tellProblem(terminal, path, paths.ok ? `警告：${message}（未参加雷同比较）` : message);
  return { reports: await readAll(paths, folder, warn), unread: !paths.ok };
}

/** The siblings without the checked file itself. */
export async function siblingsOf(path: string, { reports }: Neighbours): Promise<LocatedReport[]> {
  const file = await realpath(path).catch(() => path);
  return reports.filter((sibling) => sibling.file !== file);
}

async function readAll(
  paths: Result<string[]>,
  named: string,
  tell: (path: string, message: string) => void,
): Promise<LocatedReport[]> {
  if (!paths.ok) {
    tell(named, paths.problem.message);
    return [];
  }
  const reports: LocatedReport[] = [];
  for await (const { path, result } of readReports(paths.value)) {
    if (!result.ok) tell(path, result.problem.message);
    else reports.push({ name: basename(path), report: result.value, file: await realpath(path).catch(() => path) });
  }
  return reports;
}

const isYearBefore = (year: number | null, of: number | null): boolean =>
  year === null || of === null || year === of - 1;

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

async function folderProblem(path: string): Promise<string> {
  return stat(path).then(
    () => `--siblings 后面应是文件夹，“${path}”是文件，未作雷同比较。`,
    (error) => fileProblem(error, path),
  );
}
