/** Name of the check-result format and its version. */
export const reportCheckSchema = 'gongkai.report-check/1';

/**
 * - `error`: cannot be true, or the form forbids it.
 * - `warning`: probably wrong, or needs an explanation.
 * - `notice`: worth a look.
 * - `unknown`: cannot be judged because a cell is blank or not a number; never counts as a pass.
 */
export type Severity = 'error' | 'warning' | 'notice' | 'unknown';
export const severities = ['error', 'warning', 'notice', 'unknown'] as const satisfies readonly Severity[];

/** One thing a rule found. */
export interface Finding {
  /** Stable id, listed in docs/checks.md. */
  rule: string;
  severity: Severity;
  /** Dotted paths of the cells, sections or fields it speaks of. */
  paths: string[];
  /** Chinese, for the clerk. */
  message: string;
  /** What should stand there, e.g. `14069 + 560 = 14629`; empty when that cannot be said. */
  expected: string;
  /** What stands there. */
  found: string;
}

export interface CheckResult {
  schema: typeof reportCheckSchema;
  file: string;
  findings: Finding[];
  summary: Record<Severity, number>;
}
