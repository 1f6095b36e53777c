import type { Rule } from '../rule.ts';
import { balanceRules } from './rules/balances.ts';
import { changeRules } from './rules/changes.ts';
import { countRules } from './rules/counts.ts';
import { feeRules } from './rules/fees.ts';
import { personalDataRules } from './rules/personal-data.ts';
import { sectionRules } from './rules/sections.ts';
import { shareRules } from './rules/shares.ts';
import { similarityRules } from './rules/similarity.ts';
import { sumRules } from './rules/sums.ts';
import { yearRules } from './rules/years.ts';

// How the narrative is read: `text/` finds the numbers of a text and how exactly they are told,
// `ties/` tells from the words around a number what it counts, for which period and for whom, and
// which numbers are parts of which. `narrative.ts` does both once for a report, `judgement.ts`
// compares with the cells, `similarity/` compares paragraphs, `rules/` say what is wrong.

/** Rules that compare the text of a report with its tables, with itself and with other reports. */
export const narrativeRules: readonly Rule[] = [
  ...countRules,
  ...balanceRules,
  ...sumRules,
  ...shareRules,
  ...changeRules,
  ...feeRules,
  ...sectionRules,
  ...personalDataRules,
  ...yearRules,
  ...similarityRules,
];

export { type NarrativeMark, narrativeMarks } from './marks.ts';
