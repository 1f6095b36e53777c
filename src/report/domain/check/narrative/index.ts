import type { Rule } from '../rule.ts';

/** Rules that compare the text of a report with its tables, with itself and with other reports. */
export const narrativeRules: readonly Rule[] = [];
