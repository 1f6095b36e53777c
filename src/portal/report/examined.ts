import type { Problem } from '../../kernel/problem.ts';
import type { AnnualReport } from '../../report/domain/annual-report.ts';
import type { Finding } from '../../report/domain/finding.ts';

/** A file that was read and checked, ready to be shown. */
export interface Examined {
  /** Name of the file as it was uploaded. */
  name: string;
  report: AnnualReport;
  findings: readonly Finding[];
  summary: Record<Finding['severity'], number>;
  /** Whether it was compared with the same organ's report of the year before. */
  hasPrevious: boolean;
}

/** A file that could not be read, and why. */
export interface Unread {
  name: string;
  problem: Problem;
}

/** What a report is called in a heading: its organ and year, or the file's name when neither is known. */
export function unitName({ name, report }: Pick<Examined, 'name' | 'report'>): string {
  const year = report.year === null ? '' : `${report.year} 年度`;
  return report.organ === null ? name : [report.organ, year].filter(Boolean).join(' ');
}
