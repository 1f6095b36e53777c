import type { RuleExample } from './example.ts';

/** Examples of the rules on the narrative. */
export const narrativeExamples: readonly RuleExample[] = [];
