import type { AnnualReport } from '../../report/domain/annual-report.ts';
import type { NamedReport, OrganLevel } from '../../report/domain/check/index.ts';
import { checkReports } from '../../report/index.ts';
import type { Examined } from './examined.ts';

/** What the reports of one upload are checked with, besides each other. */
export interface ExamineOptions {
  previous?: AnnualReport | undefined;
  level?: OrganLevel | undefined;
}

/**
 * Checks one report of an upload among the others: other organs' reports of the same year are its
 * siblings, and the same organ's report of the year before is compared with it when it came along.
 * A report given as the year before is for an upload of a single report.
 */
export async function examine(
  reports: readonly NamedReport[],
  index: number,
  { previous, level }: ExamineOptions,
): Promise<Examined> {
  const own = reports[index];
  if (!own) throw new Error(`no report ${index}`);
  const before = reports.length === 1 ? previous : findPrevious(reports, own.report);
  const [result] = await checkReports([own], {
    previous: before,
    siblings: reports.filter((each) => each !== own),
    ...(level ? { level } : {}),
  });
  if (!result) throw new Error('a check without a result');
  return { ...own, findings: result.findings, summary: result.summary, hasPrevious: before !== undefined };
}

/** The same organ's report of the year before among the uploaded ones. */
function findPrevious(reports: readonly NamedReport[], { organ, year }: AnnualReport): AnnualReport | undefined {
  if (organ === null || year === null) return undefined;
  return reports.find((each) => each.report.organ === organ && each.report.year === year - 1)?.report;
}
