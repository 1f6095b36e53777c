import type { Severity } from '../../finding.ts';
import type { FormId } from '../../forms/index.ts';
import type { OrganLevel } from '../rule.ts';

/**
 * What makes a rule fire and what leaves it silent, as data: the tests run every case, a further
 * test demands both kinds of every rule, and docs/checks.md prints the names of the cases.
 */
export interface RuleExample {
  rule: string;
  fires: readonly FiringCase[];
  silent: readonly ExampleCase[];
}

/** One report, told as what differs from the model report. */
export interface ExampleCase {
  /** What the case shows, in a few English words that follow “fires when …” or “silent when …”. */
  name: string;
  report?: ModelChange;
  /** The report of the year before; absent when the case has none. */
  previous?: ModelChange;
  /** Reports of other organs. */
  siblings?: readonly ModelChange[];
  level?: OrganLevel;
}

/** A case with what its first finding has to be. */
export interface FiringCase extends ExampleCase {
  /** Severity of the first finding; the rule's own when left out. */
  severity?: Severity;
  /** Number of findings of the rule; any number from 1 when left out. */
  count?: number;
  expected?: string;
  found?: string;
  /** Paths that the first finding has to name. */
  paths?: readonly string[];
  /** Words that the message of the first finding has to contain. */
  message?: string;
}

/** How a report differs from the model report of its form and year. */
export interface ModelChange {
  /** 2021 when left out. */
  form?: FormId;
  /** The model's own year when left out: 2023 in form 2021, 2020 in form 2019. */
  year?: number;
  /** New values by dotted path: cells, `title`, `preamble`, `sections.4.text`, `notes` … */
  set?: Readonly<Record<string, unknown>>;
}
