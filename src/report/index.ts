// The door of the area: use cases for the command line and the portal. The forms and the rules
// themselves are in domain/, which may be imported directly.
export type { AnnualReport } from './domain/annual-report.ts';
export type { NamedReport } from './domain/check/rule.ts';
export type { CheckResult } from './domain/finding.ts';
export {
  type CheckSurroundings,
  checkReports,
  type NamedFile,
  type ReportFormat,
  readReport,
  reportFormats,
  writeReport,
} from './service.ts';
