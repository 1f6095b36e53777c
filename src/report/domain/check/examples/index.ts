import type { RuleExample } from './example.ts';
import { narrativeExamples } from './narrative.ts';
import { siblingExamples } from './siblings.ts';
import { tableExamples } from './tables.ts';
import { textExamples } from './text.ts';
import { yearExamples } from './years.ts';

/** The examples of all rules. */
export const ruleExamples: readonly RuleExample[] = [
  ...textExamples,
  ...tableExamples,
  ...yearExamples,
  ...siblingExamples,
  ...narrativeExamples,
];

export type { ExampleCase, FiringCase, ModelChange, RuleExample } from './example.ts';
export { modelReport } from './model-report.ts';
