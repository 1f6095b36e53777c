import type { AnnualReport, CellValue } from '../annual-report.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Form } from '../forms/index.ts';

/** Rank of the reporting organ; decides e.g. whether it can make 规章 at all. */
export type OrganLevel = 'township' | 'county' | 'city' | 'province' | 'national';

/** A report to compare with, and what to call it in a message. */
export interface NamedReport {
  name: string;
  report: AnnualReport;
}

/** What a rule may look at. Time is an argument: no rule calls a clock. */
export interface CheckContext {
  report: AnnualReport;
  form: Form;
  /** The cell at a dotted path; `undefined` when the form has no such cell. */
  value(path: string): CellValue | undefined;
  /** Every cell in the order of `formCells(form)`: what a rule over many cells reads. */
  cells: readonly CellValue[];
  /** Derived from the organ's name, or told; undefined when it cannot be told. */
  level: OrganLevel | undefined;
  /** The same organ's report of the year before. */
  previous: AnnualReport | undefined;
  /** Other organs' reports of the same year. */
  siblings: readonly NamedReport[];
}

/**
 * One rule of the checker. Its id is stable and listed in docs/checks.md, which is generated from
 * these fields.
 */
export interface Rule {
  id: string;
  /** The worst severity it reports; `unknown` is possible beside it when a cell cannot be judged. */
  severity: Severity;
  /** What it checks, in a few Chinese words. */
  title: string;
  /** The formula in Chinese words. */
  formula: string;
  /** Article, instrument or practice it rests on. */
  source: string;
  /** Only runs when this is there. */
  needs?: 'previous' | 'siblings';
  check(context: CheckContext): Iterable<RuleFinding>;
}

/** A finding without the rule's id; `severity` only when it differs from the rule's own. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity'> {
  severity?: Severity;
}
